import type { Row } from "mailworthy/testing";

const digest = "ab".repeat(32);

/** A P-256 key that is the way into its zone, as a DNSKEY record has it. */
export const key = "257 3 13 GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==";

/** The parent zone, vouched for by the root. */
const com = `
  com SOA a.gtld.example nstld.example 1 1800 900 604800 900
  com DS 1 13 2 ${digest}`;
const zone = `${com}
  example.com SOA ns1.example.com hostmaster.example.com 2026010100 7200 900 1209600 300
  example.com MX 10 mx1.example.com
  mx1.example.com A 192.0.2.25`;

/** A domain that nobody signed, with what else is to be in the zone. */
export const unsigned = (rest = ""): Row => ({ zone: `; validating\n${zone}\n${rest}` });

/** A domain whose zone has keys of which its parent knows nothing. */
export const unlinked = (rest = ""): Row => unsigned(`example.com DNSKEY ${key}\n${rest}`);

/** A domain that is signed and that its parent vouches for, by this DS record; the resolver validates and is believed. */
export const signed = (rest = "", ds = `12345 13 2 ${digest}`): Row => ({
  zone: `; validating\n; secure example.com\n${zone}\n${links(ds)}\n${rest}`,
  here: { trustAd: true },
});

/** The same, of which a resolver that validates withholds names there and below. */
export const bogus = (name: string, rest = ""): Row => ({
  zone: `; validating\n; bogus ${name}\n${zone}\n${links()}\n${rest}`,
});

/** The same behind a resolver that does not validate. */
export const unvalidated = (rest = ""): Row => ({ zone: `${zone}\n${links()}\n${rest}` });

const links = (ds = `12345 13 2 ${digest}`): string => `example.com DS ${ds}\nexample.com DNSKEY ${key}`;

/** An RRSIG line for records of this type at a name, from and until, as YYYYMMDDHHmmSS. */
export const rrsig = (name: string, type: string, from: string, until: string): string =>
  `${name} RRSIG ${type} 13 2 3600 ${until} ${from} 12345 example.com c2lnbmF0dXJl`;
