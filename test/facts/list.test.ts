import { describe, expect, it } from "vitest";
import type { Tools } from "../../src/fact.js";
import { listTrials } from "../../src/facts/list.js";
import { NetError } from "../../src/net/net.js";

describe("a list that gives no answer", () => {
  const tried = async (because?: { id: string; text: string }): Promise<NetError> => {
    const dns = () => Promise.reject(new NetError("timeout", "no answer", { ...(because && { because }) }));
    const tools = { dns, here: { lists: ["bl.spamcop.net"], controls: [] } } as unknown as Tools;
    return (await Promise.resolve(listTrials.ip4.gather("bl.spamcop.net", tools)).catch((error) => error)) as NetError;
  };
  const own = { id: "dnsbl bl.spamcop.net", text: "SpamCop gives no answer" };
  const resolver = { id: "resolver 192.0.2.53", text: "resolver 192.0.2.53 does not answer" };

  it.each([
    ["is silent itself", { id: "dns 2.0.0.127.bl.spamcop.net", text: "" }, own],
    ["for no known cause", undefined, own],
    ["hangs on the resolver, as all others do", resolver, resolver],
  ])("%s", async (_, because, told) => {
    const error = await tried(because);
    expect(error.message).toBe("SpamCop gives no answer");
    expect(error.because).toEqual(told);
  });
});

it("does not take a list that does not know our key for a dead one", async () => {
  const dns = async (name: string) => ({ name, rcode: "NXDOMAIN", records: [], server: "192.0.2.53", withKey: true });
  const tools = { dns } as unknown as Tools;
  await expect(listTrials.ip4.gather("zen.spamhaus.org", tools)).rejects.toMatchObject({
    code: "blocked",
    message: "Spamhaus ZEN does not know the key it was asked with",
    because: { next: ["correct the key in the environment:  MAILWORTHY_DQS_KEY"] },
  });
});

it("asks nothing of a list that is no more", async () => {
  const dns = (): never => {
    throw new Error("asked");
  };
  const tools = { dns } as unknown as Tools;
  expect(await listTrials.ip4.gather("dnsbl.sorbs.net", tools)).toMatchObject({ trial: "ended", answers: [] });
});
