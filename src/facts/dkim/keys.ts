import { type Absent, absent, defineFact, isAbsent, type Tools } from "../../fact.js";
import type { Identities } from "../../subject.js";
import { dkimPublicKey } from "./public-key.js";
import { outcomes } from "../outcomes.js";

type Keyring = Identities["keyring"];

/** The selectors that hold a key, each with it. Known as soon as two do, whatever the others hold. */
export const dkimKeys = defineFact({
  id: "dkim-keys",
  of: "keyring",
  async gather(of, { ask }) {
    const { keys, unlearnt } = await keysOf(of, ask);
    if (keys.length < 2 && unlearnt[0]) throw unlearnt[0];
    return keys.length > 0 ? { keys } : none(of);
  },
});

/** The selectors that hold an RSA key. Known as soon as one does. */
export const dkimRsaKeys = defineFact({
  id: "dkim-rsa-keys",
  of: "keyring",
  async gather(of, { ask }) {
    const { keys, unlearnt } = await keysOf(of, ask);
    const selectors = keys.filter(({ type }) => type === "rsa").map(({ selector }) => selector);
    if (selectors.length === 0 && unlearnt[0]) throw unlearnt[0];
    return selectors.length > 0 ? { selectors } : absent(`no declared selector of ${of.domain} holds an RSA key`);
  },
});

/** Selectors by the key that they have in common; none where each has its own. Known as soon as two share one. */
export const dkimSharedKeys = defineFact({
  id: "dkim-shared-keys",
  of: "keyring",
  async gather(of, { ask }) {
    const { keys, unlearnt } = await keysOf(of, ask);
    const shared = keys.filter(({ spki }) => keys.filter((other) => other.spki === spki).length > 1);
    if (shared.length === 0 && unlearnt[0]) throw unlearnt[0];
    if (keys.length === 0) return none(of);
    if (keys.length === 1) return absent(`only ${keys[0]!.selector} holds a key`);
    const groups = new Set(shared.map(({ spki }) => spki));
    return {
      groups: Array.from(groups, (key) => shared.filter(({ spki }) => spki === key)),
      selectors: keys.map(({ selector }) => selector),
    };
  },
});

/** The keys of those selectors that hold one, and why the rest could not be learnt. */
async function keysOf({ domain, selectors }: Keyring, ask: Tools["ask"]) {
  const { learnt, unlearnt } = await outcomes(
    selectors.map(async (selector) => {
      const found = await ask(dkimPublicKey, `${selector}._domainkey.${domain}`);
      return isAbsent(found) ? [] : [{ selector, ...found }];
    }),
  );
  return { keys: learnt.flat(), unlearnt };
}

const none = ({ domain }: Keyring): Absent => absent(`no declared selector of ${domain} holds a key`);
