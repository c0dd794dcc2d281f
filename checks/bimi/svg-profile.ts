import { abridged, defineCheck, type Exhibit, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "bimi/svg-profile",
  on: "domain",
  title: "The logo keeps to SVG Tiny PS",
  why: "Mailbox providers draw only what the profile allows, since a drawing can run scripts and fetch from outside.",
  fix: "Export the logo as SVG Tiny PS, or take out by hand what is named.",
  refs: ["draft-svg-tiny-ps-abrotman §2"],
  role: "sends",
  needs: { drawing: facts.bimiDrawing },
  verdicts: {
    conforming: pass('SVG Tiny PS, "{title}"'),
    advised: warn("{remarks}"),
    broken: fail("{faults}; no logo is shown"),
  },
  judge({ drawing: { faults, remarks, title } }, say) {
    const rows = [...faults.map((one) => ["not allowed", one]), ...remarks.map((one) => ["not advised", one])];
    const evidence = rows.length > 0 ? [table(rows)] : [];
    if (faults.length > 0) return say.broken({ faults: abridged(faults) }, evidence);
    return remarks.length > 0
      ? say.advised({ remarks: remarks.join("; ") }, evidence)
      : say.conforming({ title: title ?? "" });
  },
});

const table = (rows: string[][]): Exhibit => ({ kind: "table", columns: ["rule", "finding"], rows });
