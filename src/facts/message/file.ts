import { bounds } from "../../bounds.js";
import { absent, defineFact } from "../../fact.js";
import { NetError } from "../../net/net.js";

/** The file of a message as it is, a char an octet. */
export const messageFile = defineFact({
  id: "message-file",
  of: "message",
  reaches: "file",
  async gather({ file: name }, { file }) {
    const read = await file(name);
    if (read.outcome === "missing") return absent(`there is no file ${name}`);
    const { octets, size } = read;
    if (size > bounds.message.size) throw new NetError("limit", `${size} bytes; ${bounds.message.size} are looked at`);
    return { octets, size };
  },
});
