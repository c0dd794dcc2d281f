/**
 * Labels right below a country's domain under which a registry usually lets domains be registered: co.uk, com.au. A sign
 * and no proof; nothing is certain by it.
 */
export const registries: ReadonlySet<string> = new Set(
  "ac biz co com edu go gob gouv gov gv id info ltd me mil mod name ne net nom nhs or org plc police sch web".split(
    " ",
  ),
);
