import type { World } from "../world.js";

/** Half of its names fail, and its host hangs up: nothing can be said of it for certain. */
export const unreachable: World = {
  name: "unreachable",
  title: "its name servers fail and its host hangs up",
  target: { domain: "proseware.example", role: ["sends", "receives"], selectors: ["s1"] },
  zone: `
    proseware.example                   3600 MX    10 mx1.proseware.example
    mx1.proseware.example               3600 A     203.0.113.125
    proseware.example                   TXT        !servfail
    _dmarc.proseware.example            *          !servfail
    s1._domainkey.proseware.example     *          !refused`,
  hosts: { "203.0.113.125": { name: "mx1.proseware.example", hangsUp: true } },
};
