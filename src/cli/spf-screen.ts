import { exhibit } from "../../reporters/text/exhibit.js";
import { hang, type Page, pageOf } from "../../reporters/text/page.js";
import type { Out } from "../reporter.js";
import type { Status } from "../result.js";
import type { Change, Inquiry, Look, Who, Wish } from "../spf/inquiry.js";
import { wording } from "../view/view.js";
import { abridged, counted, duration, listed, number } from "../view/words.js";

/** The record, what it costs, who may send and what it says of each address; then what a change would do. */
export function spfScreen(inquiry: Inquiry, wish: Wish, out: Out, verbose: number): string {
  const page = pageOf(out, { verbose });
  const { domain, none, published, edited, flattened, exit } = inquiry;
  const status = exit === 3 ? "inconclusive" : "fail";
  const parts = [
    none === undefined ? [] : hang(page, `${page.paint(status, page.symbols[status])} `, 2, page.text(none)),
    ...(published ? recordOf(page, domain, published, wish) : []),
    ...(edited ? changeOf(page, "with the change", edited, published) : []),
    ...flattenedOf(page, flattened, edited?.look ?? published),
    [last(page, inquiry)],
  ];
  const shown = parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${shown.join("\n\n")}\n`;
}

function recordOf(page: Page, domain: string, look: Look, wish: Wish): string[][] {
  const { record, ttl, server, results } = look;
  const about = `MAIL FROM ${wish.sender}, EHLO ${wish.helo}`;
  return [
    [
      `${page.bold(page.text(`${domain} SPF`))}  ${page.dim(page.text(`TTL ${ttl}, from ${server}`))}`,
      page.copy(record),
    ],
    problems(page, look),
    lookups(page, look),
    [...hang(page, `${page.bold("who may send")}  `, 14, page.text(amounts(look))), ...networks(page, look.who)],
    ...results.map((result) => {
      const { ip, result: word, reason, explanation, letters } = result;
      const looked = letters.filter((letter) => "lsh".includes(letter)).map((letter) => `%{${letter}}`);
      const status = statusOf(word);
      return [
        ...hang(page, `${page.paint(status, page.symbols[status])} `, 2, page.text(`${ip} ${word}: ${reason}`)),
        ...(explanation === undefined ? [] : hang(page, "  ", 2, page.text(`it is told: ${explanation}`))),
        ...(looked.length === 0
          ? []
          : hang(
              page,
              "  ",
              2,
              page.text(`it looks at ${listed(looked)}, so that another message may fare otherwise`),
            )),
        ...tree(page, about, result.trace),
      ];
    }),
  ];
}

const statusOf = (result: Look["results"][number]["result"]): Status =>
  result === "pass"
    ? "pass"
    : result === "unknown"
      ? "inconclusive"
      : result === "fail" || result === "permerror"
        ? "fail"
        : "warn";

function problems(page: Page, { problems, unknown }: Look): string[] {
  const line = (status: Status, text: string): string[] =>
    hang(page, `${page.paint(status, page.symbols[status])} `, 2, page.text(text));
  return [...problems.flatMap((text) => line("fail", text)), ...unknown.flatMap((text) => line("inconclusive", text))];
}

function lookups(page: Page, look: Look): string[] {
  if (look.tree.branches.length === 0) return [`${page.bold("lookups")}  none`];
  return [
    `${page.bold("lookups")}  ${costs(look)}`,
    ...tree(page, "when no term matches, and how many so far", look.tree),
  ];
}

/** `11 of 10, 1 of 2 find nothing`. */
function costs({ lookups, voids }: Look): string {
  const most = voids ? Math.max(voids.v4, voids.v6) : 0;
  const family =
    voids && voids.v4 !== voids.v6 ? (voids.v4 > voids.v6 ? " for IPv4 clients" : " for IPv6 clients") : "";
  const found =
    voids === undefined
      ? ", it is not known how many find nothing"
      : most > 0
        ? `, ${most} of 2 find nothing${family}`
        : "";
  return `${lookups} of 10${found}`;
}

const tree = (page: Page, title: string, root: Look["tree"]): string[] =>
  exhibit(page, { kind: "tree", title, root }, page.columns - 2).map((line) => page.dim(`  ${line}`));

/** `256 IPv4 and about 2^64 IPv6 addresses, and whom ptr lets send for a message`. */
function amounts({ who, open, problems }: Look): string {
  const others =
    open.length > 0 ? `, and whom ${listed(open)} let${open.length === 1 ? "s" : ""} send for a message` : "";
  const faulty = problems.length > 0 ? "; where receivers meet a fault, they let nobody send" : "";
  return `${who ? sizes(who) : "not known"}${others}${faulty}`;
}

function sizes({ v4, v6 }: Who): string {
  const some = [...(v4 > 0 ? [`${amount(v4)} IPv4`] : []), ...(v6 > 0 ? [`${amount(v6)} IPv6`] : [])];
  if (some.length === 0) return "no address";
  return `${listed(some)} ${v4 + v6 === 1 ? "address" : "addresses"}`;
}

/** Of very large numbers the power of two that they come near. */
const amount = (count: number): string => (count < 2 ** 40 ? number(count) : `about 2^${Math.round(Math.log2(count))}`);

/** Networks that are shown, where not all are asked for. */
const few = 12;

function networks(page: Page, who: Who | undefined): string[] {
  const all = who?.networks ?? [];
  const shown = page.verbose > 0 || all.length <= few + 1 ? all : all.slice(0, few);
  const more = shown.length < all.length ? [`${page.ellipsis} ${all.length - shown.length} more (-v)`] : [];
  return hang(page, "  ", 2, [...shown, ...more].join(", "))
    .map(page.dim)
    .filter((line) => line.trim() !== "");
}

function changeOf(page: Page, title: string, change: Change, before: Look | undefined): string[][] {
  const { look, zone, records, gained, lost } = change;
  const was = before ? ` (${before.lookups} before)` : "";
  const row = (label: string, text: string): string[] => hang(page, `  ${label.padEnd(11)}`, 13, page.text(text));
  const moved = look.results.flatMap(({ ip, result }, at) => {
    const old = before?.results[at]?.result;
    return old === result ? [] : [`${ip}: ${old ?? "none"} → ${result}`];
  });
  const same = gained && lost && gained.networks.length + lost.networks.length === 0;
  return [
    [
      page.bold(title),
      ...row("lookups", `${costs(look)}${was}`),
      ...(same ? row("may send", "the same addresses as before") : []),
      ...(gained?.networks.length ? row("now also", `${sizes(gained)}: ${abridged(gained.networks, 6)}`) : []),
      ...(lost?.networks.length ? row("no longer", `${sizes(lost)}: ${abridged(lost.networks, 6)}`) : []),
      ...(gained && lost ? [] : row("may send", "not known")),
      ...moved.flatMap((text, at) => row(at === 0 ? "result" : "", text)),
      ...(look.results.length > 0 && moved.length === 0 ? row("result", "the same for every --ip") : []),
      ...problems(page, look).map((line) => `  ${line}`),
      ...(page.verbose > 0 ? tree(page, "when no term matches, and how many so far", look.tree) : []),
    ],
    [
      `publish ${records.length === 1 ? "this" : `these ${records.length} records, the last first,`} in the zone file`,
      ...(before ? [`${page.paint("fail", "-")} ${page.copy(before.record)}`] : []),
      ...zone.map((line) => `${page.paint("pass", "+")} ${page.copy(line)}`),
    ],
  ];
}

function flattenedOf(page: Page, flattened: Inquiry["flattened"], before: Look | undefined): string[][] {
  if (flattened === undefined) return [];
  if ("refused" in flattened) {
    const status = ({ fault: "fail", room: "fail", unknown: "inconclusive", nothing: "skip" } as const)[
      flattened.because
    ];
    return [
      hang(page, `${page.paint(status, page.symbols[status])} `, 2, page.text(`not flattened: ${flattened.refused}`)),
    ];
  }
  const { copied, kept, renew } = flattened;
  const row = (label: string, text: string): string[] => hang(page, `  ${label.padEnd(11)}`, 13, page.text(text));
  const [facts, publish] = changeOf(page, "flattened", flattened, before);
  return [
    [
      ...facts!,
      ...row(
        "gives up",
        `the addresses behind ${abridged(copied, 6)} are copied; when their owners change them, mail from the new ones fails`,
      ),
      ...(renew === undefined
        ? []
        : row("renew", `look again every ${duration(renew * 1000)}, the lowest TTL of what is copied`)),
      ...(kept.length > 0
        ? row(
            "kept",
            `${abridged(kept, 6)}, as what ${kept.length === 1 ? "it matches" : "they match"} depends on the message`,
          )
        : []),
    ],
    publish!,
  ];
}

/** Word, counts and exit code. */
function last(page: Page, { none, published, edited, flattened, exit }: Inquiry): string {
  const status: Status = exit === 1 ? "fail" : exit === 3 ? "inconclusive" : "pass";
  const look = (flattened && "look" in flattened ? flattened : edited)?.look ?? published;
  const passing = look?.results.filter(({ result }) => result === "pass").length ?? 0;
  const told = look
    ? [
        `${look.lookups} of 10 lookups`,
        ...(look.results.length > 0
          ? [
              `${passing} of ${counted(look.results.length, "address", "addresses")} ${passing === 1 || look.results.length === 1 ? "passes" : "pass"}`,
            ]
          : []),
        ...(look.problems.length > 0 ? [counted(look.problems.length, "fault")] : []),
      ]
    : [none ?? "no record"];
  const when = look === published ? "" : "as it would be: ";
  return `${page.strong(status, wording[status].state)}  ${when}${page.text(told.join(", "))}  exit ${exit}`;
}
