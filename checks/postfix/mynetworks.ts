import { defineCheck, facts, fail, listed, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/mynetworks",
  on: "postfix",
  title: "Only hosts of your own may relay without a password",
  why: "Every address in mynetworks sends through this server without a password, infected ones too.",
  fix: "List the loopback and the hosts that you run, and give all others a password on port 587 or 465.",
  refs: ["postconf(5) mynetworks"],
  needs: { trusted: facts.postfixNetworks },
  verdicts: {
    narrow: pass("{count} networks may relay without a password, none wider than your own"),
    wide: fail("{networks} may relay without a password; that is an open relay for whoever is there"),
    public: warn("{networks} may relay without a password; every host of that public network sends as you"),
  },
  judge({ trusted: { setting, networks } }, say) {
    const open = networks.filter(({ family, bits }) => bits < (family === 4 ? 8 : 32));
    const large = networks.filter(
      (one) => one.public && !open.includes(one) && one.bits < (one.family === 4 ? 24 : 48),
    );
    const fix = { command: postconf("mynetworks", "127.0.0.0/8 [::1]/128") };
    const said = [
      ...(open.length > 0 ? [say.wide({ networks: texts(open) }, settings(setting), fix)] : []),
      ...(large.length > 0 ? [say.public({ networks: texts(large) }, settings(setting), fix)] : []),
    ];
    return said.length > 0 ? said : say.narrow({ count: networks.length }, settings(setting));
  },
});

const texts = (networks: readonly { text: string }[]): string => listed(networks.map(({ text }) => text));
