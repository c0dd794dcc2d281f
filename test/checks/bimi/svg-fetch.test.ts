import { testCheck } from "mailworthy/testing";
import check from "../../../checks/bimi/svg-fetch.js";
import { claiming, logo, logoUrl, markUrl, silent, svg, unclaimed } from "./brand.js";

const elsewhere = "https://logo.example.com/elsewhere.svg";
const leading = (to: string, more: Record<string, string> = {}) => {
  const row = logo(`HTTP 302\nlocation: ${to}`);
  return { ...row, https: { ...row.https, ...more } };
};
const drawing = `HTTP 200\ncontent-type: image/svg+xml\n\n${svg()}`;

testCheck(check, {
  fetched: [logo(svg()), logo(`HTTP 200\ncontent-type: image/svg+xml; charset=utf-8\n\n${svg()}`)],
  redirected: [leading(elsewhere, { [elsewhere]: drawing }), leading("/elsewhere.svg", { [elsewhere]: drawing })],
  unreachable: [
    logo("!refused"),
    logo("!alert handshake_failure"),
    { ...logo(svg()), zone: claiming(`v=BIMI1; l=${logoUrl};`).zone!.replace("logo.example.com A 192.0.2.80\n", "\n") },
    leading(logoUrl),
    leading("http://logo.example.com/logo.svg"),
  ],
  untrusted: logo(`HTTP 200\ncontent-type: image/svg+xml\nTLS: other.example.com\n\n${svg()}`),
  status: [logo("!404"), logo("HTTP 302")],
  type: [logo(`HTTP 200\ncontent-type: text/html\n\n${svg()}`), logo(`HTTP 200\ncontent-type: image/png\n\n${svg()}`)],
  long: [
    logo(svg(`<desc>${"a".repeat(33_000)}</desc>`)),
    logo(`HTTP 200\ncontent-type: image/svg+xml\n!cut\n\n${svg()}`),
  ],
  skip: [unclaimed, claiming("v=BIMI1; l=;"), claiming(`v=BIMI1; l=; a=${markUrl}`)],
  inconclusive: [logo("!timeout"), leading(elsewhere, { [elsewhere]: "!timeout" }), silent],
});
