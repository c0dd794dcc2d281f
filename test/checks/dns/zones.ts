/** A zone with two name servers, and what else is to be in it. */
export const zoneWith = (rest = ""): string => `
  com SOA a.gtld.example nstld.example 1 1800 900 604800 900
  example.com SOA ns1.example.com hostmaster.example.com 2026010100 7200 900 1209600 300
  example.com NS ns1.example.com
  example.com NS ns2.example.com
  ns1.example.com A 192.0.2.53
  ns2.example.com A 192.0.2.54
  ${rest}`;
