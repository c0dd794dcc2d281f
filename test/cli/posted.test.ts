import { readFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterAll, describe, expect, it } from "vitest";
import { emptyFolder, mailworthy } from "./shell.js";

const world = {
  zone: "bare.example. A 192.0.2.1\nbare.example. SOA ns.bare.example. root.bare.example. 1 1 1 1 300\n",
};
const argv = ["bare.example", "--role", "sends", "--only", "spf/*"];

interface Came {
  from: string;
  to: string[];
  text: string;
}
const servers: SMTPServer[] = [];
afterAll(() => servers.forEach((server) => server.close(() => {})));

/** A server on loopback that keeps what comes, or refuses it. */
async function server(options: SMTPServerOptions = {}): Promise<{ port: number; came: Came[] }> {
  const came: Came[] = [];
  const open = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      let text = "";
      stream.on("data", (more: Buffer) => (text += more.toString("latin1")));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = envelope;
        came.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address), text });
        done();
      });
    },
    ...options,
  });
  open.on("error", () => {});
  servers.push(open);
  const port = await new Promise<number>((resolve) => {
    const listening = open.listen(0, "127.0.0.1", () => resolve((listening.address() as { port: number }).port));
  });
  return { port, came };
}

const from = { MAILWORTHY_MAIL_FROM: "reports@example.com" };

describe("a report by mail", () => {
  it("is sent to an address, beside the report on standard output", async () => {
    const { port, came } = await server();
    const env = { ...from, MAILWORTHY_SMTP_URL: `smtp://127.0.0.1:${port}` };
    const { code, out, err } = await mailworthy([...argv, "-r", "mail:ann@example.com"], { world, env });
    expect(err).not.toContain("not written");
    expect(code).toBe(1);
    expect(out).toContain("spf/present");
    expect(came).toMatchObject([{ from: "reports@example.com", to: ["ann@example.com"] }]);
    expect(came[0]!.text).toMatch(/^To: ann@example\.com\r$/m);
    expect((await PostalMime.parse(came[0]!.text)).text).toContain("spf/present");
  });

  it("is written to a file, and sent by nobody", async () => {
    const cwd = emptyFolder();
    expect((await mailworthy([...argv, "-r", "mail:report.eml"], { world, cwd })).code).toBe(1);
    expect(readFileSync(join(cwd, "report.eml"), "latin1")).toMatch(/^From: mailworthy <mailworthy@localhost>\r$/m);
  });

  it("that is refused is told, never 0", async () => {
    const { port } = await server({
      onRcptTo: (_, __, done) => done(Object.assign(new Error("no such user \u001b[31m"), { responseCode: 550 })),
    });
    const env = { ...from, MAILWORTHY_SMTP_URL: `smtp://127.0.0.1:${port}` };
    const { code, err } = await mailworthy([...argv, "-r", "mail:ann@example.com"], { world, env });
    expect(code).toBe(2);
    expect(err).toMatch(/mailworthy: report not written: ann@example\.com: .*550/);
    expect(err).not.toContain("\u001b");
  });

  it("gives no password to a server without TLS, and shows none", async () => {
    const { port, came } = await server();
    const env = { MAILWORTHY_SMTP_URL: `smtp://reports%40example.com:s3cr%2Fet@127.0.0.1:${port}` };
    const { code, err } = await mailworthy([...argv, "-r", "mail:ann@example.com"], { world, env });
    expect(code).toBe(2);
    expect(err).toContain("report not written");
    expect(err).not.toMatch(/s3cr/);
    expect(came).toEqual([]);
  });

  it.each([
    [{}, "a report to ann@example.com needs a server to send it by."],
    [{ MAILWORTHY_SMTP_URL: "https://u:s3cret@example.com" }, "is no URL of an SMTP server"],
    [{ MAILWORTHY_SMTP_URL: "s3cret" }, "is no URL of an SMTP server"],
    [{ MAILWORTHY_SMTP_URL: "smtp://user:s3cret@example.com" }, "needs a sender"],
    [{ MAILWORTHY_SMTP_URL: "smtp://example.com", MAILWORTHY_MAIL_FROM: "a <b>" }, "needs a sender"],
  ])("%o is refused before anything is judged", async (env, told) => {
    const { code, err } = await mailworthy([...argv, "-r", "mail:ann@example.com"], { world, env });
    expect(code).toBe(2);
    expect(err).toContain(told);
    expect(err).not.toContain("s3cret");
  });
});
