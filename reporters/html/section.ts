import {
  abridged,
  type Compliance,
  counted,
  type Fix,
  html,
  lines,
  type Markup,
  type Said,
  standing,
  states,
  tallied,
  told,
  toldWhole,
  type Unknown,
  urlOf,
  type View,
  whole,
  wording,
} from "mailworthy";
import { change, exhibit } from "./exhibit.js";
import { icon } from "./icon.js";

/** All there is to say of one target. `alone`: it is the page's subject, and its name the page's heading. */
export function section(view: View, id: string, alone: boolean): Markup {
  const { name = "This run", about, status, counts, failing, unknown, warning, passing, skipped, compliance } = view;
  return html`<section class="domain" id="${id}">
    ${alone ? html`<h1>${name}</h1>` : html`<h2>${name}</h2>`}
    <p class="chips"><span class="chip ${status}">${icon(status, true)}${wording[status].state}</span></p>
    <p class="lead">${tallied(counts)}</p>
    ${about.length > 0 && html`<p class="about">${about.join(" · ")}</p>`}
    ${
      failing.length > 0 &&
      html`<h3>Fix first</h3>
        ${failing.map(finding)}`
    }
    ${
      unknown.length > 0 &&
      html`<h3>Could not find out</h3>
        ${unknown.map(stalled)}`
    }
    ${warning.length + passing.length + skipped.length > 0 && html`<h3>${warning.length > 0 ? "Worth a look" : "The rest"}</h3>`}
    ${fold(warning, counted(warning.length, "warning"), true)}
    ${fold(passing, `${counted(counts.pass, "check")} ${counts.pass === 1 ? "passes" : "pass"}`)}
    ${fold(skipped, `${counted(counts.skip, "check")} ${counts.skip === 1 ? "does" : "do"} not apply`)}
    ${compliance.map(standings)}
  </section>`;
}

/** How a target stands to a profile: the sum, and behind it each requirement. */
function standings(one: Compliance): Markup {
  const { profile, items, counts } = one;
  return html`<details class="fold" ${counts["not met"] > 0 && html`open`}>
    <summary>${profile.heading}: ${standing(one)}</summary>
    <div>
      <table class="rows stack">
        <tbody>
          ${items.map(
            ({ requirement: { id, text, codes = [] }, outcome: { state, reason } }, at) =>
              html`<tr>
                <td class="id">
                  ${icon(states[state])} <span class="mono">${profile.steps && `${at + 1}. `}${id}</span>
                </td>
                <td>
                  ${text}${reason !== undefined && html`: ${reason}`}${state === "not met" && codes.length > 0 && ` (${codes.join(", ")})`}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

function finding(said: Said): Markup {
  const { check, status, rule } = said;
  return html`<article class="finding ${status}">
    <header>
      ${icon(status)}
      <h4>${told(said)}</h4>
      <span class="mono">${check}</span>
    </header>
    ${rule && html`<p>${rule.why} ${(rule.refs ?? []).map((ref, at) => html`${at > 0 && ", "}${linked(ref)}`)}</p>`}
    ${proof(said)}
  </article>`;
}

function linked(ref: string): Markup {
  const url = urlOf(ref);
  return url === undefined ? html`${ref}` : html`<a href="${url}" rel="noreferrer">${ref}</a>`;
}

function stalled(unknown: Unknown): Markup {
  return html`<article class="finding inconclusive">
    <header>
      ${icon("inconclusive")}
      <h4>${toldWhole(unknown)}</h4>
      <span class="mono">${abridged(unknown.checks)}</span>
    </header>
    ${proof(unknown)}
  </article>`;
}

/** What something rests on, what to do about it, and what would let it be learnt. */
function proof({ evidence, fix, next = [] }: Pick<Said, "evidence" | "fix"> & Partial<Pick<Unknown, "next">>): Markup {
  const parts: [string, Markup | readonly Markup[]][] = [
    ...(evidence.length > 0 ? [["Evidence", evidence.map(exhibit)] as [string, Markup[]]] : []),
    ...(fix ? [["Fix", steps(fix)] as [string, Markup]] : []),
    ...(next.length > 0
      ? [["To learn it", html`<pre class="copy">${lines(next.map(whole))}</pre>`] as [string, Markup]]
      : []),
  ];
  return parts.length === 0
    ? html``
    : html`<dl class="proof">
        ${parts.map(
          ([name, shown]) =>
            html`<dt>${name}</dt>
              <dd>${shown}</dd>`,
        )}
      </dl>`;
}

const steps = ({ text, from, to, command }: Fix): Markup =>
  html`${text !== undefined && html`<p>${text}</p>`}${(from ?? to) !== undefined && change(from, to)}${command !== undefined && html`<pre class="copy">$ ${whole(command)}</pre>`}`;

/** Findings in a line each, behind their number; of a warning there is more behind its line. */
function fold(all: readonly Said[], title: string, open = false): Markup | undefined {
  if (all.length === 0) return undefined;
  return html`<details class="fold" ${open && html`open`}>
    <summary>${title}</summary>
    <div>
      <table class="rows stack">
        <tbody>
          ${all.map(
            (said) =>
              html`<tr>
                <td class="id">${icon(said.status)} <span class="mono">${said.check}</span></td>
                <td>${said.status === "warn" ? unfolding(said) : told(said)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

const unfolding = (said: Said): Markup =>
  html`<details>
    <summary>${told(said)}</summary>
    ${proof(said)}
  </details>`;
