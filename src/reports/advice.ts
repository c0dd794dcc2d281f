import { familyOf } from "../syntax/address.js";
import { related } from "./alignment.js";
import { ranked } from "./counts.js";
import type { Source } from "./source.js";

/** What is to be made of a source: what it is, in words, and what to do where there is something to do. */
export interface Advice {
  says: string;
  todo?: string;
}

/** Whether a selector signed well elsewhere; then a failing signature was broken on the way. */
export type Works = (domain: string, selector: string) => boolean;

export function adviceFor(source: Source, works: Works): Advice {
  const { alignment, forwarded, by } = source;
  if (by === "others") return { says: "many more senders, summed up; --domain and --since show fewer at a time" };
  if (alignment === "untold") return { says: "the reports do not say whether it aligned" };
  if (alignment === "both") return { says: signedAs(source) };
  if (alignment === "spf") return spfOnly(source);
  if (alignment === "dkim") return forwarded === "no" ? dkimOnly(source) : carried(source);
  return forwarded === "said" ? changed() : unaligned(source, works);
}

function spfOnly({ from, signatures, envelope }: Source): Advice {
  const other = signatures.find(({ domain, result }) => result === "pass" && !related(domain, from));
  const failed = signatures.find(({ domain, result }) => result !== "pass" && related(domain, from));
  if (failed) {
    return {
      says: `SPF only; its signature d=${failed.domain} s=${failed.selector} gives ${failed.result || "no result"}`,
      todo: `Find out why: mailworthy ${failed.domain} --selector ${failed.selector} shows the key that DNS has.`,
    };
  }
  return {
    says: `SPF only, by ${envelope || from}${other ? `; it signs as d=${other.domain}` : "; not signed"}`,
    todo: `Have it sign with d=${from}, or its mail fails wherever it is forwarded.`,
  };
}

function dkimOnly({ from, envelope }: Source): Advice {
  return envelope === ""
    ? {
        says: "DKIM only; SPF passes for no domain",
        todo: `Give it a reverse-path whose SPF record names its address.`,
      }
    : {
        says: `DKIM only; its reverse-path is of ${envelope}`,
        todo: `A reverse-path below ${from} would align SPF as well; DKIM is enough.`,
      };
}

const carried = ({ forwarded }: Source): Advice =>
  forwarded === "said"
    ? { says: "forwarded, says the receiver; the DKIM signature carried it" }
    : {
        says: "forwarded, by the look of it; the DKIM signature carried it",
        todo: "If the address is yours, add it to the SPF record; a forwarder needs nothing.",
      };

const changed = (): Advice => ({
  says: "forwarded or from a list, says the receiver, and changed on the way; nothing to do on your side",
});

function unaligned(source: Source, works: Works): Advice {
  const { from, sender, by, signatures, unlisted, addresses } = source;
  const own = signatures.find(({ domain, result }) => result !== "pass" && result !== "none" && related(domain, from));
  if (own && own.selector !== "" && works(own.domain, own.selector)) {
    return {
      says: `signed with d=${own.domain} s=${own.selector}, which passes elsewhere; changed on the way, as lists do`,
      todo: "If a system of yours changes mail once it is signed, sign after it; a list needs nothing.",
    };
  }
  if (own) {
    return {
      says: `claims a signature d=${own.domain} s=${own.selector || "?"} that gives ${own.result}`,
      todo: `If it is yours, mend its key: mailworthy ${own.domain} --selector ${own.selector || "NAME"}. If not, see it refused.`,
    };
  }
  if (by !== "address") {
    const what = by === "envelope" ? `SPF passes for ${sender}` : `it signs as d=${sender}`;
    return {
      says: `${what}, which is not ${from}`,
      todo: `If you use this service, have it sign with d=${from}. If not, it is not yours: p=reject refuses it.`,
    };
  }
  const [address = sender] = ranked(addresses)[0] ?? [];
  const family = familyOf(address);
  const term = family ? `ip${family}:${address}` : "its address";
  return {
    says: unlisted
      ? "not signed, and the SPF record does not name the address"
      : "not signed, and SPF passes for no domain",
    todo: `If it is yours, add ${term} to the SPF record and sign with d=${from}. If not, p=reject refuses it.`,
  };
}

/** Whose signature and reverse-path aligned. */
function signedAs({ signatures, envelope }: Source): string {
  const own = signatures
    .filter(({ result }) => result === "pass")
    .map(({ domain, selector }) => `d=${domain}${selector ? ` s=${selector}` : ""}`);
  return [...own.slice(0, 3), ...(envelope ? [`SPF by ${envelope}`] : [])].join(", ");
}
