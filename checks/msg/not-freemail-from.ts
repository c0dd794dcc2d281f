import { defineCheck, fail, facts, pass } from "mailworthy";

export default defineCheck({
  id: "msg/not-freemail-from",
  on: "message",
  title: "From is no address of a mailbox provider that did not send it",
  why: "Providers let only their own servers send for their domains; Gmail rejects or junks all other mail from gmail.com.",
  fix: "Send from an address in a domain of your own; the mailbox may stand in Reply-To.",
  refs: ["Google sender guidelines"],
  needs: { author: facts.messageFreemail },
  verdicts: {
    own: pass("{domain} is no domain of a mailbox provider"),
    theirs: pass("{provider} sent it"),
    borrowed: fail("from {domain}, and {provider} did not send it; receivers take it for forged"),
  },
  judge({ author: { domain, provider, theirs } }, say) {
    if (provider === null) return say.own({ domain });
    return theirs ? say.theirs({ provider }) : say.borrowed({ domain, provider });
  },
});
