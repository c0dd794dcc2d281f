import { defineCheck, facts, fail, listed, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/tls-protocols",
  on: "postfix",
  title: "Where TLS is required it is 1.2 or later",
  why: "TLS 1.0 and 1.1 are broken and retired; where TLS is only an offer, they are still better than none.",
  fix: "Set the mandatory protocols to >=TLSv1.2.",
  refs: ["RFC 8996 §2", "postconf(5) smtpd_tls_mandatory_protocols"],
  needs: { protocols: facts.postfixProtocols },
  verdicts: {
    modern: pass("required TLS is 1.2 or later"),
    old: warn("{setting} allows {versions} where TLS is required"),
    ssl: fail("{setting} allows {versions}, which anybody can break"),
  },
  judge({ protocols: { settings: found } }, say) {
    const said = found.flatMap(({ setting, allowed, mandatory }) => {
      const ssl = allowed.filter((version) => version.startsWith("SSL"));
      const old = allowed.filter((version) => version === "TLSv1" || version === "TLSv1.1");
      const fix = { command: postconf(setting.name, mandatory ? ">=TLSv1.2" : ">=TLSv1") };
      if (ssl.length > 0) return [say.ssl({ setting: setting.name, versions: listed(ssl) }, settings(setting), fix)];
      if (!mandatory || old.length === 0) return [];
      return [say.old({ setting: setting.name, versions: listed(old) }, settings(setting), fix)];
    });
    return said.length > 0 ? said : say.modern();
  },
});
