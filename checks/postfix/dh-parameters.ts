import { defineCheck, facts, listed, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/dh-parameters",
  on: "postfix",
  title: "Key exchange is left to the defaults",
  why: "Files and grades from old guides hold the key exchange at what was good then; Postfix 3.9 and later warn of them.",
  fix: "Take the settings out of main.cf.",
  refs: ["DEPRECATION_README"],
  needs: {
    main: facts.postfixSettings("smtpd_tls_dh1024_param_file", "smtpd_tls_dh512_param_file", "smtpd_tls_eecdh_grade"),
  },
  verdicts: {
    default: pass("key exchange is left to the defaults"),
    set: warn("{settings} set; the defaults are better and stay so"),
  },
  judge({ main }, say) {
    const set = Object.values(main).filter((one) => one.set && one.value !== "" && one.value !== "auto");
    if (set.length === 0) return say.default();
    const names = set.map(({ name }) => name);
    return say.set({ settings: listed(names) }, settings(...set), { command: `postconf -X ${names.join(" ")}` });
  },
});
