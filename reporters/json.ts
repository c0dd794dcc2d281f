import { clean, complianceOf, defineReporter, inShort, type Opening, type Report, type Summary } from "mailworthy";

/**
 * The whole run as one JSON document, a result a line; `schema/report.schema.json` describes it. Results leave as they
 * come. What stays until the end is a line for each target, with its requirements where there are any, so for very many
 * targets take `ndjson`.
 */
export default defineReporter({
  name: "json",
  title: "the whole run as one JSON document",
  open(out) {
    const targets: string[] = [];
    let profiles: Opening["profiles"] = [];
    let results = 0;
    return {
      start({ tool, at, settings, profiles: asking }: Opening) {
        profiles = asking;
        const head = [`"format":1`, ...fields({ tool, at, settings, ...(asking.length > 0 && { profiles }) })];
        return out.write(`{${head.join(",\n")},\n"results":[`);
      },
      report({ target, roles, requirements, results: of }: Report) {
        const standings = requirements && {
          profiles: complianceOf(profiles, requirements).map(inShort),
          // What it rests on stands with the results, which name their requirements.
          requirements: requirements.map(({ requirement, state, reason }) => ({ requirement, state, reason })),
        };
        if (target) targets.push(clean.json({ ...target, roles, ...standings }));
        if (of.length === 0) return;
        const lines = of.map((result) => clean.json(result)).join(",\n");
        const before = results > 0 ? ",\n" : "\n";
        results += of.length;
        return out.write(before + lines);
      },
      end({ took, counts, domains, causes, interrupted, exit, gate }: Summary) {
        const list = targets.length > 0 ? `\n${targets.join(",\n")}\n` : "";
        const rest = fields({ took, counts, domains, causes, interrupted, exit, ...(gate && { gate }) });
        return out.write(`\n],\n"targets":[${list}],\n${rest.join(",\n")}}\n`);
      },
    };
  },
});

const fields = (values: Record<string, unknown>): string[] =>
  Object.entries(values).map(([name, value]) => `"${name}":${clean.json(value)}`);
