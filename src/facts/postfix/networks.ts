import { defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { familyOf, isPublic } from "../../syntax/address.js";
import { words } from "../../syntax/postfix/words.js";
import { postfixSeen } from "./seen.js";
import { postfixSettings } from "./settings.js";

/** A network of trusted clients. */
export interface Trusted {
  /** As it is written, without the brackets of IPv6. */
  text: string;
  family: 4 | 6;
  bits: number;
  /** It lies where anybody on the internet may be. */
  public: boolean;
  where: string;
}

/** The networks whose clients may relay without a password. Unknown where they stand in tables. */
export const postfixNetworks = networksIn("mynetworks");
/** The networks that limits do not hold for. */
export const postfixUnlimited = networksIn("smtpd_client_event_limit_exceptions");

function networksIn(setting: "mynetworks" | "smtpd_client_event_limit_exceptions") {
  return defineFact({
    id: `postfix-networks ${setting}`,
    of: "postfix",
    reaches: "file",
    async gather(of, { ask }) {
      const seen = await ask(postfixSeen, of);
      if (isAbsent(seen)) return seen;
      const found = await ask(postfixSettings(setting), of);
      if (isAbsent(found)) return found;
      const { value, services } = found[setting];
      const places = [{ value, where: setting }, ...services.map((one) => ({ value: one.value, where: one.service }))];
      const networks = places.flatMap((place) =>
        words(place.value)
          .flatMap((word) => seen.lists[word] ?? [word])
          .flatMap((word): Trusted[] => {
            if (word.startsWith("!")) return [];
            const network = networkOf(word);
            if (!network) throw new NetError("blocked", `${setting} names ${word}, which is not looked into`);
            return [{ ...network, where: place.where }];
          }),
      );
      return { setting: found[setting], networks };
    },
  });
}

function networkOf(word: string): Omit<Trusted, "where"> | undefined {
  const plain = word.replace(/^\[([^\]]*)\]/, "$1");
  const slash = plain.indexOf("/");
  const address = slash < 0 ? plain : plain.slice(0, slash);
  const family = familyOf(address);
  if (family === undefined) return undefined;
  const most = family === 4 ? 32 : 128;
  const bits = slash < 0 ? most : Number(plain.slice(slash + 1));
  if (!Number.isInteger(bits) || bits < 0 || bits > most) return undefined;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined && bits >= 96) {
    return { text: plain, family: 4, bits: bits - 96, public: isPublic(mapped) };
  }
  return { text: plain, family, bits, public: isPublic(address) || bits === 0 };
}
