import { defineCheck, type Exhibit, facts, fail, pass, warn } from "mailworthy";

export default defineCheck({
  id: "msg/single-instance-headers",
  on: "message",
  title: "No header field stands twice that may stand once",
  why: "Gmail rejects such mail (5.7.1), since a signature may cover one of the two while the reader sees the other.",
  fix: "Have the program that sends write each of these fields once.",
  refs: ["RFC 5322 §3.6", "Google sender guidelines"],
  needs: { fields: facts.messageFieldCounts },
  verdicts: {
    single: pass("each stands once"),
    repeated: fail("{name} stands {count} times; Gmail rejects such mail"),
    ambiguous: warn("{name} stands {count} times; programs differ in which they take"),
  },
  judge({ fields }, say) {
    const twice = fields.filter(({ lines }) => lines.length > 1);
    const said = twice.flatMap(({ key, name, lines }) => {
      const where: Exhibit = { kind: "table", columns: ["field", "line"], rows: lines.map((line) => [name, line]) };
      const told = { name, count: lines.length };
      return once.has(key) ? [say.repeated(told, where)] : mime.has(key) ? [say.ambiguous(told, where)] : [];
    });
    return said.length > 0 ? said : say.single();
  },
});

/** RFC 5322 §3.6 */
const once = new Set([
  "from",
  "sender",
  "reply-to",
  "to",
  "cc",
  "bcc",
  "message-id",
  "in-reply-to",
  "references",
  "subject",
  "date",
]);
const mime = new Set([
  "mime-version",
  "content-type",
  "content-transfer-encoding",
  "list-unsubscribe",
  "list-unsubscribe-post",
]);
