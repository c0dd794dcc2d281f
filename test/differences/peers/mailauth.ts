import { createRequire } from "node:module";
import { dmarc } from "mailauth/lib/dmarc/index.js";
import { spf } from "mailauth/lib/spf/index.js";
import type { Case } from "../../conformance/case.js";
import { netOf } from "../../conformance/records.js";
import { NetError, type Net, type RecordType } from "../../../src/net/net.js";
import type { DmarcWorld } from "../dmarc-worlds.js";
import type { Peer } from "../peer.js";
import type { SpfWorld } from "../spf-worlds.js";

/** mailauth in its strict modes, reading the same records. */
export const mailauth: Peer = {
  name: "mailauth",
  ops: ["spf.check", "dmarc.check"],
  version: () => (createRequire(import.meta.url)("mailauth/package.json") as { version: string }).version,
  answers: (cases) => Promise.all(cases.map((one) => (one.op === "spf.check" ? checkSpf(one) : checkDmarc(one)))),
};

async function checkSpf(one: Case): Promise<unknown> {
  const { records, ip, mailfrom, helo } = one as unknown as SpfWorld;
  const { status } = await spf({
    sender: mailfrom,
    ip,
    helo,
    mta: "mx.example.net",
    resolver: resolver(netOf(records)),
    strict: true,
  } as never);
  return { result: status.result };
}

async function checkDmarc(one: Case): Promise<unknown> {
  const { records, from, spf, dkim } = one as unknown as DmarcWorld;
  const { status, ...found } = (await dmarc({
    headerFrom: from,
    spfDomains: spf.map(({ domain }) => domain),
    dkimDomains: dkim.map(({ domain }) => domain),
    resolver: resolver(netOf(records)),
    strict: true,
  } as never)) as unknown as {
    status: { result: string };
    domain: string;
    policyDomain: string;
    policy: string;
    alignment: Record<"spf" | "dkim", { result?: string }>;
  };
  if (status.result === "none" || status.result === "temperror") return { result: status.result };
  return {
    result: status.result,
    applied: found.policy,
    policyDomain: found.policyDomain,
    orgDomain: found.domain,
    spfAligned: found.alignment.spf.result !== undefined,
    dkimAligned: found.alignment.dkim.result !== undefined,
  };
}

/** A net as a resolver of Node's kind. */
function resolver({ dns }: Net): (name: string, type: string) => Promise<unknown> {
  const failed = (code: string): Error => Object.assign(new Error(code), { code });
  return async (name, type) => {
    try {
      const { rcode, records } = await dns(name, type as RecordType);
      if (records.length === 0) throw failed(rcode === "NXDOMAIN" ? "ENOTFOUND" : "ENODATA");
      return records.map(({ data }) =>
        type === "MX" ? { priority: (data as { preference: number }).preference, ...(data as object) } : data,
      );
    } catch (error) {
      throw error instanceof NetError ? failed("ETIMEOUT") : error;
    }
  };
}
