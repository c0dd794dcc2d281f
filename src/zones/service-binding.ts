import { Writer } from "../net/dns/writer.js";
import { familyOf, octetsOf } from "../syntax/address.js";
import { FieldError, Fields, unescape, type Words } from "../syntax/fields.js";
import type { Read } from "../syntax/rdata.js";

/** Keys of the registry, by number (RFC 9460 §14.3.2, RFC 9461 §5, RFC 9540 §3). */
const keys = ["mandatory", "alpn", "no-default-alpn", "port", "ipv4hint", "ech", "ipv6hint", "dohpath", "ohttp"];

/** The data of an SVCB or HTTPS record as it is written (RFC 9460 §2.1), in hex as it goes over the wire. */
export function readServiceBinding(words: readonly string[], how: Words): Read<string> {
  // A value in quotes follows its key without a blank, and comes as a word of its own.
  const from = new Fields(words, how);
  try {
    const to = new Writer();
    to.u16(from.u16("the priority"));
    to.name(from.name("the target"));
    const found = new Map<number, string | undefined>();
    while (from.left > 0) {
      const [, name = "", equals, plain] = /^([a-z0-9-]+)(=)?(.*)$/s.exec(from.word("a parameter")) ?? [];
      const key = keyOf(name) ?? from.fail(`"${name}" is no parameter of a service`);
      if (found.has(key)) from.fail(`the parameter "${name}" stands twice`); // RFC 9460 §2.2
      const value = equals && plain === "" && from.left > 0 ? from.word("the value") : plain;
      found.set(key, equals ? value! : undefined);
    }
    for (const [key, value] of [...found].sort(([a], [b]) => a - b)) {
      to.u16(key);
      to.counted(() => writeValue(to, key, value, from));
    }
    return { ok: true, value: Buffer.from(to.bytes).toString("hex") };
  } catch (error) {
    if (error instanceof FieldError) return { ok: false, error: error.message, at: error.at };
    if (error instanceof RangeError) return { ok: false, error: error.message, at: 0 };
    throw error;
  }
}

function keyOf(name: string): number | undefined {
  const at = keys.indexOf(name);
  if (at >= 0) return at;
  const number = /^key(0|[1-9]\d{0,4})$/.exec(name)?.[1];
  return number !== undefined && Number(number) < 0xffff ? Number(number) : undefined;
}

function writeValue(to: Writer, key: number, written: string | undefined, from: Fields): void {
  const value = written === undefined ? "" : unescape(written);
  const list = (): string[] => (value === "" ? from.fail(`${keys[key]!} is empty`) : value.split(","));
  switch (key) {
    case 0:
      for (const name of list()) to.u16(keyOf(name) ?? from.fail(`"${name}" is no parameter of a service`));
      return;
    case 1:
      // A comma or backslash in a name is escaped once more (RFC 9460 §A.1).
      for (const name of value.match(/(?:\\.|[^\\,])+/gs) ?? list()) to.string(name.replace(/\\(.)/gs, "$1"));
      return;
    case 2:
    case 8:
      if (written !== undefined) from.fail(`${keys[key]!} has no value`);
      return;
    case 3:
      return to.u16(/^\d{1,5}$/.test(value) ? Number(value) : from.fail(`"${value}" is no port`));
    case 4:
    case 6:
      for (const ip of list()) {
        if (familyOf(ip) !== (key === 4 ? 4 : 6)) from.fail(`"${ip}" is no address of ${keys[key]!}`);
        to.raw(Uint8Array.from(octetsOf(ip)));
      }
      return;
    case 5:
      return to.base64(value);
    default:
      to.octets(value);
  }
}
