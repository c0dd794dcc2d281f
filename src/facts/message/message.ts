import { bounds } from "../../bounds.js";
import { absent, defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { hasLines, looksLikeMessage, onTheWire, parseMessage } from "../../syntax/message.js";
import { messageFile } from "./file.js";

/** A message: the fields of its header, and its octets with line ends as on the wire. Within bounds, or not looked into. */
export const message = defineFact({
  id: "message",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await ask(messageFile, of);
    if (isAbsent(found)) return found;
    if (!looksLikeMessage(found.octets))
      return absent(`${of.file} is no message: it does not begin with a header field`);
    const { header, fields: most, lines } = bounds.message;
    const octets = onTheWire(found.octets);
    const end = octets.indexOf("\r\n\r\n");
    const size = end < 0 ? octets.length : end;
    if (size > header) throw tooMuch(`${size} bytes of header; ${header} are looked at`);
    if (!hasLines(octets, lines, size)) throw tooMuch(`more than ${lines} lines of header`);
    const parsed = parseMessage(octets);
    if (parsed.fields.length > most) throw tooMuch(`${parsed.fields.length} header fields; ${most} are looked at`);
    return parsed;
  },
});

const tooMuch = (why: string): NetError => new NetError("limit", why);
