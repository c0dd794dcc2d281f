import { describe, expect, it } from "vitest";
import { zone } from "../../src/testing/zone.js";

const ask = zone(`
  ; secure example.com
  ; bogus broken.example
  ; ttl-left 300
  example.com MX 10 mx1.example.com
  example.com RRSIG MX 13 2 3600 20260301000000 20260101000000 1 example.com c2ln
  example.com RRSIG TXT 13 2 3600 20260301000000 20260101000000 1 example.com c2ln
  broken.example MX 10 mx1.broken.example
  open.example 60 TXT "here"
  @192.0.2.54 example.com MX 10 old.example.com
  @192.0.2.54 open.example TXT !none
  @192.0.2.54 open.example A !refused
  @192.0.2.55 * * !timeout`);

describe("zone text", () => {
  it("has names that are secure, and a root that is where anything is", async () => {
    expect(await ask("example.com", "MX")).toMatchObject({ ad: true, server: "192.0.2.53" });
    expect(await ask(".", "NS")).toMatchObject({ ad: true });
    expect(await ask("open.example", "TXT")).toMatchObject({ ad: false });
    expect(await zone("example.com A 192.0.2.1")(".", "NS")).toMatchObject({ ad: false });
    expect(await zone("; validating")(".", "NS")).toMatchObject({ ad: true });
  });

  it("has bogus names, answered only with checking disabled", async () => {
    await expect(ask("broken.example", "MX")).rejects.toMatchObject({ code: "servfail" });
    expect((await ask("broken.example", "MX", { cd: true })).records).toHaveLength(1);
  });

  it("gives signatures of what is asked for, where they are wanted", async () => {
    expect(await ask("example.com", "MX")).not.toHaveProperty("signatures");
    const { signatures } = await ask("example.com", "MX", { dnssec: true });
    expect(signatures).toMatchObject([{ data: { covered: "MX", algorithm: 13 } }]);
  });

  it("has servers that differ in what is said of them", async () => {
    const first = async (name: string, type: "MX" | "TXT" | "A", server: string) => ask(name, type, { server });
    expect((await first("example.com", "MX", "192.0.2.54")).records[0]!.data).toMatchObject({
      exchange: "old.example.com",
    });
    expect((await first("example.com", "MX", "192.0.2.56")).records[0]!.data).toMatchObject({
      exchange: "mx1.example.com",
    });
    expect((await first("open.example", "TXT", "192.0.2.54")).records).toEqual([]);
    await expect(first("open.example", "A", "192.0.2.54")).rejects.toMatchObject({ code: "servfail" });
    await expect(first("example.com", "MX", "192.0.2.55")).rejects.toThrow("from 192.0.2.55");
  });

  it("lets a resolver count TTLs down, and servers not", async () => {
    expect((await ask("example.com", "MX")).records[0]!.ttl).toBe(300);
    expect((await ask("open.example", "TXT")).records[0]!.ttl).toBe(60);
    expect((await ask("example.com", "MX", { server: "192.0.2.53" })).records[0]!.ttl).toBe(3600);
  });
});
