/**
 * Weaknesses of an RSA key that show in its public half. What is found is certain; that nothing is found proves only that
 * the key is none of these. Not among them are the keys of Debian's fault of 2008 (CVE-2008-0166): nothing in such a key
 * gives it away, only a list of all of them does.
 */
export type RsaWeakness =
  /** An exponent of one, with which anybody can sign, or an even one, with which nobody can (RFC 8017 §3.1). */
  | { kind: "exponent-one" }
  | { kind: "exponent-even" }
  | { kind: "small-factor"; factor: number }
  /** The two factors are so close that Fermat's method has them in a few steps (CVE-2022-26320). */
  | { kind: "close-factors"; steps: number }
  /** Both factors are of the form that a library of Infineon's chips gave them (CVE-2017-15361, "ROCA"). */
  | { kind: "roca" };

/** How far is looked. */
export interface RsaLimits {
  /** Factors below this are tried. */
  smallFactors: number;
  /** Steps of Fermat's method. */
  fermatSteps: number;
}

export function rsaWeaknesses(modulus: bigint, exponent: bigint, limits: RsaLimits): RsaWeakness[] {
  const found: RsaWeakness[] = [];
  if (exponent === 1n) found.push({ kind: "exponent-one" });
  else if (exponent % 2n === 0n) found.push({ kind: "exponent-even" });
  const factor = primesBelow(limits.smallFactors).find((prime) => modulus % BigInt(prime) === 0n);
  if (factor !== undefined) return [...found, { kind: "small-factor", factor }];
  const steps = fermatSteps(modulus, limits.fermatSteps);
  if (steps !== undefined) found.push({ kind: "close-factors", steps });
  if (hasRocaForm(modulus)) found.push({ kind: "roca" });
  return found;
}

const sieves = new Map<number, readonly number[]>();

/** The primes below a number, by the sieve; a limit is worked out once. */
function primesBelow(limit: number): readonly number[] {
  const known = sieves.get(limit);
  if (known) return known;
  const composite = new Uint8Array(limit);
  const primes: number[] = [];
  for (let at = 2; at < limit; at++) {
    if (composite[at]) continue;
    primes.push(at);
    for (let multiple = at * at; multiple < limit; multiple += at) composite[multiple] = 1;
  }
  sieves.set(limit, primes);
  return primes;
}

/** How many steps lead to a² - n = b², which gives n as (a - b)(a + b); undefined where that takes more. */
function fermatSteps(n: bigint, most: number): number | undefined {
  let a = squareRoot(n);
  if (a * a < n) a++;
  for (let step = 1; step <= most; step++, a++) if (isSquare(a * a - n)) return step;
  return undefined;
}

/** Whether each remainder by 16 and by 3465 (9 · 5 · 7 · 11) is that of a square: few other numbers pass. */
const squaresBy = (modulus: number): Uint8Array => {
  const is = new Uint8Array(modulus);
  for (let root = 0; root < modulus; root++) is[(root * root) % modulus] = 1;
  return is;
};
const by16 = squaresBy(16);
const by3465 = squaresBy(3_465);

function isSquare(n: bigint): boolean {
  if (!by16[Number(n & 15n)] || !by3465[Number(n % 3_465n)]) return false;
  const root = squareRoot(n);
  return root * root === n;
}

/** The whole part of the square root, by Newton's method from above. */
function squareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt((n.toString(16).length * 4 + 1) >> 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** A power of 65537 by a small prime: which one, and after how many it comes round. */
interface Logarithm {
  log: number;
  order: number;
}

/** The primes whose product divides that of the smallest keys of the library (Nemec and others, CCS 2017, table 1). */
const rocaLimit = 168;

/**
 * The library made primes k · M + (65537^a mod M), M being a product of the first primes. So a modulus is a power of
 * 65537 by each of them, and the powers fit together as one. By chance that happens once in 2^150.
 */
function hasRocaForm(modulus: bigint): boolean {
  const logs: Logarithm[] = [];
  for (const prime of primesBelow(rocaLimit)) {
    const found = logarithm(Number(modulus % BigInt(prime)), prime);
    if (!found) return false;
    logs.push(found);
  }
  return logs.every((one, at) =>
    logs.slice(at + 1).every((other) => (one.log - other.log) % commonDivisor(one.order, other.order) === 0),
  );
}

function logarithm(of: number, prime: number): Logarithm | undefined {
  const base = 65_537 % prime;
  let log: number | undefined;
  let order = 0;
  let power = 1;
  do {
    if (power === of) log = order;
    power = (power * base) % prime;
    order++;
  } while (power !== 1);
  return log === undefined ? undefined : { log, order };
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
