import { type Branch, type Exhibit, html, lines, type Markup, moment, whole } from "mailworthy";

type Of<Kind extends Exhibit["kind"]> = Extract<Exhibit, { kind: Kind }>;

/** So many records, steps or rows of an exhibit. */
const most = 100;

export function exhibit(shown: Exhibit): Markup {
  switch (shown.kind) {
    case "records":
      return records(shown);
    case "tree":
      return html`<ul class="tree">
        <li>
          ${shown.title}
          ${shown.source !== undefined && html`<span class="n">${shown.source}</span>`}${branches(shown.root)}
        </li>
      </ul>`;
    case "transcript":
      return transcript(shown);
    case "certificate":
      return html`<div>
        ${shown.chain.slice(0, 10).map(certificate)}
        <p class="muted">served at ${shown.at}</p>
      </div>`;
    case "table":
      return table(shown);
    default:
      return change(shown.from, shown.to);
  }
}

/** A record before and after, each whole. */
export const change = (from: string | undefined, to: string | undefined): Markup =>
  html`<pre class="copy">
${lines([
  ...(from === undefined ? [] : [html`<span class="d">- ${whole(from)}</span>`]),
  ...(to === undefined ? [] : [html`<span class="a">+ ${whole(to)}</span>`]),
])}</pre>`;

function records({ name, type, rcode, server, ad, records }: Of<"records">): Markup {
  const from = `from ${server}${ad ? ", authenticated" : ""}`;
  if (records.length === 0) {
    const none = rcode === "NXDOMAIN" ? "no such name" : "no such record";
    return html`<ul class="tree">
      <li>${name} ${type} <span class="n">${none}, ${from}</span></li>
    </ul>`;
  }
  const sets: { head: Markup; key: string; texts: string[] }[] = [];
  for (const { name, type, ttl, text, file, line } of records.slice(0, most)) {
    const place = file === undefined ? from : `${file}${line === undefined ? "" : `:${line}`}`;
    const key = JSON.stringify([name, type, ttl, place]);
    const last = sets.at(-1);
    if (last?.key === key) last.texts.push(text);
    else sets.push({ head: html`${name} ${type} <span class="n">TTL ${ttl}, ${place}</span>`, key, texts: [text] });
  }
  return html`<ul class="tree">
    ${sets.map(
      ({ head, texts }) =>
        html`<li>
          ${head}
          <ul>
            ${texts.map((text) => html`<li>${whole(text)}</li>`)}
          </ul>
        </li>`,
    )}
  </ul>`;
}

const branches = ({ branches: below }: Branch): Markup =>
  below.length === 0
    ? html``
    : html`<ul>
        ${below
          .slice(0, most)
          .map(
            (one) =>
              html`<li>
                ${one.label}${one.cost !== undefined && html` <span class="n">${one.cost}</span>`}${one.note !== undefined && html` <span class="note">${one.note}</span>`}${branches(one)}
              </li>`,
          )}
      </ul>`;

function transcript({ at, steps }: Of<"transcript">): Markup {
  const who = { server: "  S: ", client: "  C: ", note: "  " } as const;
  const said = steps.slice(0, most).map((step) => {
    const time = `${(step.at / 1_000).toFixed(1).padStart(5)} s`;
    return html`<span class="t">${time}</span>${who[step.from]}${step.text}`;
  });
  return html`<pre>${lines([at, ...said])}</pre>`;
}

/** The common name of a distinguished name, or all of it. */
const common = (name: string): string => /(?:^|[\n,]\s*)CN\s*=\s*([^\n,]+)/.exec(name)?.[1] ?? name;

function certificate({
  commonName,
  subject,
  issuer,
  notBefore,
  notAfter,
  names,
  key,
}: Of<"certificate">["chain"][number]): Markup {
  const size = key.curve ?? (key.bits === undefined ? "" : `${key.bits} bits`);
  const others = names.filter((name) => name !== commonName).slice(0, 20);
  return html`<p>
    <span class="mono">CN ${commonName ?? common(subject)}</span>, issuer ${common(issuer)}, ${notBefore.slice(0, 10)}
    to ${moment(notAfter)}, ${key.type}
    ${size}${others.length > 0 && html`; also for <span class="mono">${others.join(", ")}</span>`}
  </p>`;
}

function table({ columns, rows }: Of<"table">): Markup {
  return html`<div class="scroll">
    <table class="rows">
      <thead>
        <tr>
          ${columns.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, most).map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td${typeof cell === "number" && html` class="n"`}>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
