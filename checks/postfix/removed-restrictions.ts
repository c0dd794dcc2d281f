import { defineCheck, facts, fail, pass, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/removed-restrictions",
  on: "postfix",
  title: "Restrictions are ones that Postfix still knows",
  why: "Since 3.9 Postfix answers mail that meets a restriction it has dropped with 451 and takes none.",
  fix: "Put reject_unauth_destination, reject_rbl_client, permit_mynetworks or relay_domains in their place.",
  refs: ["DEPRECATION_README"],
  needs: { restrictions: facts.postfixRestrictions, seen: facts.postfixSeen },
  verdicts: {
    known: pass("restrictions are ones that Postfix still knows"),
    removed: fail("{restriction} in {setting} is gone since 3.9; mail that meets it is answered with 451"),
    leaving: warn("{restriction} in {setting} is on its way out"),
  },
  judge({ restrictions, seen: { release } }, say) {
    const found = new Map(
      restrictions.services.flatMap(({ lists }) =>
        lists.flatMap(({ setting, restrictions: those }) =>
          those
            .filter(({ name }) => old.has(name))
            .map(({ name }) => [`${name} ${setting}`, { restriction: name, setting }] as const),
        ),
      ),
    );
    if (found.size === 0) return say.known();
    const [major = 0, minor = 0] = (release ?? "0").split(/[.-]/).map(Number);
    const dropped = major > 3 || (major === 3 && minor >= 9);
    return [...found.values()].map((one) =>
      dropped && one.restriction !== "permit_mx_backup" ? say.removed(one) : say.leaving(one),
    );
  },
});

const old = new Set(["check_relay_domains", "reject_maps_rbl", "permit_naked_ip_address", "permit_mx_backup"]);
