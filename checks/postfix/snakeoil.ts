import { defineCheck, everywhere, facts, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/snakeoil",
  on: "postfix",
  title: "The certificate is your own",
  why: "The placeholder that Debian makes is signed by nobody: whoever verifies it, as MTA-STS asks, does not deliver.",
  fix: "Get a certificate for the name of the mail host, from an ACME authority for one, and name it in smtpd_tls_chain_files.",
  needs: { main: facts.postfixSettings("smtpd_tls_cert_file", "smtpd_tls_chain_files") },
  verdicts: {
    own: pass("certificate of your own"),
    none: pass("certificate is not set"),
    placeholder: warn("certificate is the placeholder {file}; whoever verifies it does not deliver"),
  },
  judge({ main: { smtpd_tls_cert_file: file, smtpd_tls_chain_files: chain } }, say) {
    const named = [...everywhere(file), ...everywhere(chain)].map(({ value }) => value);
    const placeholder = named.find((value) => value.includes("ssl-cert-snakeoil"));
    if (placeholder !== undefined) return say.placeholder({ file: placeholder }, settings(file, chain));
    return named.every((value) => value === "" || value === "none") ? say.none() : say.own();
  },
});
