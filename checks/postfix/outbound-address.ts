import { abridged, defineCheck, facts, isPublic, listed, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/outbound-address",
  on: "postfix",
  title: "It is settled which address mail leaves from",
  why: "With several addresses the system chooses, and mail leaves from one that SPF does not list or that has no PTR record.",
  fix: "Set smtp_bind_address, and smtp_bind_address6, to the address that SPF and its PTR record stand for.",
  refs: ["postconf(5) smtp_bind_address"],
  needs: {
    main: facts.postfixSettings("smtp_bind_address", "smtp_bind_address6", "inet_interfaces", "relayhost"),
    machine: facts.postfixMachine,
  },
  verdicts: {
    settled: pass("mail leaves from {address}"),
    single: pass("this machine has one address of a kind to send from"),
    relayed: pass("all mail goes to {relay}"),
    open: warn("mail leaves from any of {addresses}; SPF and PTR must hold for each"),
  },
  judge({ main: { smtp_bind_address: four, smtp_bind_address6: six, inet_interfaces, relayhost }, machine }, say) {
    if (relayhost.value !== "") return say.relayed({ relay: relayhost.value });
    const bound = [four.value, six.value].filter(Boolean);
    const several = [["4", four] as const, ["6", six] as const].flatMap(([family, setting]) => {
      const own = machine.addresses.filter((ip) => ip.includes(":") === (family === "6") && isPublic(ip));
      return own.length > 1 && setting.value === "" ? own : [];
    });
    // One address in inet_interfaces is the one that mail leaves from.
    const only = inet_interfaces.value.split(/[\s,]+/).filter((one) => /^[\d.]+$/.test(one) && !one.startsWith("127."));
    if (several.length > 0 && only.length !== 1)
      return say.open({ addresses: abridged(several) }, settings(four, six, inet_interfaces));
    return bound.length > 0 ? say.settled({ address: listed(bound) }) : say.single();
  },
});
