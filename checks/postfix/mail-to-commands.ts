import { defineCheck, facts, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/mail-to-commands",
  on: "postfix",
  title: "Lists of addresses run no commands",
  why: "Whoever can write to a file that an alias includes runs commands as its owner, or as default_privs.",
  fix: "Leave allow_mail_to_commands and allow_mail_to_files at alias, forward, and default_privs at nobody.",
  refs: ["postconf(5) allow_mail_to_commands"],
  needs: { main: facts.postfixSettings("allow_mail_to_commands", "allow_mail_to_files", "default_privs") },
  verdicts: {
    closed: pass("lists of addresses run no commands"),
    include: warn("{setting} holds include; who writes to an included list runs commands or writes files"),
    root: warn("default_privs is root; commands of aliases run as root"),
  },
  judge({ main: { allow_mail_to_commands: commands, allow_mail_to_files: files, default_privs } }, say) {
    const open = [commands, files].filter(({ value }) => /\binclude\b/.test(value));
    const said = [
      ...open.map((one) =>
        say.include({ setting: one.name }, settings(one), { command: postconf(one.name, "alias, forward") }),
      ),
      ...(default_privs.value === "root"
        ? [say.root({}, settings(default_privs), { command: postconf("default_privs", "nobody") })]
        : []),
    ];
    return said.length > 0 ? said : say.closed();
  },
});
