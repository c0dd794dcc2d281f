import { describe, expect, it } from "vitest";
import { Evidence } from "../src/evidence.js";
import { absent, defineFact, type Fact } from "../src/fact.js";
import { NetError } from "../src/net/net.js";
import { worldNet } from "../src/testing/index.js";

const evidence = (signal?: AbortSignal): Evidence => new Evidence(worldNet({}), {}, signal);

describe("evidence", () => {
  it("gathers a fact once for each identity, whoever asks", async () => {
    const gathered: string[] = [];
    const fact = defineFact({ id: "t/once", of: "domain", gather: async (name) => (gathered.push(name), name) });
    const asks = defineFact({ id: "t/asks", of: "domain", gather: async (name, { ask }) => ask(fact, name) });
    const all = evidence();
    const scope = all.scope("a.example");
    await Promise.all([
      scope.get(fact, "a.example"),
      scope.get(asks, "a.example"),
      scope.get(fact, "b.example"),
      all.get(fact, "b.example"),
    ]);
    expect(gathered.sort()).toEqual(["a.example", "b.example"]);
  });

  it("drops what one target alone has, and keeps what targets share", async () => {
    const gathered: string[] = [];
    const fact = defineFact({ id: "t/kept", of: "domain", gather: async (name) => (gathered.push(name), name) });
    const all = evidence();
    for (let round = 0; round < 2; round++) {
      const scope = all.scope("own.example");
      await scope.get(fact, "own.example");
      await scope.get(fact, "shared.example");
    }
    expect(gathered).toEqual(["own.example", "shared.example", "own.example"]);
  });

  it("tells known, absent and unknown apart", async () => {
    const because = { id: "it", text: "it is silent" };
    const of = (gather: Fact<"domain", string>["gather"], id: string): Fact<"domain", string> => ({
      id,
      of: "domain",
      gather,
    });
    const all = evidence();
    expect(
      await all.get(
        of(async () => "x", "t/known"),
        "a",
      ),
    ).toEqual({ state: "known", value: "x" });
    expect(
      await all.get(
        of(async () => absent("none"), "t/absent"),
        "a",
      ),
    ).toEqual({ state: "absent", reason: "none" });
    const silent = of(() => Promise.reject(new NetError("timeout", "no answer", { because })), "t/silent");
    expect(await all.get(silent, "a")).toEqual({ state: "unknown", code: "timeout", reason: "no answer", because });
  });

  it("passes an unknown on with its cause through the facts that ask", async () => {
    const because = { id: "it", text: "it is silent" };
    const silent = defineFact({
      id: "t/silent",
      of: "domain",
      gather: (): Promise<string> => Promise.reject(new NetError("timeout", "no answer", { because })),
    });
    const asks = defineFact({ id: "t/asks", of: "domain", gather: async (name, { ask }) => ask(silent, name) });
    expect(await evidence().get(asks, "a")).toEqual({
      state: "unknown",
      code: "timeout",
      reason: "no answer",
      because,
    });
  });

  it("turns a bug into an unknown that says so", async () => {
    const bug = defineFact({
      id: "t/bug",
      of: "domain",
      gather: async (): Promise<string> => (undefined as unknown as string).slice(),
    });
    expect(await evidence().get(bug, "a")).toMatchObject({
      state: "unknown",
      code: "bug",
      reason: expect.stringMatching(/^the fact itself broke: /),
    });
  });

  it.each([1, 2, 3])("finds a circle of %i facts at once, from whichever side it is entered", async (size) => {
    const facts: Fact<"domain", string>[] = [];
    for (let at = 0; at < size; at++) {
      facts.push({ id: `t/${at}`, of: "domain", gather: async (name, { ask }) => ask(facts[(at + 1) % size]!, name) });
    }
    const all = evidence();
    const known = await Promise.all(facts.map((fact) => all.get(fact, "a")));
    for (const one of known) expect(one).toMatchObject({ state: "unknown", reason: expect.stringContaining("circle") });
  });

  it("ends a fact at its deadline, and at the end of the run", async () => {
    const never = (id: string, deadline?: number): Fact<"domain", string> => ({
      id,
      of: "domain",
      ...(deadline && { deadline }),
      gather: () => new Promise(() => {}),
    });
    expect(await evidence().get(never("t/late", 5), "a")).toMatchObject({ state: "unknown", code: "timeout" });
    const stop = new AbortController();
    const waiting = evidence(stop.signal).get(never("t/never"), "a");
    stop.abort();
    expect(await waiting).toMatchObject({ state: "unknown", code: "interrupted" });
  });

  it("keeps no more shared facts than its bound", async () => {
    let gathered = 0;
    const fact = defineFact({ id: "t/many", of: "domain", gather: async () => ++gathered });
    const all = evidence();
    for (let at = 0; at < 25_000; at++) await all.get(fact, `${at}.example`);
    await all.get(fact, "24999.example");
    expect(gathered).toBe(25_000);
    await all.get(fact, "0.example");
    expect(gathered).toBe(25_001);
  });
});
