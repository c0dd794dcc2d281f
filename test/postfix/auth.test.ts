import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { authServers } from "../../src/postfix/auth.js";
import { configurationOf } from "../../src/postfix/configuration.js";

const folder = mkdtempSync(join(tmpdir(), "postfix-auth-"));
const heard: string[] = [];
const server = createServer((socket) => {
  socket.on("data", (piece) => heard.push(String(piece)));
  socket.on("error", () => {});
  socket.write("VERSION\t1\t2\nMECH\tPLAIN\tplaintext\nMECH\tSCRAM-SHA-256\nSPID\t1\nDONE\n");
});
const deaf = createServer((socket) => socket.destroy());
beforeAll(async () => {
  writeFileSync(join(folder, "file"), "");
  await new Promise<void>((done) => server.listen(join(folder, "auth"), done));
  await new Promise<void>((done) => deaf.listen(join(folder, "deaf"), done));
});
afterAll(() => {
  server.close();
  deaf.close();
  rmSync(folder, { recursive: true, force: true });
});

const seen = (path: string, live = true) => ({
  ...configurationOf({
    folder: "/etc/postfix",
    main: `queue_directory = ${folder}\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = ${path}\n`,
    master: "smtp inet n - y - - smtpd\nsubmission inet n - y - - smtpd -o smtpd_sasl_auth_enable=yes\n",
    release: "3.7.11",
  }),
  live,
});

it.each([
  ["auth", "answers"],
  ["unix:auth", "answers"],
  [join(folder, "auth"), "answers"],
  ["deaf", "silent"],
  ["nowhere", "missing"],
  ["file", "not-a-socket"],
  ["inet:127.0.0.1:12345", "not-tried"],
])("%s: %s", async (path, state) => {
  const [one, ...others] = await authServers(seen(path));
  expect(others).toEqual([]);
  expect(one).toMatchObject({ services: ["submission/inet"], type: "dovecot", path, state });
  if (state === "answers") expect(one!.mechanisms).toEqual(["PLAIN", "SCRAM-SHA-256"]);
});

it("nothing is said to it, and a copy has none to try", async () => {
  expect(heard).toEqual([]);
  expect(await authServers(seen("auth", false))).toMatchObject([{ state: "not-tried" }]);
});
