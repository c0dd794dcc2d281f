import * as fc from "fast-check";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readMarkCertificate } from "../../src/syntax/mark-certificate.js";
import { type Mark, markCertificate } from "../checks/bimi/mark.js";

const read = (mark?: Mark) => readMarkCertificate(Buffer.from(markCertificate(mark), "base64"))!;

it("reads what it is for, the kind of mark, and the logo", () => {
  const { uses, markType, logos } = read({ logo: "<svg/>" });
  expect({ uses, markType }).toEqual({ uses: ["1.3.6.1.5.5.7.3.31"], markType: "Registered Mark" });
  expect(logos.map((logo) => gunzipSync(logo).toString())).toEqual(["<svg/>"]);
});

it("reads none of it where it is not there", () => {
  expect(read({ uses: [], markType: null, logo: null })).toEqual({ uses: [], markType: null, logos: [] });
});

it.each([["https://example.com/a.svg"], ["data:image/png;base64,AAAA"], ["data:image/svg+xml;base64,!!"]])(
  "takes no logo from %s",
  (address) => expect(read({ address }).logos).toEqual([]),
);

it("is null for what is no certificate", () => {
  for (const octets of [[], [0x30, 0], [0x30, 0x80, 1], [1, 2, 3]])
    expect(readMarkCertificate(Uint8Array.from(octets))).toBeNull();
});

it("never throws, cut or changed anywhere", () => {
  const whole = Buffer.from(markCertificate({ logo: "<svg/>" }), "base64");
  const place = fc.integer({ min: 0, max: whole.length - 1 });
  fc.assert(
    fc.property(place, fc.integer({ min: 0, max: 255 }), place, (at, octet, end) => {
      const changed = Uint8Array.from(whole);
      changed[at] = octet;
      readMarkCertificate(changed);
      readMarkCertificate(changed.subarray(0, end));
    }),
  );
});
