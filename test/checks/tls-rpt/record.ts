import type { Row } from "mailworthy/testing";

/** A domain with a mail host and these texts at `_smtp._tls`. */
export const reporting = (...texts: string[]): Row => ({
  zone: `
    example.com MX 10 mx1.example.com
    mx1.example.com A 192.0.2.25
    ${texts.map((text) => `_smtp._tls.example.com TXT "${text}"`).join("\n")}`,
});

export const silent: Row = { zone: "example.com MX 10 mx1.example.com\n_smtp._tls.example.com TXT !timeout" };
