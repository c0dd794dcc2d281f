import { defineCheck, fail, facts, pass, records } from "mailworthy";

const at = "https://check.spamhaus.org/";
const remedies = {
  sbl: "End what its entry names; the provider of {ip} asks for the removal",
  css: "Stop the spam that {ip} sends; the entry then ends by itself within days, or sooner on request",
  xbl: "Clean the infected or open machine at {ip}, or behind it; then ask for the removal",
  drop: "Send from another network; an entry of a whole network is removed for its holder alone",
  pbl: "Where {ip} is the fixed address of a mail server, have it excluded; else send through the provider's server",
  pblByProvider: "Send through the provider's mail server, or have the provider exclude {ip}",
  bcl: "Take {ip} off the net, and clean what controls a botnet from it; then ask for the removal",
};

export default defineCheck({
  id: "dnsbl/spamhaus-zen",
  on: "sender",
  title: "No sending address is on Spamhaus ZEN",
  why: "Most large receivers ask ZEN and reject everything that a listed address sends.",
  fix: "Look the address up at check.spamhaus.org, end what the entry names, then have it removed.",
  refs: ["Spamhaus DNSBL usage", "RFC 5782 §2.1", "RFC 5782 §2.4", "Google sender guidelines"],
  needs: { listings: facts.zenListings },
  verdicts: {
    clean: pass("not on ZEN"),
    sbl: fail("on SBL, as a known source of spam; most large receivers reject its mail"),
    css: fail("on CSS, for spam sent lately; most large receivers reject its mail"),
    xbl: fail("on XBL, as infected or open to abuse; most large receivers reject its mail"),
    drop: fail("on DROP, in a hijacked or criminal network; most large receivers reject its mail"),
    pbl: fail("on PBL, as an address that is not to send mail itself; most large receivers reject its mail"),
    pblByProvider: fail("on PBL, as its provider lets it send no mail itself; most large receivers reject its mail"),
    bcl: fail("on BCL, as a controller of a botnet; most large receivers reject its mail"),
  },
  judge({ listings: { listed } }, say, { subject: { name: ip } }) {
    const [entry] = listed;
    if (!entry) return say.clean();
    const parts = new Set(entry.meanings.map(({ part }) => part!));
    return [...parts].map((part) =>
      say[part]({}, records(entry.answer), { text: `${remedies[part].replace("{ip}", ip)}: ${at}` }),
    );
  },
});
