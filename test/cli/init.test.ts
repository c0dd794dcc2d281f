import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyFolder, mailworthy } from "./shell.js";

const world = {
  zone: `
  example.com MX 10 mx1.example.com
  mx1.example.com A 192.0.2.1
  example.com TXT "v=spf1 ip4:192.0.2.25 -all"
  s1._domainkey.example.com TXT "v=DKIM1; p=AAAA"
  parked.example TXT "v=spf1 -all"`,
};
const config = "mailworthy.config.yaml";

it("takes what DNS tells, with --yes", async () => {
  const cwd = emptyFolder();
  const { code, err } = await mailworthy(["init", "example.com", "--yes"], { world, cwd });
  expect(code).toBe(0);
  expect(err).toContain(`Wrote ${config} (6 lines).`);
  expect(readFileSync(join(cwd, config), "utf8"))
    .toBe(`# mailworthy configuration: mailworthy audits these where the command line names nothing
targets:
  - domain: example.com
    role: [sends, receives]
    senders: [192.0.2.25]
preset: [recommended]
`);
  const { code: audited, out } = await mailworthy(["--only", "mx/present"], { world, cwd });
  expect(audited).toBe(0);
  expect(out).toMatch(/^example\.com {2}sends, receives \(declared\)/);
});

it("asks five questions, shows the file, and offers one for CI", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "package.json"), `{ "homepage": "https://www.example.com/" }`);
  const answers = ["", "", "s1", "spf", "google-bulk, nope", "google-bulk", "yes", "github"];
  const { code, err } = await mailworthy(["init"], { world, cwd, tty: true, answers });
  expect(code).toBe(0);
  expect(err).toContain("1 Which domains?  [example.com] ");
  expect(err).toContain("it has MX records; SPF lets hosts send");
  expect(err).toContain('"nope" is none of');
  expect(err.indexOf("preset: [google-bulk]")).toBeLessThan(err.indexOf("Wrote"));
  expect(readFileSync(join(cwd, config), "utf8")).toContain("selectors: [s1]\n    senders: [spf]\n");
  expect(readFileSync(join(cwd, ".github/workflows/mailworthy.yml"), "utf8")).toContain("npx --yes mailworthy");
});

it("writes nothing when the file is not wanted", async () => {
  const cwd = emptyFolder();
  const answers = ["parked.example", "", "", "no"];
  expect(await mailworthy(["init"], { world, cwd, tty: true, answers })).toMatchObject({ code: 2 });
  expect(existsSync(join(cwd, config))).toBe(false);
});

it("learns selectors from a message", async () => {
  const cwd = emptyFolder();
  writeFileSync(
    join(cwd, "sample.eml"),
    "DKIM-Signature: v=1; a=rsa-sha256; d=example.com;\r\n\ts=s1; h=from; b=x\r\nFrom: a@example.com\r\n\r\nDKIM-Signature: s=no\r\n",
  );
  const answers = ["example.com", "sends", "sample.eml", "", "", "yes", "no"];
  await mailworthy(["init"], { world, cwd, tty: true, answers });
  expect(readFileSync(join(cwd, config), "utf8")).toContain("selectors: [s1]\n");
});

it.each([
  ["off a terminal, without --yes", ["init", "example.com"], {}, "mailworthy init example.com --yes"],
  ["without a domain to find", ["init", "--yes"], {}, "a domain is needed"],
  ["over a file that is there", ["init", "example.com", "--yes"], { [config]: "" }, `${config} is there already`],
])("refuses: %s", async (_name, argv, files, told) => {
  const cwd = emptyFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const { code, err } = await mailworthy(argv, { world, cwd });
  expect(code).toBe(2);
  expect(err).toContain(told);
});

it("writes over a file with --force", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, config), "");
  expect(await mailworthy(["init", "example.com", "--yes", "--force"], { world, cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(join(cwd, config), "utf8")).toContain("example.com");
});
