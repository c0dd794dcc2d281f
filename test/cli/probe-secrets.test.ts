import * as fc from "fast-check";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { scripted, type Talk } from "../net/scripted.js";
import { emptyFolder, mailworthy } from "./shell.js";

const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");

/** A server that has a login and gives back whatever it hears, at every chance and in every spelling. */
const echoing =
  (mechanism: string, spell: (text: string) => string) =>
  async (talk: Talk): Promise<void> => {
    talk.say("220 mx1\r\n");
    const decoded = (line: string): string => Buffer.from(line.split(" ").at(-1)!, "base64").toString("latin1");
    const said = (): string =>
      spell(talk.heard.flatMap((line) => [line, decoded(line)]).join(" "))
        .replace(/[\r\n]/g, " ")
        .slice(0, 1_500);
    let rounds = 0;
    for (;;) {
      const line = await talk.hear();
      const word = line.split(" ")[0];
      if (word === "EHLO") talk.say(`250-mx1\r\n250 AUTH ${mechanism}\r\n`);
      else if (word === "QUIT") talk.say(`221 ${said()}\r\n`);
      else if (rounds++ < 2) talk.say(`334 ${base64(said())}\r\n`);
      else talk.say(`250 ${said()}\r\n535-${said()}\r\n535 ${said()}\r\n`);
    }
  };

/** All text in a value that JSON held. */
const texts = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [key, ...texts(inner)])
      : [];

const secrets = fc.string({ minLength: 6, maxLength: 40, unit: "grapheme-ascii" }).map((text) => `Zq${text}7`);
const spellings = fc.constantFrom<(text: string) => string>(
  (text) => text,
  base64,
  (text) => base64(`x${text}`),
  (text) => base64(`xy${text}`),
  (text) => Buffer.from(text, "utf8").toString("hex"),
  encodeURIComponent,
  (text) => text.toUpperCase(),
);

it("a secret is nowhere in what is printed, whatever the server says", async () => {
  const mechanisms = fc.constantFrom("plain", "login", "cram-md5", "scram-sha-256", "xoauth2");
  await fc.assert(
    fc.asyncProperty(secrets, mechanisms, spellings, fc.boolean(), async (secret, mechanism, spell, fromFile) => {
      const server = await scripted(echoing(mechanism.toUpperCase(), spell));
      const cwd = emptyFolder();
      writeFileSync(join(cwd, "secret"), `${secret}\n`);
      const call = ["probe", `127.0.0.1:${server.port}`, "--auth", "ada", "--mechanism", mechanism, "--timeout", "2s"];
      const from = fromFile ? ["--password-file", "secret"] : [];
      const setting = { cwd, env: fromFile ? {} : { MAILWORTHY_PASSWORD: secret } };
      for (const flags of [["-v", "--width", "120"], ["--json"]]) {
        const { out, err } = await mailworthy([...call, ...from, ...flags], setting);
        const all = [out, err, ...(flags[0] === "--json" ? texts(JSON.parse(out)) : [])].join("\n");
        for (const spelling of [
          secret,
          base64(secret),
          base64(`\0ada\0${secret}`),
          Buffer.from(secret).toString("hex"),
        ])
          expect(all.includes(spelling), `${mechanism}: ${spelling} in ${all}`).toBe(false);
        expect(all).toMatch(/AUTH/);
        // What was made of it is not there either: a password can be guessed by it.
        const made = server.talks.flatMap(({ heard }) => heard.filter((line) => /^[A-Za-z0-9+/=]{12,}$/.test(line)));
        for (const line of made) if (line !== base64("ada")) expect(all.includes(line)).toBe(false);
      }
      await server.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);

it("a secret is typed without being shown", async () => {
  const server = await scripted(echoing("PLAIN", (text) => text));
  onTestFinished(() => server.close());
  const { err, out } = await mailworthy(["probe", `127.0.0.1:${server.port}`, "--auth", "ada", "--timeout", "2s"], {
    tty: true,
    answers: ["correct horse"],
  });
  expect(err).toBe("Password of ada: ");
  expect(out).not.toContain("correct horse");
  expect(server.talks[0]!.heard).toContain(`AUTH PLAIN ${base64("\0ada\0correct horse")}`);
});

it("no flag takes a secret", async () => {
  const { code, err } = await mailworthy(["probe", "127.0.0.1", "--auth", "ada", "--password=correct-horse"]);
  expect(code).toBe(2);
  expect(err).not.toContain("correct-horse");
});
