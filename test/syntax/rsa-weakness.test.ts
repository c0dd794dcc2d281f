import { generateKeyPairSync } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRsaKey, rsaNumbers } from "../../src/syntax/public-key.js";
import { rsaWeaknesses } from "../../src/syntax/rsa-weakness.js";
import { keys, weakKeys } from "../checks/dkim/keys.js";

const limits = { smallFactors: 4_096, fermatSteps: 100 };
const weaknesses = (modulus: bigint, exponent = 65_537n) => rsaWeaknesses(modulus, exponent, limits);

function numbers(base64: string): { modulus: bigint; exponent: bigint } {
  const read = readRsaKey(Uint8Array.from(Buffer.from(base64, "base64")));
  if (!read.ok) throw new Error(read.error);
  return rsaNumbers(read.key)!;
}
const found = (base64: string) => {
  const { modulus, exponent } = numbers(base64);
  return weaknesses(modulus, exponent);
};

it("gives the numbers that Node gives", () => {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 1_024, publicExponent: 3 });
  const { n } = publicKey.export({ format: "jwk" });
  const { modulus, exponent } = numbers(publicKey.export({ format: "der", type: "pkcs1" }).toString("base64"));
  expect(modulus.toString(16)).toBe(Buffer.from(n!, "base64url").toString("hex"));
  expect(exponent).toBe(3n);
});

it.each(Object.entries(keys).filter(([name]) => name.startsWith("rsa")))("nothing in %s", (_, key) =>
  expect(found(key)).toEqual([]),
);

it("nothing in keys as they are made today", () => {
  for (const modulusLength of [512, 768, 1_024, 1_025, 2_048]) {
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength });
    expect(found(publicKey.export({ type: "spki", format: "der" }).toString("base64"))).toEqual([]);
  }
});

it.each([
  ["exponentOne", [{ kind: "exponent-one" }]],
  ["exponentEven", [{ kind: "exponent-even" }]],
  ["small", [{ kind: "small-factor", factor: 4_093 }]],
  ["close", [{ kind: "close-factors", steps: 1 }]],
  ["roca", [{ kind: "roca" }]],
] as const)("the weakness of %s", (name, expected) => expect(found(weakKeys[name])).toEqual(expected));

describe("small factors", () => {
  it("are the smallest below the limit", () => {
    expect(weaknesses(2n * 3n * 5n)).toEqual([{ kind: "small-factor", factor: 2 }]);
    expect(weaknesses(4_099n * 100_003n)).not.toContainEqual(expect.objectContaining({ kind: "small-factor" }));
  });
});

describe("close factors", () => {
  const prime = 170_141_183_460_469_231_731_687_303_715_884_105_727n; // 2^127 - 1

  it("are found in as many steps as it takes", () => {
    expect(weaknesses(prime * prime)).toEqual([{ kind: "close-factors", steps: 1 }]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (distance) => {
        // The mean of the factors is at most this far above the root of their product.
        const [one, other] = [10_007n, 10_007n + 2n * BigInt(distance)];
        const mean = (one + other) / 2n;
        const root = BigInt(Math.ceil(Math.sqrt(Number(one * other))));
        const close = weaknesses(one * other).find(({ kind }) => kind === "close-factors");
        expect(close === undefined || (close.kind === "close-factors" && close.steps <= Number(mean - root) + 1)).toBe(
          true,
        );
      }),
    );
  });

  it("are not looked for any further", () => {
    const other = prime * 2n + 1n;
    expect(rsaWeaknesses(prime * other, 3n, { smallFactors: 2, fermatSteps: 100 })).toEqual([]);
  });
});

describe("the form of ROCA", () => {
  const primes = Array.from({ length: 168 }, (_, n) => n).filter(
    (n) => n > 1 && ![...Array(n).keys()].some((d) => d > 1 && n % d === 0),
  );
  const product = primes.reduce((all, prime) => all * BigInt(prime), 1n);
  const power = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
    let result = 1n;
    for (let left = exponent, square = base % modulus; left > 0n; left >>= 1n, square = (square * square) % modulus)
      if (left & 1n) result = (result * square) % modulus;
    return result;
  };
  const onlyForm = { smallFactors: 2, fermatSteps: 0 };
  const isRoca = (n: bigint): boolean => rsaWeaknesses(n, 3n, onlyForm).some(({ kind }) => kind === "roca");

  it("is any power of 65537 by the product of the first 39 primes", () => {
    expect(primes).toHaveLength(39);
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1n << 70n }),
        fc.bigInt({ min: 0n, max: 1n << 300n }),
        (exponent, times) => {
          expect(isRoca(times * product + power(65_537n, exponent, product))).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("is not a power by each prime alone", () => {
    // A power of 65537 by all primes but 163, and another power by that one.
    const rest = product / 163n;
    const inverse = power(rest, 161n, 163n);
    const mixed = (a: bigint, b: bigint): bigint => {
      const one = power(65_537n, a, rest);
      const two = power(65_537n, b, 163n);
      return one + rest * ((((two - one) * inverse) % 163n) + 163n);
    };
    expect(isRoca(mixed(7n, 7n))).toBe(true);
    expect(isRoca(mixed(7n, 8n))).toBe(false);
  });
});
