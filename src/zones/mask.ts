import { Branch, isList, type Tree } from "./tree.js";

/** Which parts of a value are not known, or are secret: it has the form of the value, and true where they are. */
export type Mask = Tree | undefined;

/** What a mask says of one attribute. */
export const maskOf = (mask: Mask, key: string): Mask =>
  mask === true ? true : mask instanceof Branch ? mask.get(key) : undefined;

/** Whether any part is. */
export const isMasked = (mask: Mask): boolean =>
  mask === true ||
  (isList(mask) && mask.some(isMasked)) ||
  (mask instanceof Branch && mask.keys.some((key) => isMasked(mask.get(key))));
