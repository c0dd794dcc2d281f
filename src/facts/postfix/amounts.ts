import { defineFact, type Fact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { readNumber, readTime } from "../../syntax/postfix/values.js";
import { type PostfixSetting, postfixSettings } from "./settings.js";

/** A setting whose value is a number: seconds of a time, octets of a size, or a count. */
export interface PostfixAmount extends PostfixSetting {
  amount: number;
}

type Amounts<Name extends string> = Fact<"postfix", { [N in Name]: PostfixAmount }>;
const made = new Map<string, Fact<"postfix", any>>();

/** Settings that are times, in seconds. */
export function postfixTimes<Name extends string>(...names: Name[]): Amounts<Name> {
  return amounts("time", names, (value, name) => readTime(value, units[name] ?? "s"));
}

/** Settings that are numbers. */
export function postfixNumbers<Name extends string>(...names: Name[]): Amounts<Name> {
  return amounts("number", names, readNumber);
}

/** Times that are in another unit than seconds where none stands there (postconf(5)). */
const units: Readonly<Record<string, "d" | "h">> = {
  maximal_queue_lifetime: "d",
  bounce_queue_lifetime: "d",
  delay_warning_time: "h",
};

function amounts<Name extends string>(
  kind: string,
  names: Name[],
  read: (value: string, name: string) => number | undefined,
): Amounts<Name> {
  const id = `postfix ${kind} ${names.join(" ")}`;
  let fact = made.get(id);
  if (!fact) {
    fact = defineFact({
      id,
      of: "postfix",
      reaches: "file",
      async gather(of, { ask }) {
        const found = await ask(postfixSettings(...names), of);
        if (isAbsent(found)) return found;
        return Object.fromEntries(
          names.map((name): [string, PostfixAmount] => {
            const amount = read(found[name].value, name);
            if (amount === undefined) throw new NetError("malformed", `${name} is "${found[name].value}", no ${kind}`);
            return [name, { ...found[name], amount }];
          }),
        );
      },
    });
    made.set(id, fact);
  }
  return fact;
}
