import { defineCheck, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "msg/alt-text",
  on: "message",
  title: "Pictures have a text in their place",
  why: "Many clients show no pictures at first, and who cannot see them reads the text.",
  fix: "Give each `img` an `alt` text, an empty one where it only decorates.",
  refs: ["WCAG 2.2 §1.1.1"],
  needs: { html: facts.messageHtml },
  verdicts: {
    none: pass("no pictures"),
    described: pass("{count} pictures, each with a text"),
    missing: warn("pictures without a text in their place: {missing} of {count}"),
  },
  judge({ html: { images } }, say) {
    const seen = images.filter(({ width, height }) => !(tiny(width) && tiny(height)));
    const bare = seen.filter(({ alt }) => alt === null);
    if (seen.length === 0) return say.none();
    if (bare.length === 0) return say.described({ count: seen.length });
    const rows = bare.slice(0, 10).map(({ src }) => [src.slice(0, 200)]);
    return say.missing({ missing: bare.length, count: seen.length }, { kind: "table", columns: ["picture"], rows });
  },
});

/** Pictures that count readers are one pixel large. */
const tiny = (size: string | null): boolean => size !== null && /^[01](?:px)?$/.test(size);
