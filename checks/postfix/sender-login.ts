import { defineCheck, facts, listed, pass, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/sender-login",
  on: "postfix",
  title: "Whoever logs in sends under addresses of their own",
  why: "One stolen password otherwise sends as everybody in the domain, and it passes SPF, DKIM and DMARC.",
  fix: "List who may use which address in smtpd_sender_login_maps, and put reject_authenticated_sender_login_mismatch into smtpd_sender_restrictions.",
  refs: ["SASL_README"],
  needs: {
    smtpd: facts.postfixServices("smtpd", "smtpd_sasl_auth_enable", "smtpd_sender_login_maps"),
    restrictions: facts.postfixRestrictions,
  },
  verdicts: {
    none: pass("passwords are taken by no service that others reach"),
    bound: pass("who logs in sends under addresses of their own"),
    free: warn("who logs in on {services} may send under any address"),
  },
  judge({ smtpd, restrictions }, say) {
    const taking = smtpd.services.filter(
      ({ loopback, values }) => !loopback && values.smtpd_sasl_auth_enable === "yes",
    );
    if (taking.length === 0) return say.none();
    const free = taking.filter(({ service, values }) => {
      const lists = restrictions.services.find((one) => one.service === service)?.lists ?? [];
      const bound = lists.some((list) => list.restrictions.some((one) => !one.onlyWarns && mismatch.test(one.name)));
      return !bound || values.smtpd_sender_login_maps === "";
    });
    return free.length === 0 ? say.bound() : say.free({ services: listed(free.map(({ service }) => service)) });
  },
});

const mismatch = /^reject_(?:authenticated_|known_)?sender_login_mismatch$/;
