import { queueId } from "../syntax/postqueue.js";
import { UsageError } from "../usage.js";
import { faultIn, type Postfix } from "./postfix.js";

/** What postsuper does to messages: hold, release, requeue, delete, expire. */
export type Deed = "-h" | "-H" | "-r" | "-d" | "-e";

/**
 * Has postsuper do something to messages, whose ids it reads from its standard input; to those of one queue where one is
 * named. What it printed and how it ended is not believed: whoever calls looks at the queue again. Throws where it did not
 * begin, as for who is not root.
 */
export async function postsuper(postfix: Postfix, deed: Deed, ids: readonly string[], queue?: string): Promise<void> {
  if (ids.length === 0) return;
  const odd = ids.find((id) => !queueId.test(id));
  if (odd !== undefined) throw new UsageError(`"${odd}" is no queue id.`);
  const args = [deed, "-", ...(queue === undefined ? [] : [queue])];
  const { stderr } = await postfix.run("postsuper", args, { input: `${ids.join("\n")}\n` });
  if (/: fatal: /.test(stderr))
    throw new UsageError(
      faultIn(stderr),
      /superuser/.test(stderr) ? "the same with sudo" : deed === "-e" ? "expire needs Postfix 3.5 or later" : undefined,
    );
}
