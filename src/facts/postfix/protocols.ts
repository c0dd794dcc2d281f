import { defineFact, isAbsent } from "../../fact.js";
import { words } from "../../syntax/postfix/words.js";
import { postfixSettings } from "./settings.js";

const names = [
  "smtpd_tls_mandatory_protocols",
  "smtpd_tls_protocols",
  "smtp_tls_mandatory_protocols",
  "smtp_tls_protocols",
] as const;

/** Versions of SSL and TLS from old to new, as Postfix names them. */
const versions = ["SSLv2", "SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

/** The versions of SSL and TLS that each setting of protocols lets through (postconf(5), smtpd_tls_protocols). */
export const postfixProtocols = defineFact({
  id: "postfix-protocols",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await ask(protocols, of);
    if (isAbsent(found)) return found;
    return {
      settings: names.map((name) => ({
        setting: found[name],
        mandatory: name.includes("mandatory"),
        // OpenSSL has no SSLv2 any more.
        allowed: allowedBy(found[name].value).filter((version) => version !== "SSLv2"),
      })),
    };
  },
});

const protocols = postfixSettings(...names);

function allowedBy(value: string): string[] {
  const given = words(value, ", \t\r\n:");
  const place = (name: string): number => versions.findIndex((one) => one.toLowerCase() === name.toLowerCase());
  const only = given.filter((word) => place(word) >= 0);
  const left = only.length > 0 ? versions.filter((one) => only.some((word) => place(word) === place(one))) : versions;
  return left.filter((one) =>
    given.every((word) => {
      const at = place(word.replace(/^(?:!|>=|<=)/, ""));
      if (at < 0) return true;
      if (word.startsWith("!")) return place(one) !== at;
      if (word.startsWith(">=")) return place(one) >= at;
      return !word.startsWith("<=") || place(one) <= at;
    }),
  );
}
