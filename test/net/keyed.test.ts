import { describe, expect, it } from "vitest";
import { worldNet } from "mailworthy/testing";
import { watched } from "../../src/cli/watch.js";
import { type Key, keyed } from "../../src/net/keyed.js";
import { type Net, NetError } from "../../src/net/net.js";

const key = "abcdefghijklmnopqrstuvwxyz";
const keys: Key[] = [{ zone: "zen.spamhaus.org", under: "zen.dq.spamhaus.net", key }];
const zone = `
  2.0.0.127.${key}.zen.dq.spamhaus.net A 127.0.0.2
  9.0.0.127.${key}.zen.dq.spamhaus.net CNAME 2.0.0.127.${key}.zen.dq.spamhaus.net
  3.0.0.127.${key}.zen.dq.spamhaus.net A !timeout
  2.0.0.127.zen.spamhaus.org A 127.255.255.254
  ${key}.example.com A 192.0.2.1`;
const net = keyed(worldNet({ zone }), keys);

describe("a net with a key", () => {
  it("asks with it, and answers as if without", async () => {
    const answer = await net.dns("2.0.0.127.zen.spamhaus.org", "A");
    expect(answer).toMatchObject({
      name: "2.0.0.127.zen.spamhaus.org",
      records: [{ name: "2.0.0.127.zen.spamhaus.org", data: "127.0.0.2" }],
      withKey: true,
    });
    const aliased = await net.dns("9.0.0.127.ZEN.spamhaus.org.", "A");
    expect(aliased.aliases).toEqual(["2.0.0.127.zen.spamhaus.org"]);
    expect(JSON.stringify([answer, aliased])).not.toContain(key);
  });

  it("shows none in a failure, in its cause or in its stack", async () => {
    const error = (await net.dns("3.0.0.127.zen.spamhaus.org", "A").catch((thrown: unknown) => thrown)) as NetError;
    expect(error).toBeInstanceOf(NetError);
    expect(error).toMatchObject({ code: "timeout", because: { id: "dns 3.0.0.127.zen.spamhaus.org" } });
    expect(`${error.stack} ${JSON.stringify(error)} ${error.message}`).not.toContain(key);
  });

  it("shows none when something breaks, nor what an answer repeats in other words", async () => {
    const broken = (fault: unknown): Net => keyed({ ...worldNet({}), dns: () => Promise.reject(fault) }, keys);
    const failure = (fault: unknown): Promise<Error> =>
      broken(fault)
        .dns("2.0.0.127.zen.spamhaus.org", "A")
        .then(
          () => new Error("answered"),
          (thrown: Error) => thrown,
        );
    const bug = await failure(new TypeError(`no ${key.toUpperCase()} here`));
    expect(bug.message).toBe("no KEY here");
    expect(bug.stack).not.toContain(key.toUpperCase());
    const said = await failure(new NetError("servfail", "no", { said: { text: `unknown user ${key}` } }));
    expect(said).toMatchObject({ said: { text: "unknown user KEY" } });
  });

  it("shows none to who watches, asked or answered", async () => {
    const seen: string[] = [];
    const { net: watchedNet, waiting } = watched(net, (line) => void seen.push(line));
    const asked = watchedNet.dns("2.0.0.127.zen.spamhaus.org", "A");
    expect(waiting().map(({ what }) => what)).toEqual(["2.0.0.127.zen.spamhaus.org A"]);
    await asked;
    await watchedNet.dns("3.0.0.127.zen.spamhaus.org", "A").catch(() => {});
    expect(seen).toHaveLength(2);
    expect(seen.join("\n")).not.toContain(key);
  });

  it("leaves every other question alone, and those to a server that was named", async () => {
    expect((await net.dns(`${key}.example.com`, "A")).records).toHaveLength(1);
    const named = await net.dns("2.0.0.127.zen.spamhaus.org", "A", { server: "192.0.2.1" });
    expect(named.records[0]!.data).toBe("127.255.255.254");
    expect((await net.dns("notzen.spamhaus.org", "A")).rcode).toBe("NXDOMAIN");
  });
});
