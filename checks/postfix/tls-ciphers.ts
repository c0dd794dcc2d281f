import { defineCheck, everywhere, facts, listed, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/tls-ciphers",
  on: "postfix",
  title: "Ciphers are those of the defaults, or better",
  why: "Low, export and null grades protect nothing, and a list of ciphers of one's own grows old with nobody looking.",
  fix: "Take the settings out of main.cf.",
  needs: {
    main: facts.postfixSettings(
      "smtpd_tls_mandatory_ciphers",
      "smtpd_tls_ciphers",
      "smtp_tls_mandatory_ciphers",
      "smtp_tls_ciphers",
    ),
    lists: facts.postfixCipherLists,
  },
  verdicts: {
    fine: pass("ciphers are those of the defaults, or better"),
    weak: warn("{setting} is {grade}; such ciphers protect nothing"),
    list: warn("{setting} brings in {ciphers}, which others have given up"),
  },
  judge({ main, lists }, say) {
    const weak = Object.values(main).filter((one) =>
      everywhere(one).some(({ value }) => /^(?:low|export|null)$/i.test(value)),
    );
    const said = [
      ...weak.map((one) =>
        say.weak({ setting: one.name, grade: one.value }, settings(one), { command: `postconf -X ${one.name}` }),
      ),
      ...lists.settings.flatMap((one) => {
        // What a minus or an exclamation mark stands before is taken out.
        const ciphers = one.value
          .split(/[:,\s]+/)
          .filter((word) => /^\+?(?:.*RC4|.*3DES|eNULL|NULL|EXP|EXPORT|LOW|.*MD5)/i.test(word) && !/^[!-]/.test(word));
        const brought = ciphers.filter((word) => !word.startsWith("+"));
        return brought.length > 0
          ? [
              say.list({ setting: one.name, ciphers: listed(brought) }, undefined, {
                command: `postconf -X ${one.name}`,
              }),
            ]
          : [];
      }),
    ];
    return said.length > 0 ? said : say.fine();
  },
});
