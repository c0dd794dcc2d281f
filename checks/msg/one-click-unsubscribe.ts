import { defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "msg/one-click-unsubscribe",
  on: "message",
  title: "Readers can unsubscribe with one click",
  why: "Gmail and Yahoo ask it of all who send in bulk, and readers who find no such button press the one for spam.",
  fix: "Add List-Unsubscribe with one HTTPS address and List-Unsubscribe-Post, and sign both.",
  refs: ["RFC 8058 §3", "RFC 8058 §4", "Google sender guidelines"],
  needs: { unsubscribe: facts.messageUnsubscribe },
  verdicts: {
    works: pass("one click at {uri}, covered by a valid signature"),
    missing: warn("{mark} marks it as one to many, and it has no List-Unsubscribe; Gmail and Yahoo want one click"),
    mailOnly: warn("only by mail to {uri}; enough for Yahoo, and Gmail wants one click"),
    twoClicks: warn("{uri} without List-Unsubscribe-Post; it takes more than one click"),
    several: warn("{count} web addresses stand in List-Unsubscribe; one-click needs exactly one"),
    noAddress: fail("List-Unsubscribe-Post without an HTTPS address in List-Unsubscribe; there is nothing to post to"),
    wrongPost: fail('List-Unsubscribe-Post is "{post}"; it must be List-Unsubscribe=One-Click'),
    lost: warn(
      "one click at {uri}; the key of the signature that covers it is no longer in DNS, so it cannot be verified",
    ),
    uncovered: fail("no valid signature covers List-Unsubscribe and List-Unsubscribe-Post; receivers ignore them"),
  },
  judge({ unsubscribe: { mark, uris, post, oneClick, covered, lost } }, say) {
    const https = uris.filter((uri) => /^https:\/\//i.test(uri));
    const [uri = ""] = https;
    const example = { to: "List-Unsubscribe-Post: List-Unsubscribe=One-Click" };
    if (post !== null) {
      if (!oneClick) return say.wrongPost({ post }, undefined, example);
      if (https.length === 0) return say.noAddress();
      if (lost) return say.lost({ uri });
      if (!covered)
        return say.uncovered({}, undefined, {
          text: "Have the DKIM signature's h= name List-Unsubscribe and List-Unsubscribe-Post",
        });
      return https.length > 1 ? say.several({ count: https.length }) : say.works({ uri });
    }
    if (https.length > 0) return say.twoClicks({ uri }, undefined, example);
    return uris.length > 0
      ? say.mailOnly({ uri: uris[0]! }, undefined, example)
      : say.missing({ mark }, undefined, example);
  },
});
