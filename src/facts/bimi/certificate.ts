import { bounds } from "../../bounds.js";
import { markRoots } from "../../data/mark-roots.js";
import { absent, defineFact, isAbsent } from "../../fact.js";
import { markUse, readMarkCertificate } from "../../syntax/mark-certificate.js";
import { gunzip, isGzip, sha256 } from "../../syntax/octets.js";
import { fromBase64 } from "../../syntax/public-key.js";
import { bimiLogo } from "./logo.js";
import { bimiClaim } from "./record.js";
import { pageBehind } from "../web-page.js";

const roots = markRoots.map(({ pem }) => pem).join("\n");

/** What stands where the BIMI record says that the certificate of the mark is, read as certificates. */
export const bimiEvidence = defineFact({
  id: "bimi-evidence",
  of: "domain",
  reaches: "https",
  deadline: bimiLogo.deadline!,
  async gather(name, tools) {
    const claim = await tools.ask(bimiClaim, name);
    if (isAbsent(claim)) return claim;
    if (claim.certificate === null) return absent(`the BIMI record of ${claim.domain} names no certificate`);
    return { url: claim.certificate, domain: claim.domain, ...(await pageBehind(claim.certificate, tools, { roots })) };
  },
});

/** The certificate of the mark: whether it leads to a root for marks, what it is for, and the logo inside. */
export const bimiCertificate = defineFact({
  id: "bimi-certificate",
  of: "domain",
  reaches: "https",
  deadline: bimiEvidence.deadline!,
  async gather(name, { ask }) {
    const found = await ask(bimiEvidence, name);
    if (isAbsent(found)) return found;
    const { answer, missing, domain } = found;
    if (!answer) return absent(missing);
    if (answer.status !== 200) return absent(`${answer.url} answers with status ${answer.status}`);
    const { chain = [], trust } = answer.certificates ?? {};
    const [leaf] = chain;
    if (!leaf || !trust) return absent(`${answer.url} holds no certificate`);
    const mark = readMarkCertificate(fromBase64(leaf.der) ?? new Uint8Array());
    const { uses = [], markType = null, logos = [] } = mark ?? {};
    return {
      domain,
      host: new URL(answer.url).host,
      ip: answer.ip,
      chain,
      trust,
      leaf,
      uses,
      isForMarks: uses.includes(markUse),
      markType,
      logos: await Promise.all(logos.map(hashOf)),
    };
  },
});

/** SHA-256 of a logo, unpacked; null where it cannot be. */
async function hashOf(logo: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const svg = isGzip(logo) ? await gunzip(logo, bounds.bimi.unpacked) : logo;
  return svg && sha256(svg);
}
