import { absent, defineCheck, defineFact, maybe, pass, warn } from "mailworthy";

const owner = defineFact({
  id: "acme/owner",
  of: "domain",
  gather: async (domain, { dns }) =>
    (await dns(`_owner.${domain}`, "TXT")).records[0]?.data.join("") ?? absent("no owner is named"),
});

export default defineCheck({
  id: "acme/owner",
  on: "domain",
  title: "The domain says which team owns it",
  why: "Nobody renews, fixes or answers for a domain that is nobody's.",
  fix: "Publish the name of the team as a TXT record at _owner.",
  needs: { owner: maybe(owner) },
  verdicts: { named: pass("owned by {owner}"), nameless: warn("no owner is named; nobody will answer for it") },
  judge: ({ owner }, say) => (owner === null ? say.nameless() : say.named({ owner })),
});
