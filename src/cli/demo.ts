import type { Lab, World } from "../lab/index.js";
import { defineCommand } from "./command.js";
import { judging, reporting } from "./flags.js";
import { nearest } from "../nearest.js";
import { UsageError } from "../usage.js";
import type { Shell } from "./shell.js";

const { preset, only, skip, strict } = judging;

export default defineCommand({
  name: "demo",
  about: "try everything in a built-in world, no network",
  usage: [
    ["demo", "all made-up domains"],
    ["demo WORLD", "healthy, broken, parked, blocked, ..."],
    ["demo --listen", "serve the world until Ctrl-C, for any tool"],
  ],
  flags: {
    listen: { group: "The world", help: "only serve it; its DNS server is printed" },
    preset,
    only,
    skip,
    strict,
    ...reporting,
  },
  words: { placeholder: "WORLD", most: 1 },
  exits: ["0 the demo did its work, whatever is wrong with its domains", "2 and 130 as of audit"],
  examples: ["mailworthy demo", "mailworthy demo broken -v", "mailworthy demo healthy -r markdown"],
  async run(shell, flags, [word]) {
    const { startLab, worlds } = await import("../lab/index.js");
    const names = worlds.map(({ name }) => name);
    const chosen = word === undefined ? worlds : worlds.filter(({ name }) => name === word);
    if (chosen.length === 0) {
      const meant = nearest(word!, names);
      throw new UsageError(`no world "${word}". ${meant ? `Did you mean ${meant}?` : `There is ${names.join(", ")}.`}`);
    }
    const lab = await startLab({ of: chosen });
    try {
      if (flags.listen) return await listen(lab, chosen, shell);
      const [{ settle }, { judge }] = await Promise.all([import("./settings.js"), import("./judge.js")]);
      // A configuration of the user's own says nothing about made-up domains.
      const settings = await settle(flags, shell, false);
      const { resolver, ca, connectTo, here, targets, checks } = lab;
      const exit = await judge(
        { total: targets.length, targets: each(targets) },
        {
          ...settings,
          wish: { ...settings.wish, checks, controls: here.controls, lists: here.lists },
          net: { resolvers: [resolver], ca, connectTo },
          origins: [`the built-in world, DNS on ${resolver}`],
        },
        flags,
        shell,
      );
      if (exit !== 1 && exit !== 3) return exit;
      await shell.stderr.write(
        `Demo     made-up domains, broken on purpose: an audit of them exits ${exit}, the demo 0\n`,
      );
      return 0;
    } finally {
      await lab.close();
    }
  },
});

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

/** Serves the world until the user interrupts; a configuration in a temporary folder points the tool at it. */
async function listen(lab: Lab, worlds: readonly World[], shell: Shell): Promise<number> {
  const { resolver, targets, here, checks, connectTo, ca } = lab;
  const { controls, lists } = here;
  const [{ mkdtemp, rm, writeFile }, { tmpdir }, { join }] = await Promise.all([
    import("node:fs/promises"),
    import("node:os"),
    import("node:path"),
  ]);
  const folder = await mkdtemp(join(tmpdir(), "mailworthy-demo-"));
  const file = join(folder, "mailworthy.config.json");
  try {
    await writeFile(join(folder, "ca.pem"), ca);
    await writeFile(
      file,
      JSON.stringify({ targets, resolver, controls, lists, checks, ca: "ca.pem", connectTo }, undefined, 2),
    );
    const [at, port] = resolver.split(":");
    const places = Object.entries(connectTo).filter(([place]) => place.endsWith(":25"));
    const [mail, real] = places[2] ?? places[0]!; // the first two are the control host's
    const lines = [
      ...worlds.map(({ name, title, target }) => `${name.padEnd(12)} ${target.domain.padEnd(24)} ${title}`),
      "",
      `audit    mailworthy -c ${file}`,
      `DNS      dig @${at} -p ${port} ${targets[0]!.domain} MX`,
      `SMTP     openssl s_client -starttls smtp -connect ${real}   (is ${mail}; connectTo in the file has the others)`,
      "",
      "Ctrl-C ends it",
    ];
    await shell.stdout.write(`${lines.join("\n")}\n`);
    await new Promise<void>((resolve) => {
      const calm = shell.onInterrupt(() => {
        calm();
        resolve();
      });
    });
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
