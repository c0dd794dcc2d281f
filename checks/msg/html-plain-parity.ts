import { defineCheck, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "msg/html-plain-parity",
  on: "message",
  title: "The plain text says what the HTML says",
  why: "Filters compare the two, and watches, screen readers and some people see the plain one.",
  fix: "Send multipart/alternative with a plain part made from the same text.",
  refs: ["RFC 2046 §5.1.4"],
  needs: { parts: facts.messageParts },
  verdicts: {
    both: pass("plain text and HTML"),
    plain: pass("plain text alone"),
    empty: pass("no text"),
    htmlOnly: warn("HTML without plain text; filters count that against it"),
    thin: warn("{plain} words of plain text for {html} in HTML; they do not say the same"),
  },
  judge({ parts: { text, html } }, say) {
    if (html === null) return text === null ? say.empty() : say.plain();
    if (text === null || text.trim() === "") return say.htmlOnly();
    const [plain, shown] = [text, html.text].map(words) as [number, number];
    return shown >= 50 && plain * 5 < shown ? say.thin({ plain, html: shown }) : say.both();
  },
});

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;
