import { commonDkimSelectors } from "../../data/selectors.js";
import { absent, defineFact } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { looksLikeDkim, parseDkimRecord } from "../../syntax/dkim-key.js";
import { joined } from "../../syntax/record.js";
import { unlikelyLabel } from "../unlikely-label.js";

/**
 * The keys at selectors that many domains use. Which ones a domain has, DNS does not list, so that none is here proves
 * nothing; what a wildcard gives for every name is left out.
 */
export const commonSelectors = defineFact({
  id: "common-selectors",
  of: "domain",
  async gather(name, { dns }) {
    const textsOf = async (selector: string): Promise<string[]> => {
      const { records } = await dns(`${selector}._domainkey.${name}`, "TXT");
      return records.map(({ data }) => joined(data)).filter(looksLikeDkim);
    };
    const [wild, ...answers] = await Promise.allSettled(
      [unlikelyLabel, ...commonDkimSelectors.map(({ selector }) => selector)].map(textsOf),
    );
    if (wild!.status === "rejected") throw wild!.reason;
    const wildcard = wild!.value.join("\n");
    const found = commonDkimSelectors.flatMap(({ selector, provider = null }, at) => {
      const answer = answers[at]!;
      if (answer.status === "rejected" || answer.value.length === 0) return [];
      if (answer.value.join("\n") === wildcard) return [];
      const { data, type, key } = parseDkimRecord(answer.value[0]!);
      return [{ selector, provider, type, bits: key?.ok ? key.key.bits : null, revoked: data === "" }];
    });
    const failed = answers.filter((answer) => answer.status === "rejected");
    const bug = failed.find(({ reason }) => !(reason instanceof NetError));
    if (bug || (found.length === 0 && failed[0])) throw (bug ?? failed[0])!.reason;
    const asked = commonDkimSelectors.length;
    if (found.length > 0) return { found, asked, unanswered: failed.length };
    return absent(
      wildcard === ""
        ? `none of ${asked} common selectors is there, which proves nothing; --selector NAME declares yours`
        : `a wildcard answers for every selector, so none can be found by guessing; --selector NAME declares yours`,
    );
  },
});
