import { defineCheck, fail, facts, pass, records, writeDkimRecord } from "mailworthy";

export default defineCheck({
  id: "dkim/matches-private-key",
  on: "selector",
  title: "The key in DNS belongs to the declared one",
  why: "A signer that uses another key than the one in DNS makes signatures that fail everywhere.",
  fix: "Publish the public half of the key that signs, or sign with the key whose public half is published.",
  refs: ["RFC 6376 §6.1.3"],
  asks: { expectedKey: "no key is declared for it" },
  needs: { key: facts.dkimPublicKey },
  verdicts: {
    same: pass("the {type} key in DNS is the declared one"),
    other: fail("the {type} key in DNS is another than the declared one; signatures fail"),
  },
  judge({ key: { type, spki, answer } }, say, { subject }) {
    const expected = subject.expectedKey!;
    if (bare(expected) === bare(spki)) return say.same({ type }, records(answer));
    return say.other({ type }, records(answer), { to: writeDkimRecord(expected) });
  },
});

const bare = (base64: string): string => base64.replace(/[\s=]+/g, "");
