import { bounds } from "../../bounds.js";
import { absent, defineFact, isAbsent } from "../../fact.js";
import { gunzip, isGzip, octetsOf, sha256 } from "../../syntax/octets.js";
import { readSvgProfile } from "../../syntax/svg-profile.js";
import { bimiClaim } from "./record.js";
import { pageBehind, pageDeadline } from "../web-page.js";

/** What stands where the BIMI record says that the logo is. */
export const bimiLogo = defineFact({
  id: "bimi-logo",
  of: "domain",
  reaches: "https",
  deadline: pageDeadline * (bounds.bimi.redirects + 1),
  async gather(name, tools) {
    const claim = await tools.ask(bimiClaim, name);
    if (isAbsent(claim)) return claim;
    if (claim.logo === null) return absent(`the BIMI record of ${claim.domain} names no logo beside the certificate`);
    return { url: claim.logo, most: bounds.bimi.logo, ...(await pageBehind(claim.logo, tools)) };
  },
});

/** The logo as a drawing: whether it keeps to the profile, and the SHA-256 of it, unpacked where it was under gzip. */
export const bimiDrawing = defineFact({
  id: "bimi-drawing",
  of: "domain",
  reaches: "https",
  deadline: bimiLogo.deadline!,
  async gather(name, { ask }) {
    const found = await ask(bimiLogo, name);
    if (isAbsent(found)) return found;
    const { answer, missing } = found;
    if (!answer) return absent(missing);
    if (answer.status !== 200) return absent(`${answer.url} answers with status ${answer.status}`);
    if (answer.cut) return absent(`what stands at ${answer.url} is too long for a logo`);
    const served = octetsOf(answer.body);
    const svg = isGzip(served) ? await gunzip(served, bounds.bimi.unpacked) : served;
    if (!svg) return absent(`what stands at ${answer.url} cannot be unpacked`);
    const { url, ip } = answer;
    return { url, ip, sha256: await sha256(svg), ...readSvgProfile(new TextDecoder().decode(svg), bounds.bimi) };
  },
});
