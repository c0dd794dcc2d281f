import { bounds } from "../bounds.js";
import { isAbsent, type Tools } from "../fact.js";
import { type HttpsAnswer, type HttpsHow, NetError } from "../net/net.js";
import { isAddress } from "../syntax/address.js";
import { anyAddress } from "./addresses.js";
import { momentary } from "./tls.js";

/** What a URL gives: an answer, whatever it says, or the reason why there is certainly none. */
export type Page = { answer: HttpsAnswer; missing: null } | { answer: null; missing: string };

/** How long one page may take: finding its host, and the whole answer. */
export const pageDeadline = bounds.https.total + bounds.fact;

export async function pageAt(url: string, { ask, https }: Pick<Tools, "ask" | "https">, how?: HttpsHow): Promise<Page> {
  if (!URL.canParse(url)) return { answer: null, missing: `${url} is no address of a page` };
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  const found = isAddress(host) ? [host] : await ask(anyAddress, host);
  if (isAbsent(found)) return { answer: null, missing: found.reason };
  try {
    return { answer: await https(url, how), missing: null };
  } catch (error) {
    const missing = error instanceof NetError ? rejection(error, host) : undefined;
    if (missing === undefined) throw error;
    return { answer: null, missing };
  }
}

/** How the host itself turned us away; undefined where it did not, or where that may be another time. */
function rejection({ said }: NetError, host: string): string | undefined {
  if (said?.refused) return `${host} refuses connections on port 443`;
  if (said?.alert === undefined || momentary.includes(said.alert)) return undefined;
  return `${host} rejects TLS with the alert ${said.alert}`;
}

/** A page where redirects lead to it over HTTPS, and the URLs passed on the way. */
export async function pageBehind(
  url: string,
  tools: Pick<Tools, "ask" | "https">,
  how?: HttpsHow,
): Promise<Page & { passed: string[] }> {
  const passed: string[] = [];
  for (let at = url; ;) {
    const page = await pageAt(at, tools, how);
    const location =
      page.answer && page.answer.status >= 300 && page.answer.status < 400 && page.answer.headers["location"];
    if (!location || !URL.canParse(location, at)) return { ...page, passed };
    passed.push(at);
    const next = new URL(location, at);
    if (next.protocol !== "https:")
      return { answer: null, missing: `${at} leads to ${next.href}, not over HTTPS`, passed };
    if (passed.length > bounds.bimi.redirects)
      return { answer: null, missing: `${url} leads on more than ${bounds.bimi.redirects} times`, passed };
    at = next.href;
  }
}
