import { ops as published } from "../conformance/ops/index.js";
import type { Op } from "../conformance/case.js";
import { type CaseRecords, netOf } from "../conformance/records.js";
import { Evidence } from "../../src/evidence.js";
import { dmarc } from "../../src/facts/dmarc/dmarc.js";
import { dmarcPolicy } from "../../src/facts/dmarc/policy.js";
import { spfLookups } from "../../src/facts/spf/lookups.js";
import { spfVoids } from "../../src/facts/spf/voids.js";

interface DomainCase {
  domain: string;
  records: CaseRecords;
}

/** What an SPF record costs a receiver when nothing matches. */
const spfCount: Op = async (input) => {
  const { domain, records } = input as unknown as DomainCase;
  const evidence = new Evidence(netOf(records));
  const [lookups, voids] = await Promise.all([evidence.get(spfLookups, domain), evidence.get(spfVoids, domain)]);
  return {
    lookups: lookups.state === "known" ? lookups.value.count : null,
    voids: voids.state === "known" ? voids.value.v4.length : null,
  };
};

/** Which DMARC record applies to a domain, and what it asks for. */
const dmarcPolicyOf: Op = async (input) => {
  const { domain, records } = input as unknown as DomainCase;
  const evidence = new Evidence(netOf(records));
  const [found, policy] = await Promise.all([evidence.get(dmarc, domain), evidence.get(dmarcPolicy, domain)]);
  return {
    location: found.state === "known" ? (found.value.domain ?? null) : null,
    policy: policy.state === "known" ? policy.value.asked : null,
  };
};

/** What peers are asked: what published suites ask, and what linters say of a domain. */
export const ops: Readonly<Record<string, Op>> = { ...published, "spf.count": spfCount, "dmarc.policy": dmarcPolicyOf };
