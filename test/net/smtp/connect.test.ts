import { createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { NetError, type SmtpPlace, type SmtpSession } from "../../../src/net/net.js";
import { Limits } from "../../../src/net/limits.js";
import { openSmtp } from "../../../src/net/smtp/connect.js";
import { trustStore } from "../../../src/net/tls/trust.js";
import { intermediate, leaf, root } from "../authority.js";
import { scripted, type Talk } from "../scripted.js";

const trust = trustStore({ ca: root.cert });
const patience = { connect: 2_000, greeting: 250, step: 250, total: 1_500 };
const served = { key: leaf.key, cert: leaf.cert + intermediate.cert };

const open = (port: number, more: Partial<SmtpPlace> = {}, signal?: AbortSignal): Promise<SmtpSession> =>
  openSmtp(
    { host: "mx1.example.com", ip: "127.0.0.1", port, ...more },
    { limits: new Limits(), trust, patience, signal, name: "probe.example.net" },
  );

/** A session with a server that behaves as told, and what the server heard. */
async function against(
  play: (talk: Talk) => void | Promise<void>,
  more: Partial<SmtpPlace> = {},
): Promise<{ session: SmtpSession; heard: string[]; notes: string[] }> {
  const server = await scripted(play);
  onTestFinished(() => server.close());
  const session = await open(server.port, more);
  const notes = session.steps.filter(({ from }) => from === "note").map(({ text }) => text);
  return { session, heard: server.talks[0]?.heard ?? [], notes };
}

const hello = "250-mx1.example.com\r\n250-SIZE 1000\r\n250 STARTTLS\r\n";

/** Up to the answer to STARTTLS. */
async function started(talk: Talk): Promise<void> {
  talk.say("220 mx1.example.com ESMTP\r\n");
  await talk.answer(hello, "220 go ahead\r\n");
}

describe("a well-behaved server", () => {
  async function good(options: SMTPServerOptions): Promise<number> {
    const server = new SMTPServer({ disableReverseLookup: true, logger: false, ...served, ...options });
    server.on("error", () => {});
    server.listen(0, "127.0.0.1");
    await once(server.server, "listening");
    onTestFinished(() => new Promise<void>((closed) => server.close(closed)));
    return (server.server.address() as AddressInfo).port;
  }

  it("is greeted, secured, greeted again, and left", async () => {
    const session = await open(await good({ name: "mx1.example.com" }));
    expect(session).toMatchObject({
      outcome: "open",
      greeting: { code: 220 },
      hello: { verb: "EHLO", keywords: { STARTTLS: "" } },
      starttls: { code: 220 },
      tls: { version: "TLSv1.3", trust: { ok: true, root: "CN=Test Root" } },
      helloAgain: { verb: "EHLO" },
    });
    expect(session.broke).toBeUndefined();
    expect(session.early).toBeUndefined();
    expect(session.helloAgain!.keywords).not.toHaveProperty("STARTTLS");
    expect(session.tls!.chain.map(({ commonName }) => commonName)).toEqual(["mx1.example.com", "Test Intermediate"]);
    expect(session.steps.filter(({ from }) => from === "client").map(({ text }) => text)).toEqual([
      "EHLO probe.example.net",
      "STARTTLS",
      "EHLO probe.example.net",
      "QUIT",
    ]);
  });

  it("may speak TLS from the first octet", async () => {
    const session = await open(await good({ secure: true, name: "mx1.example.com" }), { implicit: true });
    expect(session).toMatchObject({ greeting: { code: 220 }, hello: { verb: "EHLO" }, tls: { trust: { ok: true } } });
    expect(session.steps[0]).toMatchObject({ from: "note" });
  });

  it("may have no STARTTLS", async () => {
    const session = await open(await good({ hideSTARTTLS: true }));
    expect(session.hello!.keywords).not.toHaveProperty("STARTTLS");
    expect(session).not.toHaveProperty("starttls");
    expect(session.broke).toBeUndefined();
  });

  it("may be busy", async () => {
    const busy = Object.assign(new Error("4.3.2 busy"), { responseCode: 421 });
    const session = await open(await good({ onConnect: (_, done) => done(busy) }));
    expect(session).toMatchObject({ greeting: { code: 421 } });
    expect(session.broke).toBeUndefined();
  });

  it("hears QUIT inside TLS, and the connection ends", async () => {
    const quit = new Promise<string>((resolve) => {
      void against(async (talk) => {
        await started(talk);
        await talk.secure(served);
        await talk.answer("250 mx1.example.com\r\n");
        resolve(await talk.hear());
      });
    });
    expect(await quit).toBe("QUIT");
  });
});

describe("what a server says is a value", () => {
  it.each<[string, (talk: Talk) => void | Promise<void>, object]>([
    [
      "HELO only",
      async (talk) => {
        talk.say("220 mx1.example.com\r\n");
        await talk.answer("502 what\r\n", "250 mx1.example.com\r\n");
      },
      { hello: { verb: "HELO", reply: { code: 250 }, keywords: {} } },
    ],
    [
      "a greeting of many lines",
      async (talk) => {
        talk.say("220-mx1.example.com\r\n");
        talk.say("220-be patient\r\n220 ESMTP\r\n");
        await talk.answer("250 mx1.example.com\r\n");
      },
      { greeting: { code: 220, lines: ["mx1.example.com", "be patient", "ESMTP"] } },
    ],
    [
      "a greeting that turns us away",
      (talk) => talk.say("554 5.7.1 your address is on a list\r\n"),
      { greeting: { code: 554, lines: ["5.7.1 your address is on a list"] } },
    ],
    [
      "a masked greeting",
      async (talk) => {
        talk.say(`220 ${"*".repeat(60)}\r\n`);
        await talk.answer("250-mx1.example.com\r\n250 XXXXXXXA\r\n");
      },
      { hello: { keywords: { XXXXXXXA: "" } } },
    ],
    [
      "codes without text, keywords in lower case, AUTH=",
      async (talk) => {
        talk.say("220\r\n");
        await talk.answer("250-\r\n250-size 0\r\n250-auth=LOGIN\r\n250 __proto__ x\r\n");
      },
      { greeting: { code: 220, lines: [""] }, hello: { keywords: { SIZE: "0", AUTH: "LOGIN" } } },
    ],
    [
      "NUL, ESC and 8-bit octets",
      async (talk) => {
        talk.say("220 mx\0\x1b[2J\xe9\r\n");
        await talk.answer("250 mx1.example.com\r\n");
      },
      { greeting: { lines: ["mx\0\x1b[2J\xe9"] } },
    ],
    [
      "EHLO refused by policy",
      async (talk) => {
        talk.say("220 mx1.example.com\r\n");
        await talk.answer("550 no\r\n");
      },
      { hello: { verb: "EHLO", reply: { code: 550 }, keywords: {} } },
    ],
    [
      "STARTTLS not now",
      async (talk) => {
        talk.say("220 mx1.example.com\r\n");
        await talk.answer(hello, "454 4.7.0 TLS not available\r\n");
      },
      { starttls: { code: 454 } },
    ],
  ])("%s", async (_, play, expected) => {
    const { session } = await against(play);
    expect(session).toMatchObject(expected);
    expect(session.broke).toBeUndefined();
    expect(session).not.toHaveProperty("tls");
  });

  it("notes LF alone, replies nobody asked for, and codes that differ, once", async () => {
    const { session, notes } = await against(async (talk) => {
      talk.say("220-mx1.example.com\n220 x\n250 unasked\n");
      await talk.answer("250-mx1.example.com\n251 HELP\n");
    });
    expect(session.hello).toMatchObject({ reply: { code: 251 } });
    expect(notes).toEqual([
      "the server ends lines with LF alone",
      "what the server said unasked was dropped: 250 unasked",
      "the codes within one reply differ",
    ]);
  });

  it("drops plain text behind the answer to STARTTLS", async () => {
    const { session } = await against(async (talk) => {
      talk.say("220 mx1.example.com\r\n");
      await talk.answer(hello, "220 go ahead\r\n250 injected\r\n");
      await talk.secure(served);
      await talk.answer("250 mx1.example.com\r\n");
    });
    expect(session).toMatchObject({ early: "250 injected\r\n", helloAgain: { reply: { lines: ["mx1.example.com"] } } });
    expect(session.broke).toBeUndefined();
  });

  it("has another EHLO inside TLS", async () => {
    const { session } = await against(async (talk) => {
      await started(talk);
      await talk.secure(served);
      await talk.answer("250-mx1.example.com\r\n250 AUTH PLAIN\r\n");
    });
    expect(session.hello!.keywords).toEqual({ SIZE: "1000", STARTTLS: "" });
    expect(session.helloAgain!.keywords).toEqual({ AUTH: "PLAIN" });
  });
});

describe("what ends a session early", () => {
  const endless = (talk: Talk, text: string): void => {
    for (let times = 0; times < 40; times++) talk.say(text.repeat(200));
  };

  it.each<[string, (talk: Talk) => void | Promise<void>, object]>([
    ["silence", () => {}, { step: "greeting", code: "timeout" }],
    ["hung up before 220", (talk) => talk.end(), { step: "greeting", code: "reset" }],
    ["reset before 220", (talk) => talk.pause().then(() => talk.reset()), { step: "greeting", code: "reset" }],
    [
      "hung up within a line",
      (talk) => {
        talk.say("421 too many");
        talk.end();
      },
      { step: "greeting", code: "reset", message: 'the server closed the connection, after "421 too many"' },
    ],
    ["a line without an end", (talk) => talk.say("220 no end"), { step: "greeting", code: "timeout" }],
    [
      "an octet at a time",
      (talk) => {
        const drip = setInterval(() => talk.say("2"), 30);
        setTimeout(() => clearInterval(drip), 1_000);
      },
      { step: "greeting", code: "timeout" },
    ],
    [
      "a line at a time",
      (talk) => {
        const drip = setInterval(() => talk.say("220-wait\r\n"), 100);
        setTimeout(() => clearInterval(drip), 1_000);
      },
      { step: "greeting", code: "timeout" },
    ],
    ["a reply without an end", (talk) => endless(talk, "220-x\r\n"), { step: "greeting", code: "limit" }],
    ["a line too long", (talk) => endless(talk, "x".repeat(100)), { step: "greeting", code: "limit" }],
    [
      "another protocol",
      (talk) => talk.say("SSH-2.0-OpenSSH_9.9\r\n"),
      { step: "greeting", code: "malformed", text: "SSH-2.0-OpenSSH_9.9" },
    ],
    [
      "an HTTP server",
      (talk) => talk.say("HTTP/1.1 400 Bad Request\r\n\r\n"),
      { step: "greeting", code: "malformed", text: "HTTP/1.1 400 Bad Request" },
    ],
    [
      "reset after EHLO",
      async (talk) => {
        talk.say("220 mx1.example.com\r\n");
        await talk.hear();
        talk.reset();
      },
      { step: "hello", code: "reset" },
    ],
    [
      "421 that nobody asked for",
      (talk) => talk.say("220 mx1.example.com\r\n421 4.3.2 shutting down\r\n"),
      { step: "hello", code: "busy", message: "421 4.3.2 shutting down" },
    ],
    [
      "silence after STARTTLS",
      async (talk) => {
        talk.say("220 mx1.example.com\r\n");
        await talk.answer(hello);
      },
      { step: "starttls", code: "timeout" },
    ],
    [
      "reset after EHLO inside TLS",
      async (talk) => {
        await started(talk);
        await talk.secure(served);
        await talk.hear();
        talk.reset();
      },
      { step: "hello-again", code: "reset" },
    ],
    [
      "hung up after EHLO inside TLS",
      async (talk) => {
        await started(talk);
        await talk.secure(served);
        await talk.hear();
        talk.end();
      },
      { step: "hello-again", code: "reset" },
    ],
  ])("%s", async (_, play, expected) => {
    const { session } = await against(play);
    expect(session.broke).toMatchObject(expected);
    if (!("text" in expected)) expect(session.broke).not.toHaveProperty("text");
    expect(session.steps.at(-1)).toMatchObject({ from: "note", text: session.broke!.message });
  });

  it("keeps to a total, however lively the server is", async () => {
    const began = performance.now();
    const { session } = await against(async (talk) => {
      talk.say("220 mx1.example.com\r\n");
      await talk.answer(hello, "220 go ahead\r\n");
      await talk.secure(served);
      await talk.hear();
      const drip = setInterval(() => talk.say("250-x\r\n"), 20);
      setTimeout(() => clearInterval(drip), 3_000);
    });
    expect(session.broke).toMatchObject({ step: "hello-again" });
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

describe("a handshake that fails", () => {
  const notTls = "the server answered with something that is not TLS";

  it.each<[string, (talk: Talk) => void | Promise<void>, object]>([
    ["an alert", (talk) => talk.say("\x15\x03\x01\x00\x02\x02\x28"), { code: "tls", alert: "handshake_failure" }],
    ["text", (talk) => talk.say("500 what is this\r\n"), { code: "tls", message: notTls }],
    ["a broken record", (talk) => talk.say("\x16\x03\x03\x00\x04\x02\xff\xff\xff"), { code: "tls" }],
    ["silence", () => {}, { code: "timeout" }],
    ["hung up", (talk) => talk.end(), { code: "reset" }],
    ["reset", (talk) => talk.reset(), { code: "reset" }],
  ])("by %s", async (_, play, expected) => {
    const { session } = await against(async (talk) => {
      await started(talk);
      await talk.something();
      await play(talk);
    });
    expect(session.broke).toMatchObject({ step: "tls", ...expected });
    for (const said of ["alert", "text"]) if (!(said in expected)) expect(session.broke).not.toHaveProperty(said);
    expect(session).toMatchObject({ starttls: { code: 220 }, hello: { verb: "EHLO" } });
  });

  it.each<[string, string, object]>([
    ["text", "500 what is this\r\n", { code: "tls", message: notTls, text: "500 what is this\r\n" }],
    ["octets", "\0\0\0\0\0\0", { code: "tls", text: "\0\0\0\0\0\0" }],
    ["being busy", "421 4.7.0 later\r\n", { code: "busy", message: "in place of TLS: 421 4.7.0 later" }],
    ["an alert", "\x15\x03\x01\x00\x02\x02\x28", { code: "tls", alert: "handshake_failure" }],
  ])("by %s is explained by the permissive offer", async (_, octets, expected) => {
    const { session } = await against(
      async (talk) => {
        await started(talk);
        await talk.something();
        talk.say(octets);
      },
      { offer: "permissive" },
    );
    expect(session.broke).toMatchObject({ step: "tls", ...expected });
    if (!("text" in expected)) expect(session.broke).not.toHaveProperty("text");
  });

  it("on an old server says so by alert, and succeeds with all we have", async () => {
    const play = async (talk: Talk): Promise<void> => {
      await started(talk);
      await talk.secure({ ...served, minVersion: "TLSv1", maxVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" });
      await talk.answer("250 mx1.example.com\r\n");
    };
    expect((await against(play)).session.broke).toMatchObject({ step: "tls", alert: "protocol_version" });
    const { session } = await against(play, { offer: "permissive" });
    expect(session).toMatchObject({ tls: { version: "TLSv1" }, helloAgain: { verb: "EHLO" } });
  });

  it("is what a modern server makes of an old offer", async () => {
    const { session } = await against(
      async (talk) => {
        await started(talk);
        await talk.secure({ ...served, minVersion: "TLSv1.2" });
      },
      { offer: "legacy" },
    );
    expect(session.broke).toMatchObject({ step: "tls", code: "tls", alert: "protocol_version" });
  });

  it("after the fact, where the server wants a certificate of ours", async () => {
    const { session } = await against(async (talk) => {
      await started(talk);
      await talk.secure({ ...served, requestCert: true, rejectUnauthorized: true });
    });
    expect(session.tls).toBeDefined();
    expect(session.broke).toMatchObject({ step: "hello-again", code: "tls", alert: "certificate_required" });
  });
});

describe("no session", () => {
  it("is a value where the port is closed", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    expect(await open(port)).toEqual({
      host: "mx1.example.com",
      ip: "127.0.0.1",
      port,
      outcome: "refused",
      steps: [],
    });
  });

  it("is thrown where there is no way", async () => {
    await expect(open(25, { ip: "255.255.255.255" })).rejects.toMatchObject({
      name: "NetError",
      code: "unreachable",
      because: { id: "tcp 255.255.255.255:25" },
    });
  });
});

describe("an aborted signal", () => {
  const controller = (): AbortController => new AbortController();

  it("before the session ends it with the reason", async () => {
    const reason = new NetError("timeout", "no outcome in 20 s");
    await expect(open(25, {}, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it.each<[string, (talk: Talk, stop: () => void) => void | Promise<void>, string]>([
    ["while waiting for the greeting", (talk, stop) => talk.pause().then(stop), "greeting"],
    [
      "during the handshake",
      async (talk, stop) => {
        await started(talk);
        await talk.something();
        stop();
      },
      "tls",
    ],
    [
      "inside TLS",
      async (talk, stop) => {
        await started(talk);
        await talk.secure(served);
        await talk.hear();
        stop();
      },
      "hello-again",
    ],
  ])("%s closes the connection", async (_, play, step) => {
    const stopping = controller();
    const server = await scripted((talk) => play(talk, () => stopping.abort()));
    onTestFinished(() => server.close());
    const session = await open(server.port, {}, stopping.signal);
    expect(session.broke).toMatchObject({ step, code: "interrupted" });
  });
});

describe("nothing is left behind", () => {
  const stray: unknown[] = [];
  const hear = (error: unknown): void => void stray.push(error);
  afterEach(() => {
    process.removeListener("uncaughtException", hear).removeListener("unhandledRejection", hear);
  });

  it("when a server resets at any moment", async () => {
    process.on("uncaughtException", hear).on("unhandledRejection", hear);
    const moments: ((talk: Talk) => void | Promise<void>)[] = [
      () => {},
      (talk) => talk.say("220 mx1.example.com\r\n"),
      started,
      async (talk) => {
        await started(talk);
        await talk.secure(served);
      },
      async (talk) => {
        await started(talk);
        await talk.secure(served);
        await talk.answer("250 mx1.example.com\r\n");
      },
    ];
    for (const moment of moments) {
      await against(async (talk) => {
        await talk.pause();
        await moment(talk);
        talk.reset();
      });
    }
    await new Promise((later) => setTimeout(later, 50));
    expect(stray).toEqual([]);
  });
});
