import { setTimeout as pause } from "node:timers/promises";
import { worldNet } from "mailworthy/testing";
import { createTransport, type SendMailOptions } from "nodemailer";
import { describe, expect, it } from "vitest";
import type { Net } from "../../src/net/net.js";
import { signer } from "../mail.js";
import { client } from "../sink/client.js";
import { mailworthy, type Outcome } from "./shell.js";

const key = signer();
const world = {
  zone: `${key.record}
    example.com TXT "v=spf1 ip4:192.0.2.25 -all"
    _dmarc.example.com TXT "v=DMARC1; p=none"`,
};
const only = ["--only", "msg/spf-pass,msg/dmarc-pass,msg/tls-in-received,dkim/message-verifies"];
const privateKey = key.key.export({ type: "pkcs8", format: "pem" }) as string;
const dkim = { domainName: key.domain, keySelector: key.selector, privateKey };

const portOf = ({ err }: Outcome): number => Number(/takes mail on 127\.0\.0\.1:(\d+),/.exec(err)![1]);

function post(port: number, more: SendMailOptions = {}): Promise<unknown> {
  const transport = createTransport({
    host: "127.0.0.1",
    port,
    name: "Out.example.com",
    tls: { rejectUnauthorized: false },
  });
  return transport.sendMail({ from: "ann@example.com", to: "bob@example.net", subject: "Hi", text: "Hello", ...more });
}

/** Runs a sink; what sends to it begins when it listens. */
function sunk(
  argv: readonly string[],
  send: (port: number, press: () => void, outcome: Outcome) => Promise<unknown>,
): Promise<Outcome> {
  return mailworthy(["--sink", "0", ...only, ...argv], {
    world,
    interrupt: (press, outcome) =>
      void send(portOf(outcome), press, outcome).catch((error: unknown) => {
        outcome.err += String(error);
        press();
      }),
  });
}

const statuses = (out: string): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(out).results as { check: string; status: string }[]).map(({ check, status }) => [check, status]),
  );

describe("a message that is sent to the sink", () => {
  it("is judged by how it came", async () => {
    const { code, out, err } = await sunk(["--count", "1", "--json", "--ip", "192.0.2.25"], (port) =>
      post(port, { dkim }),
    );
    expect(statuses(out)).toMatchObject({
      "msg/spf-pass": "pass",
      "msg/dmarc-pass": "pass",
      "msg/tls-in-received": "pass",
      "dkim/message-verifies": "pass",
    });
    const { targets } = JSON.parse(out);
    expect(targets).toMatchObject([
      {
        message: "message-1.eml",
        envelope: { ip: "192.0.2.25", helo: "out.example.com", mailFrom: "ann@example.com", tls: true },
      },
    ]);
    expect(err).toMatch(/message-1\.eml: [\d,]+ bytes for 1 recipient from <ann@example\.com> at 127\.0\.0\.1/);
    expect(code).toBe(0);
  });

  it("is not judged by SPF where it came from inside", async () => {
    const { out, err } = await sunk(["--count", "1", "--json"], (port) => post(port));
    expect(err).toContain("127.0.0.1 is no public address, so SPF is not judged; --ip names the one that will send");
    const found = statuses(out);
    expect(found).toMatchObject({ "msg/spf-pass": "skip", "msg/dmarc-pass": "skip" });
    expect(out).toContain(
      "it came from 127.0.0.1, which is no public address (loopback); --ip tells the one that sends",
    );
  });

  it("fails the run as any other does", async () => {
    const { code } = await sunk(["--count", "1", "--ip", "192.0.2.99", "-q"], (port) => post(port));
    expect(code).toBe(1);
  });

  it("is shown when it is judged, while the sink goes on", async () => {
    const { code, out } = await sunk(["--ip", "192.0.2.25"], async (port, press, outcome) => {
      for (const at of [1, 2, 3, 4, 5]) {
        await post(port, { dkim });
        while (!outcome.out.includes(`message-${at}.eml  from example.com`)) await pause(5);
      }
      press();
    });
    expect(out.match(/^message-\d\.eml {2}from example\.com/gm)).toHaveLength(5);
    expect(code).toBe(0);
  });

  it("is judged by the records of its moment", async () => {
    const before = worldNet({ zone: world.zone.replace("192.0.2.25", "192.0.2.99") });
    let now = before;
    const net: Net = { ...before, dns: (...asked) => now.dns(...asked) };
    const { out } = await mailworthy(["--sink", "0", "-r", "ndjson", "--ip", "192.0.2.25", "--count", "2", ...only], {
      net,
      interrupt: (_, outcome) =>
        void (async () => {
          await post(portOf(outcome));
          while (!outcome.out.includes("message-1.eml")) await pause(5);
          now = worldNet(world);
          await post(portOf(outcome));
        })(),
    });
    const results = out
      .split("\n")
      .filter((line) => line.includes('"msg/spf-pass"'))
      .filter((line) => line.includes('"type":"result"'))
      .map((line) => JSON.parse(line).status as string);
    expect(results).toEqual(["fail", "pass"]);
  });

  it("may be hostile in each of its words", async () => {
    const { out, err } = await sunk(["--count", "1"], async (port) => {
      const talk = await client(port);
      const from = 'MAIL FROM:<"\u001b[2J"@example.com>\r\nMAIL FROM:<"a\\\\b"@example.com>\r\n';
      talk.put(
        `EHLO $(reboot)\r\n${from}RCPT TO:<b@example.net>\r\nDATA\r\nFrom: \u001b]0;x\u0007 <a@example.com>\r\n\r\nx\r\n.\r\nQUIT\r\n`,
      );
      await talk.end();
    });
    expect(out + err).not.toContain("\u001b");
    expect(out + err).not.toContain("\u0007");
    expect(err).toContain("EHLO $(reboot)");
  });
});

describe("the end", () => {
  it("before any message came is nothing judged", async () => {
    const { code, err } = await sunk([], async (_, press) => press());
    expect(code).toBe(2);
    expect(err).toContain("no message came");
  });

  it("after fewer than were to come leaves the rest unknown", async () => {
    const { code, err } = await sunk(["--count", "2", "--ip", "192.0.2.25"], async (port, press) => {
      await post(port, { dkim });
      press();
    });
    expect(err).toContain("1 of 2 messages came");
    expect(code).toBe(3);
  });

  it("comes when the time for the run is over", async () => {
    const { code, err } = await mailworthy(["--sink", "0", "--timeout", "1s", ...only], { world });
    expect(err).toContain("no message came");
    expect(code).toBe(2);
  });
});

it.each([
  [["--sink", "0", "example.com"], "--sink judges what is sent to it; it takes no target."],
  [["--sink", "70000"], '"70000" is not a port'],
  [["--sink", "0", "--listen", "here"], '"here" is not an address.'],
  [["--sink", "0", "--listen", "192.0.2.1"], "it is no address of this machine"],
  [["--sink", "0", "--count", "0"], '"0" is no number of messages'],
  [["--count", "1", "example.com"], "--listen and --count go with --sink."],
  [["--sink", "0", "--replay", "r"], "--sink takes mail as it comes"],
])("%j is an error", async (argv, text) => {
  const { code, err } = await mailworthy(argv, { world });
  expect(err).toContain(text);
  expect(code).toBe(2);
});
