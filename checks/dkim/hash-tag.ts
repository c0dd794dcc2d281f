import { defineCheck, editTagList, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dkim/hash-tag",
  on: "selector",
  title: "The DKIM key may be used with SHA-256",
  why: "SHA-1 no longer counts, so a key that allows nothing else verifies nothing.",
  fix: "Take out the `h` tag, or set it to `h=sha256`.",
  refs: ["RFC 8301 §3.1"],
  needs: { dkim: facts.dkimRecord },
  verdicts: {
    allowed: pass("{hashes}"),
    excluded: fail("h={hashes}; signatures with sha256 fail, and sha1 no longer counts"),
  },
  judge({ dkim: { answer, record } }, say) {
    const { hashes } = record;
    if (hashes === null) return say.allowed({ hashes: "every hash" }, records(answer));
    return hashes.includes("sha256")
      ? say.allowed({ hashes }, records(answer))
      : say.excluded({ hashes: hashes.join(":") }, records(answer), {
          from: record.text,
          to: editTagList(record.tags, { h: "sha256" }),
        });
  },
});
