import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configurationOf } from "../../src/postfix/configuration.js";
import { gatherPostfix } from "../../src/postfix/gather.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "postfix-"));
  const etc = join(folder, "etc/postfix");
  await mkdir(etc, { recursive: true });
  await writeFile(
    join(etc, "main.cf"),
    "virtual_alias_maps = hash:/etc/postfix/virtual, hash:/etc/aliases\nsmtpd_tls_cert_file = /etc/ssl/mail.pem\n",
  );
  await writeFile(join(etc, "master.cf"), "smtp inet n - y - - smtpd\n");
  await writeFile(join(etc, "virtual"), "@example.org  ann@gmail.com, bob\n# @no.example x\ncarl@example.org OK\n");
  await symlink("/etc/passwd", join(folder, "etc/aliases"));
  await mkdir(join(folder, "etc/ssl"));
  await writeFile(join(folder, "etc/ssl/mail.pem"), "no certificate");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a copy of another machine's files", () => {
  it("of a whole file system", async () => {
    const seen = await gatherPostfix({ copy: folder });
    expect(seen).toMatchObject({ folder, live: false, release: null, master: "read", faults: [], machine: null });
    expect(seen.tables).toEqual([
      {
        table: "hash:/etc/postfix/virtual",
        settings: ["virtual_alias_maps"],
        source: "read",
        compiled: "elsewhere",
        stale: false,
        catchAlls: [{ domain: "example.org", to: ["ann@gmail.com", "bob"], line: 1 }],
        permits: [{ key: "carl@example.org", line: 3 }],
      },
      expect.objectContaining({ table: "hash:/etc/aliases", source: "elsewhere" }),
    ]);
    expect(seen.pairs).toMatchObject([
      { certificate: { state: "read", problem: "holds no certificate that can be read" } },
    ]);
  });

  it("of /etc/postfix alone: what lies elsewhere is not read here", async () => {
    const seen = await gatherPostfix({ copy: join(folder, "etc/postfix"), release: "3.9.1" });
    expect(seen.release).toBe("3.9.1");
    expect(seen.pairs).toMatchObject([{ certificate: { state: "elsewhere" }, matches: null }]);
    expect(seen.tables.map(({ source }) => source)).toEqual(["read", "elsewhere"]);
  });

  it("is refused where there is none, and where its tables would have to be asked", async () => {
    await expect(gatherPostfix({ copy: join(folder, "etc/ssl") })).rejects.toThrow("holds no main.cf");
    await expect(gatherPostfix({ copy: folder, address: "ann@example.org" })).rejects.toThrow("of this machine");
  });
});

it("holds no password", () => {
  const seen = configurationOf({
    folder: "x",
    main: "smtp_sasl_password_maps = static:ann:hunter2, inline:{ { a = hunter2 } }\npeople_bind_pw = hunter2\nproxy:x_password=hunter2",
    master:
      "smtp unix - - y - - smtp -o { smtp_sasl_password_maps=static:ann:hunter2 }\npipe unix - - - - - pipe argv=/x hunter2",
  });
  expect(JSON.stringify(seen)).not.toContain("hunter2");
});
