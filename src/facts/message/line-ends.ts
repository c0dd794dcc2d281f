import { defineFact, isAbsent } from "../../fact.js";
import { lineEnds } from "../../syntax/message.js";
import { messageFile } from "./file.js";

/** How the lines of a message end in its file, and how long they are. */
export const messageLineEnds = defineFact({
  id: "message-line-ends",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await ask(messageFile, of);
    return isAbsent(found) ? found : lineEnds(found.octets);
  },
});
