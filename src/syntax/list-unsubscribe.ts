/** The addresses in a List-Unsubscribe field, in order of preference (RFC 2369 §2, §3.2). */
export function parseListUnsubscribe(value: string): string[] {
  const found: string[] = [];
  for (let open = value.indexOf("<"); open >= 0 && found.length < most; open = value.indexOf("<", open)) {
    const close = value.indexOf(">", open);
    if (close < 0) break;
    const uri = value.slice(open + 1, close).replace(/\s+/g, ""); // RFC 2369 §2: blanks inside are no part of it
    if (uri !== "") found.push(uri);
    open = close;
  }
  return found;
}

const most = 100;

/** The one value that List-Unsubscribe-Post may have (RFC 8058 §3.1). */
export const isOneClick = (value: string): boolean => value.trim() === "List-Unsubscribe=One-Click";
