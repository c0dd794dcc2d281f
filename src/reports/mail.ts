import PostalMime from "postal-mime";
import { bounds } from "../bounds.js";
import { dkimForm, parseTagList } from "../syntax/tag-list.js";
import { Refused } from "./budget.js";
import type { Signature } from "./found.js";

/** What a message carries: its attachments, decoded, and who signed it as its fields say. */
export interface Mail {
  signatures: Signature[];
  attachments: { name: string; octets: Uint8Array }[];
}

/** Reads a message. Throws Refused for one that is nested or headed beyond all use. */
export async function readMail(octets: Uint8Array): Promise<Mail> {
  bounded(octets);
  try {
    const { headers, attachments } = await PostalMime.parse(octets, {
      attachmentEncoding: "arraybuffer",
      forceRfc822Attachments: true,
      maxNestingDepth: 32,
    });
    if (attachments.length > bounds.reports.entries)
      throw new Refused(`a message with more than ${bounds.reports.entries} attachments`);
    return {
      signatures: headers
        .flatMap(({ key, value }) => (key === "dkim-signature" ? signatureIn(value) : []))
        .slice(0, 100),
      attachments: attachments.map(({ filename, mimeType, content }) => ({
        name: filename ?? mimeType,
        octets: typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content),
      })),
    };
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`a message that cannot be read: ${(error as Error).message.split("\n")[0]}`);
  }
}

/** Refuses what would take a reader of messages more than it is worth. */
function bounded(octets: Uint8Array): void {
  const { message, lines, parts } = bounds.reports;
  if (octets.length > message) throw new Refused(`a message of more than ${message} bytes`);
  let [line, part] = [0, 0];
  for (let at = octets.indexOf(lineFeed); at >= 0; at = octets.indexOf(lineFeed, at + 1)) {
    line++;
    if (octets[at + 1] === hyphen && octets[at + 2] === hyphen) part++;
  }
  if (line > lines) throw new Refused(`a message of more than ${lines} lines`);
  if (part > parts) throw new Refused(`a message that may have more than ${parts} parts`);
}

const lineFeed = 0x0a;
const hyphen = 0x2d;

/** RFC 6376 §3.5 */
function signatureIn(field: string): Signature[] {
  const { tags } = parseTagList(field.slice(0, bounds.reports.xml.text * 4), dkimForm);
  const [domain, selector] = ["d", "s"].map((name) =>
    tags
      .find((tag) => tag.name === name)
      ?.value.replace(/\s+/g, "")
      .replace(/\.$/, "")
      .toLowerCase(),
  );
  return domain && selector ? [{ domain, selector }] : [];
}
