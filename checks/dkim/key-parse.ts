import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dkim/key-parse",
  on: "selector",
  title: "The DKIM key can be read",
  why: "A key that was cut off or altered on its way into DNS verifies nothing, and every signature fails.",
  fix: "Publish the base64 of the public key whole, in strings of at most 255 characters, without the lines of a PEM file.",
  refs: ["RFC 6376 §3.6.1", "RFC 8463 §4"],
  needs: { dkim: facts.dkimKey },
  verdicts: {
    readable: pass("can be read as {type}"),
    unreadable: fail("the {type} key cannot be read: {error}"),
  },
  judge({ dkim: { answer, type, key } }, say) {
    return key.ok
      ? say.readable({ type }, records(answer))
      : say.unreadable({ type, error: key.error }, records(answer));
  },
});
