import type { Row } from "mailworthy/testing";
import { type Mark, markCertificate } from "./mark.js";

export const logoUrl = "https://logo.example.com/logo.svg";
export const markUrl = "https://logo.example.com/mark.pem";

/** A domain that sends, with this DMARC record and these texts at `default._bimi`. */
export const claiming = (...texts: string[]): Row => ({
  zone: `
    example.com MX 10 mx1.example.com
    mx1.example.com A 192.0.2.25
    example.com TXT "v=spf1 mx -all"
    _dmarc.example.com TXT "v=DMARC1; p=reject"
    logo.example.com A 192.0.2.80
    ${texts.map((text) => `default._bimi.example.com TXT "${text}"`).join("\n")}`,
});

export const unclaimed = claiming();
export const silent: Row = { zone: `${unclaimed.zone}\ndefault._bimi.example.com TXT !timeout` };

export const svg = (inside = "", attributes = ""): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 64 64" ${attributes}>` +
  `<title>Example</title>${inside}</svg>`;

const asSvg = (text: string): string => `HTTP 200\ncontent-type: image/svg+xml\n\n${text}`;

/** A record that names a logo, and this where it should be; a drawing by itself is served as one. */
export const logo = (page: string): Row => ({
  ...claiming(`v=BIMI1; l=${logoUrl};`),
  https: { [logoUrl]: page.startsWith("<svg") ? asSvg(page) : page },
});

/** The certificate of a mark as a page holds it, in the words of a transcript. */
export const mark = (words = "example.com until 2027-01-01", { ...more }: Mark = {}): string =>
  `HTTP 200\nPEM: ${words} der=${markCertificate({ logo: svg(), ...more })}\nPEM+: - cn="Mark CA"`;

/** A record that names a logo and a certificate, and these where they should be. */
export const certified = (page: string, drawing = svg()): Row => ({
  ...claiming(`v=BIMI1; l=${logoUrl}; a=${markUrl};`),
  https: { [logoUrl]: asSvg(drawing), [markUrl]: page },
});
