import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A key and the chain to serve with it, as files. */
export interface Credentials {
  key: string;
  chain: string;
}

export interface Leaf {
  names: readonly string[];
  /** As OpenSSL takes them: `20200101000000Z`. */
  from?: string;
  until?: string;
  /** Served without the intermediate. */
  alone?: boolean;
}

const ec = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";

/** A certificate authority of real OpenSSL: a root, an intermediate, and leaves as asked for. */
export class Authority {
  readonly #dir: string;
  readonly root: string;

  constructor(dir: string) {
    mkdirSync(dir, { recursive: true });
    this.#dir = dir;
    this.#openssl(`req -x509 ${ec} -keyout root.key -out root.pem -days 3650 -subj`, "/CN=Test Root");
    this.#request("intermediate", "Test Intermediate");
    const extensions = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign"];
    this.#sign("intermediate", "root", extensions, "-days 3650");
    this.root = join(dir, "root.pem");
  }

  leaf(name: string, { names, alone = false, from = "20250101000000Z", until = "20991231235959Z" }: Leaf): Credentials {
    this.#request(name, names[0]!);
    const alternatives = names.map((dns) => `DNS:${dns}`).join(",");
    const extensions = [
      "basicConstraints=CA:FALSE",
      "extendedKeyUsage=serverAuth",
      `subjectAltName=${alternatives}`,
      "authorityKeyIdentifier=keyid",
    ];
    this.#sign(name, "intermediate", extensions, `-startdate ${from} -enddate ${until}`);
    return this.#chain(name, ...(alone ? [] : ["intermediate"]));
  }

  /** One that vouches for itself, as Debian's postinst makes it. */
  selfSigned(name: string, host: string): Credentials {
    const subject = `/CN=${host}`;
    this.#openssl(`req -x509 ${ec} -keyout ${name}.key -out ${name}.pem -days 3650 -subj`, subject);
    return this.#chain(name);
  }

  #chain(name: string, ...above: string[]): Credentials {
    const chain = join(this.#dir, `${name}.chain.pem`);
    const parts = [name, ...above].map((part) => readFileSync(join(this.#dir, `${part}.pem`), "utf8"));
    writeFileSync(chain, parts.join(""));
    return { key: join(this.#dir, `${name}.key`), chain };
  }

  #request(name: string, commonName: string): void {
    this.#openssl(`req -new ${ec} -keyout ${name}.key -out ${name}.csr -subj`, `/CN=${commonName}`);
  }

  #sign(name: string, by: string, extensions: readonly string[], dates: string): void {
    const files = {
      [`${name}.ext`]: ["subjectKeyIdentifier=hash", ...extensions],
      "index.txt": [],
      "ca.cnf": [
        "[ca]",
        "default_ca=d",
        "[d]",
        "database=index.txt",
        "new_certs_dir=.",
        "rand_serial=yes",
        "default_md=sha256",
        "policy=p",
        "unique_subject=no",
        "[p]",
        "commonName=supplied",
      ],
    };
    for (const [file, lines] of Object.entries(files))
      writeFileSync(join(this.#dir, file), lines.map((line) => `${line}\n`).join(""));
    const signed = `-in ${name}.csr -out ${name}.pem -cert ${by}.pem -keyfile ${by}.key -extfile ${name}.ext`;
    this.#openssl(`ca -batch -notext -config ca.cnf ${signed} ${dates}`);
  }

  /** Words that hold no space, and behind them one that may. */
  #openssl(words: string, ...last: string[]): void {
    execFileSync("openssl", [...words.split(" "), ...last], { cwd: this.#dir, stdio: ["ignore", "pipe", "pipe"] });
  }
}
