import { type Der, oid, readDer } from "./der.js";
import { latin1 } from "./octets.js";
import { fromBase64 } from "./public-key.js";

/**
 * What a Mark Certificate says of a logo, besides what every certificate says (Minimum Security Requirements for
 * Issuance of Mark Certificates §7.1).
 */
export interface MarkCertificate {
  /** Extended key usages, as OIDs. */
  uses: string[];
  /** `Registered Mark`, `Prior Use Mark`, …; null where it is not said. */
  markType: string | null;
  /** The logos inside: octets of SVG, or of SVG under gzip. */
  logos: Uint8Array<ArrayBuffer>[];
}

/** id-kp-BrandIndicatorforMessageIdentification, which a Mark Certificate is for. */
export const markUse = "1.3.6.1.5.5.7.3.31";

const extendedKeyUsage = "2.5.29.37";
/** RFC 9399 §4.1 */
const logotype = "1.3.6.1.5.5.7.1.12";
const markTypeName = "1.3.6.1.4.1.53087.1.13";

const [objectIdentifier, octetString, ia5String] = [0x06, 0x04, 0x16];
const [version, extensions, subjectLogo] = [0xa0, 0xa3, 0xa2];

/** Null where the octets are no certificate (RFC 5280 §4.1). */
export function readMarkCertificate(der: Uint8Array): MarkCertificate | null {
  const [certificate] = readDer(der) ?? [];
  const [signed] = inside(certificate);
  const fields = inside(signed);
  const subject = fields[fields[0]?.tag === version ? 5 : 4];
  if (!subject) return null;
  const extension = extensionsOf(fields);
  return {
    uses: inside(readDer(extension(extendedKeyUsage))?.[0]).map(oid),
    markType: markTypeOf(subject),
    logos: logosIn(extension(logotype)),
  };
}

const inside = (element: Der | undefined): Der[] => (element && readDer(element.content)) ?? [];

const extensionsOf = (fields: readonly Der[]): ((id: string) => Uint8Array) => {
  const [list] = inside(fields.find(({ tag }) => tag === extensions));
  const found = inside(list).map((one) => inside(one));
  return (id) => {
    const parts = found.find(([first]) => first?.tag === objectIdentifier && oid(first) === id);
    return parts?.find(({ tag }) => tag === octetString)?.content ?? new Uint8Array();
  };
};

function markTypeOf(subject: Der): string | null {
  for (const set of inside(subject)) {
    for (const attribute of inside(set)) {
      const [type, value] = inside(attribute);
      if (type && value && oid(type) === markTypeName) return new TextDecoder().decode(value.content);
    }
  }
  return null;
}

/** The images of the subject's logo, which stand in `data:` addresses; LogotypeExtn is walked as it is nested. */
function logosIn(extension: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const [details] = readDer(extension) ?? [];
  const left = inside(details).filter(({ tag }) => tag === subjectLogo);
  const found: Uint8Array<ArrayBuffer>[] = [];
  for (let element = left.pop(); element; element = left.pop()) {
    if (element.tag === ia5String) {
      const [, data] = /^data:image\/svg\+xml[^,]*;base64,(.*)$/is.exec(latin1(element.content)) ?? [];
      const octets = data === undefined ? null : fromBase64(data);
      if (octets) found.push(octets);
    } else if (element.tag & 0x20) left.push(...inside(element));
  }
  return found;
}
