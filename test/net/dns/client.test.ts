import { afterEach, describe, expect, it } from "vitest";
import { DnsClient } from "../../../src/net/dns/client.js";
import type { WireRecord } from "../../../src/net/dns/message.js";
import type { NetError } from "../../../src/net/net.js";
import { type Came, hurried, type Script, type Scripted, scripted } from "./scripted.js";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function serving(script: Script, more?: Parameters<typeof scripted>[1]): Promise<Scripted> {
  const server = await scripted(script, more);
  open.push(server);
  return server;
}
function asking(...[servers, patience]: Parameters<typeof hurried>): DnsClient {
  const client = hurried(servers, patience);
  open.push(client);
  return client;
}

const a = (name: string, data = "192.0.2.1", ttl = 300): WireRecord => ({ name, type: "A", class: 1, ttl, data });
const nameOf = ({ query }: Came): string => query.questions[0]!.name;
const good: Script = (came) => came.send({ answers: [a(nameOf(came))], ad: true });
const failure = (promise: Promise<unknown>): Promise<NetError> =>
  promise.then(
    () => {
      throw new Error("it was answered");
    },
    (error: NetError) => error,
  );

describe("an answer", () => {
  it("has all that the server said of it", async () => {
    const server = await serving(({ send }) =>
      send({
        ad: true,
        answers: [
          {
            name: "example.com",
            type: "MX",
            class: 1,
            ttl: 300,
            data: { preference: 10, exchange: "MX1.Example.com" },
          },
          { name: "example.com", type: "MX", class: 1, ttl: 60, data: { preference: 20, exchange: "mx2.example.com" } },
        ],
      }),
    );
    expect(await asking([server]).dns("Example.COM.", "MX")).toEqual({
      name: "example.com",
      type: "MX",
      rcode: "NOERROR",
      records: [
        { name: "example.com", type: "MX", ttl: 60, data: { preference: 10, exchange: "mx1.example.com" } },
        { name: "example.com", type: "MX", ttl: 60, data: { preference: 20, exchange: "mx2.example.com" } },
      ],
      aliases: [],
      ad: true,
      server: `127.0.0.1:${server.port}`,
      took: expect.any(Number) as number,
    });
    expect(server.questions[0]!.query).toMatchObject({ rd: true, ad: true, edns: { payload: 1232, dnssec: false } });
  });

  it("that is withheld comes with the codes of its extended errors", async () => {
    const edns = { payload: 1232, version: 0, dnssec: false, options: [], errors: [{ code: 6, text: "expired" }] };
    const server = await serving(({ send }) => send({ rcode: 2, edns }));
    const error = await failure(asking([server]).dns("example.com", "MX"));
    expect(error).toMatchObject({ code: "servfail", said: { extended: [6] } });
    expect(error.message).toMatch(/^SERVFAIL \(DNSSEC bogus: expired\) from /);
  });

  it("takes a TTL with its first bit set for 0", async () => {
    const server = await serving(({ send }) => send({ answers: [a("example.com", "192.0.2.1", 2 ** 31)] }));
    expect((await asking([server]).dns("example.com", "A")).records[0]!.ttl).toBe(0);
  });

  it("of an unknown type is hex", async () => {
    const server = await serving(({ send }) =>
      send({ answers: [{ name: "example.com", type: "TYPE65400", class: 1, ttl: 1, data: "c0ffee" }] }),
    );
    expect((await asking([server]).dns("example.com", "TYPE65400")).records[0]!.data).toBe("c0ffee");
  });

  it.each(["a..example", `${"a".repeat(64)}.example`, "\u4f8b.example"])("needs nobody for %s", async (name) => {
    const server = await serving(good);
    expect(await asking([server]).dns(name, "A")).toMatchObject({
      rcode: "NXDOMAIN",
      records: [],
      notes: [expect.stringMatching(/^no name in DNS: it has /)],
    });
    expect(server.questions).toHaveLength(0);
  });

  it("of an authority is asked for without recursion, and its aliases of the resolver", async () => {
    const resolver = await serving(good);
    const authority = await serving((came) =>
      came.send({
        aa: true,
        answers: [{ name: nameOf(came), type: "CNAME", class: 1, ttl: 1, data: "www.example.net" }],
      }),
    );
    const answer = await asking([resolver]).dns("example.com", "A", { server: `127.0.0.1:${authority.port}` });
    expect(answer).toMatchObject({ aliases: ["www.example.net"], server: `127.0.0.1:${authority.port}` });
    expect(answer.records[0]).toMatchObject({ name: "www.example.net", data: "192.0.2.1" });
    expect(authority.questions.map((came) => came.query.rd)).toEqual([false]);
    expect(resolver.questions.map(nameOf)).toEqual(["www.example.net"]);
  });
});

describe("what was asked", () => {
  it("is not asked again: at once, later, or in other letters", async () => {
    const server = await serving(good);
    const client = asking([server]);
    await Promise.all([
      client.dns("example.com", "A"),
      client.dns("EXAMPLE.com", "A"),
      client.dns("example.com.", "A"),
    ]);
    await client.dns("example.com", "A");
    expect(server.questions).toHaveLength(1);
  });

  it("is another question by type, by CD and by server", async () => {
    const server = await serving(good);
    const client = asking([server]);
    const at = { server: `127.0.0.1:${server.port}` };
    for (const how of [{}, { cd: true }, at, { cd: true, ...at }]) await client.dns("example.com", "A", how);
    await client.dns("example.com", "AAAA").catch(() => {});
    expect(server.questions.map(({ query }) => [query.rd, query.cd]).slice(0, 4)).toEqual([
      [true, false],
      [true, true],
      [false, false],
      [false, true],
    ]);
    expect(server.questions.length).toBeGreaterThan(4);
  });

  it("has its signatures where they are wanted, and is another question with them", async () => {
    const signed = (covered: string): WireRecord => ({
      name: "example.com",
      type: "RRSIG",
      class: 1,
      ttl: 300,
      data: {
        covered,
        algorithm: 13,
        labels: 2,
        originalTtl: 300,
        expiration: 1_800_000_000,
        inception: 1_790_000_000,
        keyTag: 1,
        signer: "example.com",
        signature: "c2ln",
      },
    });
    const server = await serving(({ send }) => send({ answers: [a("example.com"), signed("A"), signed("MX")] }));
    const client = asking([server]);
    expect(await client.dns("example.com", "A")).not.toHaveProperty("signatures");
    const { signatures } = await client.dns("example.com", "A", { dnssec: true });
    expect(signatures).toMatchObject([{ name: "example.com", type: "RRSIG", data: { covered: "A" } }]);
    expect(server.questions.map(({ query }) => query.edns?.dnssec)).toEqual([false, true]);
  });

  it("and not answered is asked again", async () => {
    const server = await serving((came) => (came.nth <= 2 ? came.send({ rcode: 2 }) : good(came)));
    const client = asking([server]);
    expect(await failure(client.dns("example.com", "A"))).toMatchObject({ code: "servfail" });
    expect((await client.dns("example.com", "A")).records).toHaveLength(1);
  });

  it("gives each caller values of its own", async () => {
    const client = asking([await serving(good)]);
    const one = await client.dns("example.com", "A");
    one.records.pop();
    one.aliases.push("x");
    expect(await client.dns("example.com", "A")).toMatchObject({ records: [{ data: "192.0.2.1" }], aliases: [] });
  });
});

describe("no answer", () => {
  it("of a resolver that never answered is the resolver's cause, with what to do", async () => {
    const server = await serving(() => {});
    const at = `127.0.0.1:${server.port}`;
    const error = await failure(asking([server]).dns("example.com", "MX"));
    expect(error).toMatchObject({
      code: "timeout",
      message: expect.stringMatching(/^no answer from 127\.0\.0\.1:\d+ for example\.com MX \(4 tries, [\d.]+ s\)$/),
      because: {
        id: `resolver ${at}`,
        text: `resolver ${at} does not answer`,
        next: ["--resolver ADDRESS asks another", "check /etc/resolv.conf"],
      },
    });
    expect(server.questions).toHaveLength(4);
  });

  it("of a resolver that answers for others is the name's cause", async () => {
    const server = await serving((came) => void (nameOf(came) === "example.net" && good(came)));
    const client = asking([server], { total: 200 });
    await client.dns("example.net", "A");
    const at = `127.0.0.1:${server.port}`;
    expect((await failure(client.dns("example.com", "MX"))).because).toEqual({
      id: "dns example.com",
      text: `${at} gives no answer for example.com`,
    });
  });

  it("of a closed port is known soon", async () => {
    const server = await scripted(() => {});
    await server.close();
    const began = performance.now();
    const error = await failure(asking([server], { total: 60_000 }).dns("example.com", "A"));
    expect(error).toMatchObject({ code: "unreachable", message: expect.stringContaining("nothing listens there") });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it("from a closed port is made good by the next resolver", async () => {
    const closed = await scripted(() => {});
    await closed.close();
    const answer = await asking([closed, await serving(good)]).dns("example.com", "A");
    expect(answer.records).toHaveLength(1);
  });

  it("counts the forgeries that came instead", async () => {
    const server = await serving((came) => came.nth === 1 && came.send({ questions: [] }));
    expect((await failure(asking([server]).dns("example.com", "A"))).message).toMatch(
      /\(4 tries, [\d.]+ s, 1 other datagrams\)$/,
    );
  });
});

describe("forged answers", () => {
  it("do not end the waiting, however many", async () => {
    const server = await serving((came) => {
      for (let id = 0; id < 200; id++)
        if (id !== came.query.id) came.send({ id, answers: [a(nameOf(came), "192.0.2.66")] });
      for (const name of ["example.net", "com"]) {
        came.send({ questions: [{ name, type: "A", class: 1 }], answers: [a(name, "192.0.2.66")] });
      }
      came.sendFromElsewhere(came.write({ answers: [a(nameOf(came), "192.0.2.66")] }));
      setTimeout(() => good(came), 20);
    });
    expect((await asking([server]).dns("example.com", "A")).records[0]!.data).toBe("192.0.2.1");
  });

  it("must guess an id and a port that keep changing", async () => {
    const ports = new Set<number>();
    const ids = new Set<number>();
    const server = await serving((came) => {
      ids.add(came.query.id);
      ports.add(came.from!);
      good(came);
    });
    const client = asking([server]);
    for (let at = 0; at < 40; at++) {
      await Promise.all(Array.from({ length: 50 }, (_, of) => client.dns(`n${at}-${of}.example`, "A")));
    }
    expect(ids.size).toBeGreaterThan(1_900);
    expect(ports.size).toBeGreaterThanOrEqual(2_000 / 64);
  });
});

describe("many questions", () => {
  it("are all answered, 200 out at once at most", async () => {
    let out = 0;
    let most = 0;
    const server = await serving((came) => {
      most = Math.max(most, ++out);
      setTimeout(() => {
        out--;
        good(came);
      }, 5);
    });
    const client = asking([server], { firstWait: { least: 2_000, most: 2_000 }, total: 10_000 });
    const answers = await Promise.all(Array.from({ length: 3_000 }, (_, at) => client.dns(`n${at}.example`, "A")));
    expect(answers.every(({ name, records }) => records[0]!.name === name)).toBe(true);
    expect(server.questions).toHaveLength(3_000);
    expect(most).toBeLessThanOrEqual(200);
    expect(most).toBeGreaterThan(50);
  });

  it("to an authority are ten at once", async () => {
    let out = 0;
    let most = 0;
    const server = await serving((came) => {
      most = Math.max(most, ++out);
      setTimeout(() => {
        out--;
        came.send({ aa: true, answers: [a(nameOf(came))] });
      }, 5);
    });
    const client = asking([server], { firstWait: { least: 2_000, most: 2_000 }, total: 10_000 });
    const at = { server: `127.0.0.1:${server.port}` };
    await Promise.all(Array.from({ length: 60 }, (_, of) => client.dns(`n${of}.example`, "A", at)));
    expect(most).toBe(10);
  });

  it("are pipelined over TCP when they are cut short", async () => {
    const connections = new Set<unknown>();
    const server = await serving((came) => {
      if (came.over === "udp") return came.send({ tc: true });
      connections.add(came.socket);
      setTimeout(() => good(came), Math.random() * 5);
    });
    const client = asking([server], { firstWait: { least: 2_000, most: 2_000 }, total: 10_000 });
    const answers = await Promise.all(Array.from({ length: 300 }, (_, at) => client.dns(`n${at}.example`, "A")));
    expect(answers.every(({ name, records }) => records[0]!.name === name)).toBe(true);
    expect(connections.size).toBe(1);
  });
});

describe("a signal", () => {
  it("ends the waiting of its caller with its own reason, and the question when nobody else waits", async () => {
    let answer = (): void => {};
    const server = await serving((came) => (answer = () => good(came)));
    const client = asking([server], { firstWait: { least: 60_000, most: 60_000 }, total: 60_000 });
    const [one, other] = [new AbortController(), new AbortController()];
    const first = failure(client.dns("example.com", "A", { signal: one.signal }));
    const second = client.dns("example.com", "A", { signal: other.signal });
    await expect.poll(() => server.questions.length).toBe(1);
    one.abort();
    expect(await first).toMatchObject({ code: "interrupted" });
    answer();
    expect((await second).records).toHaveLength(1);
    const third = failure(client.dns("example.net", "A", { signal: other.signal }));
    await expect.poll(() => server.questions.length).toBe(2);
    other.abort();
    expect(await third).toMatchObject({ code: "interrupted" });
    expect(await failure(client.dns("example.org", "A", { signal: other.signal }))).toMatchObject({
      code: "interrupted",
    });
    const again = client.dns("example.net", "A");
    await expect.poll(() => server.questions.length).toBe(3);
    answer();
    expect((await again).records).toHaveLength(1);
  });

  it("is not needed to end: closing does", async () => {
    const server = await serving(() => {});
    const client = hurried([server], { total: 60_000 });
    const waiting = failure(client.dns("example.com", "A"));
    await expect.poll(() => server.questions.length).toBeGreaterThan(0);
    client.close();
    expect(await waiting).toMatchObject({ code: "interrupted" });
  });
});

describe("a client", () => {
  it("needs a resolver", () => {
    expect(() => new DnsClient({ resolvers: [] })).toThrow("no resolver to ask");
  });

  it("learns that a server has no EDNS, and how fast it is", async () => {
    const server = await serving((came) => (came.query.edns ? came.send({ rcode: 1 }) : good(came)));
    const client = asking([server]);
    await client.dns("a.example", "A");
    await client.dns("b.example", "A");
    expect(server.questions.map(({ query }) => query.edns !== undefined)).toEqual([true, false, false]);
  });
});
