import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "ptr/fcrdns",
  on: "sender",
  title: "The name of every sending address leads back to it",
  why: "Anybody can write any name into a PTR record, so receivers believe only one that its own domain confirms.",
  fix: "Publish the sending address as an A or AAAA record of the name in its PTR record.",
  refs: ["Google sender guidelines (4.7.23, 5.7.25)", "Yahoo sender best practices", "RFC 1912 §2.1"],
  needs: { forward: facts.forward },
  verdicts: {
    confirmed: pass("{name}"),
    nowhere: fail("{names} has no {type} record; the address is not confirmed"),
    elsewhere: fail("{names} leads to {addresses}; the address is not confirmed"),
  },
  judge({ forward: { confirmed, names } }, say, { subject: { name: ip } }) {
    const evidence = names.map(({ answer }) => records(answer));
    if (confirmed !== null) return say.confirmed({ name: confirmed }, evidence);
    const type = ip.includes(":") ? "AAAA" : "A";
    const fix = names[0] && { to: `${names[0].name}. ${type} ${ip}` };
    const addresses = names.flatMap((one) => one.addresses);
    const all = names.map(({ name }) => name);
    if (addresses.length === 0) return say.nowhere({ names: all, type }, evidence, fix);
    return say.elsewhere({ names: all, addresses }, evidence, fix);
  },
});
