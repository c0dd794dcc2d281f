/** Zone text of blocklists for tests: each with the entries it must have (RFC 5782 §5). */

const zeros = "0.".repeat(20);
export const entries = {
  v4: (zone: string): string => `2.0.0.127.${zone} A 127.0.0.2`,
  v6: (zone: string): string => `2.0.0.0.0.0.f.7.f.f.f.f.${zeros}${zone} A 127.0.0.2`,
};

/** The lists that hold addresses, each alive. */
export const zen = `${entries.v4("zen.spamhaus.org")}\n${entries.v6("zen.spamhaus.org")}`;
export const spamcop = entries.v4("bl.spamcop.net");

/** The lists that hold names. */
export const dbl = `dbltest.com.dbl.spamhaus.org A 127.0.1.2`;
export const surbl = `surbl-org-permanent-test-point.com.multi.surbl.org A 127.0.0.254`;
