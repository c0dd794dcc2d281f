import {
  clean,
  countsOf,
  defineReporter,
  label,
  type Report,
  stateOf,
  type Status,
  type Subject,
  view,
} from "mailworthy";

const colours: Record<Status, string> = {
  fail: "#b3261e",
  inconclusive: "#6440b5",
  warn: "#875400",
  pass: "#0b6b63",
  skip: "#525c6b",
};

/**
 * What was looked at, as a graph for Graphviz: domains, their hosts, addresses, selectors and senders, each in the
 * colour of its worst result. A host that domains share is one node; a cause points at what it holds up.
 */
export default defineReporter({
  name: "dot",
  title: "domains, hosts and addresses as a graph for Graphviz",
  open(out) {
    return {
      start: () =>
        out.write(
          `strict digraph mailworthy {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname="sans-serif"];\n`,
        ),
      report: (report: Report) => (report.target ? out.write(`${graph(report).join("\n")}\n`) : undefined),
      end: () => out.write("}\n"),
    };
  },
});

function graph(report: Report): string[] {
  const subjects = new Map<string, { subject: Subject; statuses: Status[] }>();
  for (const { subject, status } of report.results) {
    const one = subjects.get(label(subject)) ?? { subject, statuses: [] };
    one.statuses.push(status);
    subjects.set(label(subject), one);
  }
  const nodes = [...subjects].flatMap(([name, { subject, statuses }]) => {
    const above = parent(subject);
    const colour = colours[stateOf(countsOf(statuses))];
    return [
      `  ${clean.dot(name)} [color="${colour}"];`,
      ...(above === undefined ? [] : [`  ${clean.dot(above)} -> ${clean.dot(name)};`]),
    ];
  });
  const causes = view(report).unknown.flatMap(({ cause, text, subjects }) =>
    cause === undefined
      ? []
      : [
          `  ${clean.dot(cause)} [label=${clean.dot(text)}, color="${colours.inconclusive}", shape=note];`,
          ...subjects.map((one) => `  ${clean.dot(cause)} -> ${clean.dot(label(one))} [style=dashed];`),
        ],
  );
  return [...nodes, ...causes];
}

/** The label of what a subject belongs to. */
function parent(subject: Subject): string | undefined {
  switch (subject.kind) {
    case "address":
      return subject.host;
    case "endpoint":
      return `${subject.host} [${subject.address}]`;
    case "domain":
      return undefined;
    default:
      return subject.domain;
  }
}
