import { defineCheck, facts, maybe, pass, transcript } from "mailworthy";

export default defineCheck({
  id: "smtp/banner-matches-ptr",
  on: "address",
  title: "It is told whether a mail host greets by the name of its address",
  why: "Nothing hangs on it for mail that comes in; hosts that also send do better with one name.",
  fix: "Let the mail server greet by the name in the PTR record, where the host also sends.",
  refs: ["RFC 5321 §4.2"],
  role: "receives",
  needs: { banner: facts.banner, ptr: maybe(facts.ptr) },
  verdicts: {
    matches: pass("{name}"),
    other: pass("greets as {name}, while its address is named {names}"),
    unnamed: pass("greets as {name}; its address has no name"),
  },
  judge({ banner, ptr }, say) {
    const evidence = transcript(banner);
    const name = banner.name.toLowerCase() || "nothing";
    if (!ptr) return say.unnamed({ name }, evidence);
    const names = ptr.names.map((one) => one.name);
    return names.includes(name) ? say.matches({ name }, evidence) : say.other({ name, names }, evidence);
  },
});
