import { dkimForm, type Fault, parseTagList, type Tag } from "./tag-list.js";

/** The record at `<selector>._bimi.<domain>` (draft-brand-indicators-for-message-identification §4.3). */
export interface BimiRecord {
  tags: Tag[];
  /** Where the logo is; empty where the domain declines to show one. */
  location: string | null;
  /** Where the certificate for the mark is; empty or null where there is none. */
  authority: string | null;
  faults: Fault[];
}

/** Whether a text that does not count as a BIMI record was meant as one. */
export const looksLikeBimi = (text: string): boolean => parseBimi(text) === null && /\bv\s*=\W*bimi/i.test(text);

/** Null for a text that is no BIMI record. */
export function parseBimi(text: string): BimiRecord | null {
  if (!/^\s*v\s*=\s*BIMI1\s*(?:;|$)/.test(text)) return null;
  const { tags, faults } = parseTagList(text, dkimForm);
  const uri = (name: string): string | null => {
    const tag = tags.find((tag) => tag.name === name);
    if (!tag) return null;
    if (tag.value === "" || /^https:\/\/[^\s/?#]+\.[^\s/?#]+(?:[/?#]\S*)?$/i.test(tag.value)) return tag.value;
    faults.push({ at: tag.at, message: `${name}= is no https: address` });
    return null;
  };
  const location = uri("l");
  const authority = uri("a");
  if (!tags.some(({ name }) => name === "l")) faults.push({ at: text.length, message: "l= is missing" });
  return { tags, location, authority, faults };
}
