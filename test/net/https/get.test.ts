import { describe, expect, it, onTestFinished } from "vitest";
import { get, type Get } from "../../../src/net/https.js";
import { Limits } from "../../../src/net/limits.js";
import { type HttpsAnswer, NetError } from "../../../src/net/net.js";
import { trustStore } from "../../../src/net/tls/trust.js";
import { intermediate, issue, type Issued, leaf, root } from "../authority.js";
import { scripted, type Talk } from "../scripted.js";

const names = ["mta-sts.example.com"];
const good = issue({ name: "mta-sts.example.com", names, by: root, until: "2040-01-01" });
const usual: Get = {
  limits: new Limits(),
  trust: trustStore({ ca: root.cert }),
  resolve: async () => ["127.0.0.1"],
  allowPrivate: true,
  now: () => Date.parse("2026-01-01"),
};

async function against(play: (talk: Talk) => void | Promise<void>, more: Partial<Get> = {}): Promise<HttpsAnswer> {
  const server = await scripted(play);
  onTestFinished(() => server.close());
  return get(`https://mta-sts.example.com:${server.port}/policy?x=1`, { ...usual, ...more });
}

/** Answers each request with these octets. */
const answering =
  (text: string, issued: Issued = good) =>
  async (talk: Talk): Promise<void> => {
    await talk.secure(issued);
    while ((await talk.hear()) !== "") continue;
    talk.say(text);
  };

const policy = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 14\r\n\r\nversion: STSv1";

describe("an answer is a value", () => {
  it("with status, headers, body and TLS", async () => {
    const heard: string[] = [];
    const answer = await against(async (talk) => {
      await answering(policy)(talk);
      heard.push(...talk.heard);
    });
    expect(answer).toMatchObject({
      ip: "127.0.0.1",
      status: 200,
      headers: { "content-type": "text/plain" },
      body: "version: STSv1",
      cut: false,
      tls: { version: "TLSv1.3", trust: { ok: true } },
    });
    expect(answer).not.toHaveProperty("problem");
    expect(heard[0]).toBe("GET /policy?x=1 HTTP/1.1");
  });

  it.each([
    ["404", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", { status: 404, body: "" }],
    [
      "a redirect, not followed",
      "HTTP/1.1 301 Moved\r\nLocation: https://127.0.0.1/\r\nContent-Length: 0\r\n\r\n",
      { status: 301, headers: { location: "https://127.0.0.1/" } },
    ],
    [
      "octets that are no UTF-8, and no length",
      "HTTP/1.1 200 OK\r\nSet-Cookie: a\r\nSet-Cookie: b\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n\xff\0\r\n0\r\n\r\n",
      { body: "\xff\0", headers: { "set-cookie": "a, b" } },
    ],
    [
      "some interim answers before it",
      "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(3) + policy,
      { status: 200, body: "version: STSv1" },
    ],
    [
      "more body than we take",
      `HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n${"x".repeat(100_000)}`,
      { cut: true, body: "x".repeat(65_536) },
    ],
  ])("%s", async (_, text, expected) => expect(await against(answering(text))).toMatchObject(expected));

  it.each([
    ["expired", issue({ name: "x", names, by: root, until: "2025-06-01" }), /expired at 2025-06-01/],
    ["not yet valid", issue({ name: "x", names, by: root, from: "2026-06-01" }), /not valid before 2026-06-01/],
    ["of another name", issue({ name: names[0]!, names: ["example.com"], by: root }), /not for mta-sts.example.com/],
    ["with its name in the subject only", issue({ name: names[0]!, by: root }), /not for mta-sts.example.com/],
    ["self-signed", issue({ name: "x", names }), /signed by itself/],
  ])("also with a certificate that is %s", async (_, issued, problem) => {
    expect(await against(answering(policy, issued))).toMatchObject({
      status: 200,
      problem: expect.stringMatching(problem) as string,
    });
  });
});

describe("what is no answer is thrown", () => {
  const forever = (text: string) => async (talk: Talk) => {
    await answering(text)(talk);
    const drip = setInterval(() => talk.say(text.slice(-40)), 5);
    setTimeout(() => clearInterval(drip), 1_000);
  };

  it.each<[string, (talk: Talk) => void | Promise<void>, string]>([
    ["silence", () => {}, "timeout"],
    ["silence inside TLS", (talk) => talk.secure(good), "timeout"],
    ["a body that drips", forever("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\nx"), "timeout"],
    ["interim answers without an end", forever("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(20)), "limit"],
    ["headers without an end", answering(`HTTP/1.1 200 OK\r\n${"X-Y: zzzzzzzzzzzzzzz\r\n".repeat(2_000)}`), "limit"],
    ["no HTTP", answering("220 mx1.example.com\r\n"), "malformed"],
    [
      "a short body",
      async (talk) => {
        await answering("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort")(talk);
        talk.end();
      },
      "reset",
    ],
    [
      "a reset in the body",
      async (talk) => {
        await answering("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort")(talk);
        await talk.pause();
        talk.reset();
      },
      "reset",
    ],
    ["no TLS", (talk) => talk.say("HTTP/1.1 400 Bad Request\r\n\r\n"), "tls"],
  ])("%s", async (_, play, code) => {
    await expect(against(play, { within: 400 })).rejects.toMatchObject({ name: "NetError", code });
  });

  it("but says what came in place of TLS", async () => {
    const alert = (talk: Talk): Promise<void> => talk.something().then(() => talk.say("\x15\x03\x01\0\x02\x02\x70"));
    await expect(against(alert)).rejects.toMatchObject({ code: "tls", said: { alert: "unrecognized_name" } });
  });

  it("when the run is stopped", async () => {
    const controller = new AbortController();
    const stopped = against(() => controller.abort(new NetError("timeout", "no outcome")), {
      signal: controller.signal,
    });
    await expect(stopped).rejects.toThrow("no outcome");
  });
});

describe("a body that is certificates", () => {
  const pem = leaf.cert + intermediate.cert;
  const served = answering(`HTTP/1.1 200 OK\r\nContent-Length: ${pem.length}\r\n\r\n${pem}`);

  it("is read and judged by the roots that are given", async () => {
    const { certificates } = await against(served, { holding: trustStore({ instead: root.cert }) });
    expect(certificates).toMatchObject({
      chain: [{ subject: "CN=mx1.example.com" }, { ca: true }],
      trust: { ok: true },
    });
  });

  it("is a body where nobody asks", async () => {
    expect(await against(served)).not.toHaveProperty("certificates");
  });
});

describe("where it connects to", () => {
  const strict = { ...usual, allowPrivate: false };

  it.each([
    ["https://127.0.0.1/", "127.0.0.1 is 127.0.0.1, a loopback address"],
    ["https://0x7f.1/", "a loopback address"],
    ["https://１２７.0.0.1/", "a loopback address"],
    ["https://[::1]/", "a loopback address"],
    ["https://[::ffff:10.0.0.1]/", "a IPv4-mapped address"],
    ["https://[2002:7f00:1::]/", "a 6to4 address"],
    ["https://inner.example.com/", "inner.example.com is 10.0.0.1, a private address"],
    ["https://mta-sts.example.com:8443/", "not a plain https URL"],
    ["http://mta-sts.example.com/", "not a plain https URL"],
    ["https://user@mta-sts.example.com/", "not a plain https URL"],
  ])("not %s", async (url, message) => {
    const resolve = async (): Promise<string[]> => ["10.0.0.1", "169.254.169.254"];
    await expect(get(url, { ...strict, resolve })).rejects.toMatchObject({
      code: "blocked",
      message: expect.stringContaining(message) as string,
    });
  });

  it.each([["not a url"], [""], ["//mta-sts.example.com"]])("not %j", async (url) => {
    await expect(get(url, strict)).rejects.toMatchObject({ code: "malformed" });
  });

  it("nowhere without an address", async () => {
    await expect(get("https://mta-sts.example.com/", { ...strict, resolve: async () => [] })).rejects.toMatchObject({
      code: "unreachable",
    });
  });

  it("nowhere, where each address refuses, which is an answer", async () => {
    const refusing = { resolve: async (): Promise<string[]> => ["127.0.0.2", "127.0.0.3"] };
    const refused = against(answering(policy), refusing);
    await expect(refused).rejects.toMatchObject({ code: "unreachable", said: { refused: true } });
  });

  it.each([[["127.0.0.2", "127.0.0.1"]], [["127.0.0.1", "127.0.0.2"]]])(
    "nowhere for certain, where one of %j hangs up",
    async (ips) => {
      const error = await against((talk) => talk.end(), { resolve: async () => ips }).catch((error: unknown) => error);
      expect(error).toMatchObject({ code: "reset", said: undefined });
    },
  );

  it("the next address, where one refuses", async () => {
    const resolve = async (): Promise<string[]> => ["127.0.0.2", "127.0.0.1"];
    expect(await against(answering(policy), { resolve })).toMatchObject({ status: 200, ip: "127.0.0.1" });
  });

  it("the address by itself, when that is the name", async () => {
    const server = await scripted(answering(policy, issue({ name: "ip", ips: ["127.0.0.1"], by: root })));
    onTestFinished(() => server.close());
    const answer = await get(`https://127.0.0.1:${server.port}/`, usual);
    expect(answer).toMatchObject({ status: 200 });
    expect(answer).not.toHaveProperty("problem");
  });
});
