import {
  type Closing,
  counted,
  html,
  Markup,
  moment,
  nounOf,
  number,
  type Recurrence,
  type Row,
  shared,
  type Status,
  type Summary,
  wording,
} from "mailworthy";
import { brand, icon, sprite } from "./icon.js";
import { style } from "./style.js";

/** The policy of the page: nothing but its own style, known by its digest. */
async function policy(): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style)));
  const hash = btoa(String.fromCharCode(...digest));
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

export async function head(title: string): Promise<string> {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Markup(await policy())}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${new Markup(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skiplink" href="#main">Skip to content</a>
        ${sprite}
        <header class="top"><div class="bar">${brand}</div></header>
        <main id="main" tabindex="-1">
     `.text;
}

export const foot = ({ tool, at }: Summary, { took, exit }: Closing, settings: readonly string[]): string =>
  html`</main>
<footer>${[`Measured ${moment(at)} in ${took}`, tool, ...settings, exit].join(" · ")}</footer>
</body>
</html>
`.text;

/** Many targets at a glance: how many in which state, what they have in common, and the worst of them. */
export function overview(
  summary: Summary,
  { word, counts, status }: Closing,
  rows: readonly { row: Row; link?: string }[],
  faults: readonly Recurrence[],
): Markup {
  const { targets, domains } = summary;
  const tile = (state: Status, count: number): Markup =>
    html`<li><span>${icon(state, true)}${wording[state].state}</span><b class="num">${number(count)}</b></li>`;
  return html`<h1>${counted(targets, nounOf(summary))}</h1>
    <p class="chips"><span class="chip ${status}">${icon(status, true)}${word}</span></p>
    <p class="lead">${counts}</p>
    <ul class="tiles">
      ${tile("fail", domains.fail)}${tile("inconclusive", domains.inconclusive)}${tile("warn", domains.warn)}${tile("pass", domains.pass + domains.skip)}
    </ul>
    ${common(summary, faults)} ${fleet(rows, summary)}`;
}

function common(summary: Summary, faults: readonly Recurrence[]): Markup | undefined {
  const noun = nounOf(summary);
  const all = [
    ...shared(summary.causes).map(({ domains, text }) => ({ domains, text, status: "inconclusive" as const })),
    ...faults.map(({ domains, text }) => ({ domains, text, status: "fail" as const })),
  ];
  if (all.length === 0) return undefined;
  const top = all.sort((a, b) => b.domains - a.domains).slice(0, 20);
  return html`<section class="card">
    <h2>One cause, many ${noun}s</h2>
    <table class="rows">
      <tbody>
        ${top.map(
          ({ domains, text, status }) =>
            html`<tr>
              <td>${icon(status)} ${text}</td>
              <td class="n">${counted(domains, noun)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function fleet(rows: readonly { row: Row; link?: string }[], summary: Summary): Markup | undefined {
  const { domains } = summary;
  if (rows.length === 0) return undefined;
  const more = domains.fail + domains.inconclusive + domains.warn - rows.length;
  return html`<section class="card">
    <h2>Worst first</h2>
    <table class="rows stack fleet">
      <thead>
        <tr>
          <th scope="col">${headed(nounOf(summary))}</th>
          <th scope="col" class="n">Fail</th>
          <th scope="col" class="n">Unknown</th>
          <th scope="col" class="n">Warn</th>
          <th scope="col" class="n">Pass</th>
          <th scope="col">Worst</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ row: { name, status, counts, gist }, link }) =>
            html`<tr>
              <th scope="row">${icon(status)} ${link === undefined ? name : html`<a href="#${link}">${name}</a>`}</th>
              <td class="n">${counts.fail}</td>
              <td class="n">${counts.inconclusive}</td>
              <td class="n">${counts.warn}</td>
              <td class="n">${counts.pass}</td>
              <td>${gist && html`<span class="mono">${gist.check}</span> ${gist.text}`}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${more > 0 && html`<p class="muted">${number(more)} more</p>`}
  </section>`;
}

const headed = (noun: string): string => noun[0]!.toUpperCase() + noun.slice(1);
