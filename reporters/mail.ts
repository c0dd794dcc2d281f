import {
  clean,
  closing,
  defineReporter,
  html,
  type Markup,
  moment,
  type Opening,
  palette,
  type Report,
  type ReporterFormat,
  type Rules,
  type Said,
  type Status,
  type Summary,
  told,
  toldWhole,
  view,
  type View,
  whole,
  Worst,
} from "mailworthy";
import text from "./text/index.js";

/** So many of the worst targets stand in the HTML; characters of the plain part. */
const most = { targets: 10, plain: 400_000 };

const { symbols } = palette({ colour: false, ascii: false, links: false });

/**
 * A message with the report, plain and HTML, ready to be sent. Its Message-ID and the line that parts it come of what is
 * in it, so that the same evidence gives the same octets and nobody whose text is in it can know the line.
 */
export default defineReporter({
  name: "mail",
  title: "a message with the report; to a file, or to an address by MAILWORTHY_SMTP_URL",
  open(out, options) {
    const views = new Worst<View>(most.targets);
    let rules: Rules = new Map();
    let total: number | undefined;
    let plain = "";
    let name: string | undefined;
    const inner = plainOf((more) => void (plain.length < most.plain && (plain += more)), options);
    return {
      start(opening: Opening) {
        rules = new Map(opening.checks.map((check) => [check.id, check]));
        total = opening.total;
        return inner.start?.(opening);
      },
      report(report: Report) {
        const seen = view(report, rules);
        if (report.target) name ??= seen.name;
        if (seen.status !== "pass" && seen.status !== "skip") views.add(seen);
        return inner.report?.(report);
      },
      async end(summary: Summary) {
        await inner.end?.(summary);
        if (plain.length >= most.plain) plain += "\nThe report was cut here: it is too long.\n";
        const { word, counts } = closing(summary, total);
        const of = summary.targets === 1 && name !== undefined ? `${clean.terminal(name)}: ` : "";
        const heading = `${of}${word}: ${counts}`;
        const body = page(heading, `${summary.tool}, ${moment(summary.at)}`, views.all().slice(0, most.targets));
        const { from = "mailworthy <mailworthy@localhost>", to } = options.mail ?? {};
        const mark = await digest(`${summary.at}\n${plain}\n${body}`);
        // Nobody who wants no report pays for what composes one.
        const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
        const message = new MailComposer({
          from,
          ...(to !== undefined && { to }),
          subject: `mailworthy: ${heading}`,
          date: new Date(Date.parse(summary.at) + summary.took),
          messageId: `<${mark}@mailworthy.invalid>`,
          // RFC 3834 §5: nobody's absence is to be told to it.
          headers: { "Auto-Submitted": "auto-generated" },
          text: plain,
          html: body,
          baseBoundary: mark,
          newline: "windows",
          // Quoted-printable may break a line anywhere, also before what a build server obeys at the start of one.
          textEncoding: "base64",
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return out.write((await message.compile().build()).toString("latin1"));
      },
    };
  },
});

const plainOf = (write: (text: string) => void, options: Parameters<ReporterFormat["open"]>[1]) =>
  text.open({ write, columns: 76, colour: false, ascii: false, links: false }, options);

async function digest(text: string): Promise<string> {
  const octets = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(octets.slice(0, 16), (octet) => octet.toString(16).padStart(2, "0")).join("");
}

const colours: Partial<Record<Status, string>> = { fail: "#b3261e", inconclusive: "#7b1fa2", warn: "#8a5a00" };

function page(heading: string, about: string, views: readonly View[]): string {
  const font = "font-family:system-ui,sans-serif;font-size:15px;line-height:1.4";
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${heading}</title>
      </head>
      <body style="${font}">
        <h1 style="font-size:20px">${heading}</h1>
        <p>${about}</p>
        ${views.map(section)}
      </body>
    </html> `.text;
}

const section = ({ name, status, failing, unknown, warning }: View): Markup =>
  html`<h2 style="font-size:17px">${mark(status)} ${name ?? "This run"}</h2>
    <ul>
      ${failing.map((said) => saying("fail", said))}${unknown.map(
        (one) => html`<li>${mark("inconclusive")} ${toldWhole(one)}</li> `,
      )}${warning.map((said) => saying("warn", said))}
    </ul> `;

const mark = (status: Status): Markup => html`<b style="color:${colours[status] ?? "#1b5e20"}">${symbols[status]}</b>`;

const saying = (status: Status, said: Said): Markup => {
  const { check, fix } = said;
  return html`<li>
    ${mark(status)} <b>${check}</b>:
    ${told(said)}${fix?.text !== undefined && html`<br />${fix.text}`}${
      fix?.to !== undefined && html`<pre>${whole(fix.to)}</pre>`
    }
  </li> `;
};
