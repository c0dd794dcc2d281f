import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A certificate authority of real OpenSSL: a root, an intermediate, and leaves as asked for. */
export class Authority {
  readonly #dir: string;
  readonly root: string;
  constructor(dir: string) {
    mkdirSync(dir, { recursive: true });
    this.#dir = dir;
    this.#openssl(
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-nodes",
      "-keyout",
      "root.key",
      "-out",
      "root.pem",
      "-days",
      "3650",
      "-subj",
      "/CN=Test Root",
    );
    this.#key("intermediate", "/CN=Test Intermediate");
    this.#sign("intermediate", "root", "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign", [
      "-days",
      "3650",
    ]);
    this.root = join(dir, "root.pem");
  }

  /** Gives the paths of a key and of the chain to serve; dates as OpenSSL takes them, `20200101000000Z`. */
  leaf(
    name: string,
    names: readonly string[],
    { alone = false, from = "20250101000000Z", until = "20991231235959Z" } = {},
  ): { key: string; chain: string } {
    this.#key(name, `/CN=${names[0]}`);
    const extensions = `basicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\nsubjectAltName=${names.map((dns) => `DNS:${dns}`).join(",")}`;
    this.#sign(name, "intermediate", extensions, ["-not_before", from, "-not_after", until]);
    const chain = join(this.#dir, `${name}.chain.pem`);
    const intermediate = alone ? "" : this.#read("intermediate.pem");
    writeFileSync(chain, this.#read(`${name}.pem`) + intermediate);
    return { key: join(this.#dir, `${name}.key`), chain };
  }

  #key(name: string, subject: string): void {
    this.#openssl(
      "req",
      "-new",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-nodes",
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.csr`,
      "-subj",
      subject,
    );
  }

  #sign(name: string, by: string, extensions: string, dates: readonly string[]): void {
    writeFileSync(join(this.#dir, `${name}.ext`), extensions);
    const database = join(this.#dir, "index.txt");
    writeFileSync(database, "");
    writeFileSync(
      join(this.#dir, "ca.cnf"),
      `[ca]\ndefault_ca=d\n[d]\ndatabase=${database}\nnew_certs_dir=${this.#dir}\nrand_serial=yes\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n`,
    );
    const days =
      dates[0] === "-days"
        ? dates
        : dates.map((word) => ({ "-not_before": "-startdate", "-not_after": "-enddate" })[word] ?? word);
    this.#openssl(
      "ca",
      "-batch",
      "-notext",
      "-config",
      "ca.cnf",
      "-in",
      `${name}.csr`,
      "-out",
      `${name}.pem`,
      "-cert",
      `${by}.pem`,
      "-keyfile",
      `${by}.key`,
      "-extfile",
      `${name}.ext`,
      ...days,
    );
  }

  #read(file: string): string {
    return readFileSync(join(this.#dir, file), "utf8");
  }

  #openssl(...args: string[]): void {
    execFileSync("openssl", args, { cwd: this.#dir, stdio: ["ignore", "pipe", "pipe"] });
  }
}
