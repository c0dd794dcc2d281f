import { absent, defineFact, isAbsent } from "../fact.js";
import { isAddress } from "../syntax/address.js";
import { isHostName } from "../syntax/domain-name.js";
import { greeting } from "./greeting.js";
import { at } from "./smtp-session.js";

/** The 220 greeting, and the name by which the host introduces itself in it (RFC 5321 §4.2). */
export const banner = defineFact({
  id: "banner",
  of: "address",
  reaches: "smtp",
  deadline: greeting.deadline!,
  async gather(of, { ask }) {
    const greeted = await ask(greeting, of);
    if (isAbsent(greeted)) return greeted;
    const { code, text, ...rest } = greeted;
    if (code !== 220) return absent(`${at(of)} does not greet as a mail server`);
    const name = /^220 (\S+)/.exec(text)?.[1] ?? "";
    const literal = /^\[(?:IPv6:)?(.+)\]$/i.exec(name)?.[1];
    const qualified = literal ? isAddress(literal) : name.includes(".") && isHostName(name) && !isAddress(name);
    return { ...rest, text, name, qualified };
  },
});
