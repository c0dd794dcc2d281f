import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse } from "yaml";
import type { Answer } from "../../src/net/net.js";
import { plainName, readRdata, writeRdata } from "../../src/syntax/rdata.js";
import type { RecordType } from "../../src/syntax/record.js";
import { inside, node } from "./cli.js";
import { servers } from "./hosts.js";
import { lists, reverseName6 } from "./zones.js";

/** What came of a question: what must be the same whoever asks it. */
interface Outcome {
  rcode: string;
  aliases?: string[];
  data?: string[];
  ad?: boolean;
}

const zones = ["test", "signed.test", "many.test", "101.51.198.in-addr.arpa", reverseName6, ...Object.keys(lists)];
const asked: readonly string[] = "A AAAA CAA CNAME MX NAPTR NS PTR SOA SRV TLSA TXT".split(" ");
/** Questions that no record answers, or that a wildcard does. */
const further = [
  "missing.test A",
  "nodata.test MX",
  "x.any.test MX",
  "wild.any.test MX",
  "chain.test A",
  "knot.test A",
  "chain.test MX",
  "broken.test MX",
  "bogus.test MX",
  "bogus.test TXT",
  "signed.test DNSKEY",
  "UPPER.odd.TEST A",
];

it("our answers are those of dig, for every record of the world", async () => {
  const questions = [...new Set([...(await held()), ...further])];
  expect(questions.length).toBeGreaterThan(250);
  const [ours, theirs] = [await weAsk(questions), await digAsks(questions)];
  for (const [at, question] of questions.entries()) expect([question, ours[at]]).toEqual([question, theirs[at]]);
});

/** Owner and type of everything that the authority holds, from a transfer of its zones. */
async function held(): Promise<string[]> {
  const found = await Promise.all(
    zones.map(async (zone) => {
      const { stdout } = await inside().run("dig", [`@${servers.authority}`, "+noall", "+answer", zone, "AXFR"]);
      const records = stdout.split("\n").flatMap((line) => {
        const [owner, , , type = ""] = line.split(/\s+/);
        return asked.includes(type) ? [`${plainName(owner!)} ${type}`] : [];
      });
      expect(records.length, zone).toBeGreaterThan(0);
      return zone === "many.test" ? records.slice(0, 20) : records;
    }),
  );
  // For an authority that is silent the resolver says so, or is silent as well.
  return found.flat().filter((question) => !question.startsWith("unheard.test "));
}

/** Runs the built net, all questions at once. */
async function weAsk(questions: readonly string[]): Promise<Outcome[]> {
  const net = fileURLToPath(new URL("../../dist/src/net/live.js", import.meta.url));
  const script = `
    import { liveNet } from ${JSON.stringify(net)};
    const [resolver, ...questions] = (await process.stdin.toArray()).join("").split("\\n");
    const net = liveNet({ resolvers: [resolver] });
    const asked = questions.map((question) => question.split(" ")).map(([name, type]) => net.dns(name, type));
    const answers = await Promise.allSettled(asked);
    console.log(JSON.stringify(answers.map(({ value, reason }) => value ?? { rcode: reason.message.split(" ")[0] })));
    net.close();`;
  const input = [servers.resolver, ...questions].join("\n");
  const { stdout, stderr } = await inside().run(node, ["--input-type=module", "-e", script], { input });
  expect(stderr).toBe("");
  return (JSON.parse(stdout) as Partial<Answer>[]).map(({ rcode, type, aliases, records, ad }) => {
    if (!records) return { rcode: rcode! };
    const data = records.map((record) => writeRdata(type!, record.data as never)).sort();
    return { rcode: rcode!, aliases: aliases!, data, ad: ad! };
  });
}

async function digAsks(questions: readonly string[]): Promise<Outcome[]> {
  const input = questions.join("\n");
  const { stdout } = await inside().run("dig", [`@${servers.resolver}`, "+yaml", "+time=10", "-f", "-"], { input });
  const messages = parse(stdout) as { message: { response_message_data: Response } }[];
  return messages.map(({ message: { response_message_data: response } }, at) => {
    const { status: rcode, flags, ANSWER_SECTION: answers = [] } = response;
    if (rcode === "SERVFAIL") return { rcode };
    const wanted = questions[at]!.split(" ")[1] as RecordType;
    const lines = answers.map((line) => /^\S+ \S+ \S+ (?<type>\S+) (?<data>.*)$/s.exec(line)!.groups!);
    const of = (type: string): string[] => lines.filter((line) => line["type"] === type).map((line) => line["data"]!);
    const data = of(wanted).map((text) => {
      const read = readRdata(wanted, text);
      if (!read.ok) throw new Error(`${questions[at]}: ${read.error}`);
      return writeRdata(wanted, read.value);
    });
    const aliases = wanted === "CNAME" ? [] : of("CNAME").map(plainName);
    return { rcode, aliases, data: data.sort(), ad: flags.split(" ").includes("ad") };
  });
}

interface Response {
  status: string;
  flags: string;
  ANSWER_SECTION?: string[];
}
