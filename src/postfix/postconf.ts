import { bounds } from "../bounds.js";
import type { PostfixSeen } from "../facts/postfix/seen.js";
import { type Ran, runCommand } from "../net/command.js";
import { readMainCf } from "../syntax/postfix/main-cf.js";
import { configurationOf } from "./configuration.js";
import type { Files } from "./files.js";

const how = { time: bounds.postfix.time, most: bounds.postfix.printed };

/** The release of the Postfix of this machine; undefined where there is none. */
export async function installedRelease(run: typeof runCommand): Promise<string | undefined> {
  const ran = await run("postconf", ["-dh", "mail_version"], how);
  return ran.outcome === "missing" || ran.code !== 0 ? undefined : ran.stdout.trim();
}

/**
 * A configuration of this machine as postconf(1) tells it. Where postconf cannot work with it, what the files say, and
 * why it cannot.
 */
export async function toldByPostconf(
  folder: string,
  release: string,
  files: Files,
  run = runCommand,
): Promise<PostfixSeen> {
  const postconf = (...args: string[]): Promise<Ran> => run("postconf", ["-c", folder, ...args], how);
  const [set, whole, master, types, mainText, masterText] = await Promise.all([
    postconf("-n"),
    postconf(),
    postconf("-M"),
    postconf("-m"),
    files.read(`${folder}/main.cf`),
    files.read(`${folder}/master.cf`),
  ]);
  const texts = {
    main: mainText.state === "read" ? utf8(mainText.octets) : "",
    master: masterText.state === "read" ? utf8(masterText.octets) : "",
  };
  const written = configurationOf({ folder, release, ...texts });
  const fatal = [set, whole, master].map(fatalIn).find((line) => line !== undefined);
  if (fatal !== undefined) return { ...written, live: true, faults: [...written.faults, fatal] };
  const told = configurationOf({ folder, release, main: out(set), master: out(master) });
  const lineOf = new Map(written.settings.map(({ name, line }) => [name, line]));
  const placeOf = new Map(written.services.map((service) => [`${service.name}/${service.type}`, service.line]));
  const settings = told.settings
    .filter(({ name }) => name !== "config_directory" || lineOf.has(name))
    .map((setting) => ({ ...setting, line: lineOf.get(setting.name) ?? 0 }));
  const names = new Set(settings.map(({ name }) => name));
  return {
    ...told,
    live: true,
    faults: written.faults,
    settings,
    services: told.services.map((service) => {
      const line = placeOf.get(`${service.name}/${service.type}`) ?? 0;
      return { ...service, line, overrides: service.overrides.map((one) => ({ ...one, line })) };
    }),
    unset: Object.fromEntries(
      readMainCf(out(whole))
        .settings.filter(({ name }) => !names.has(name))
        .map(({ name, value }) => [name, value]),
    ),
    ...warned(set),
    tableTypes: out(types).split(/\s+/).filter(Boolean),
  };
}

const utf8 = (octets: string): string => Buffer.from(octets, "latin1").toString("utf8");

const out = (ran: Ran): string => (ran.outcome === "ran" ? ran.stdout : "");

function fatalIn(ran: Ran): string | undefined {
  if (ran.outcome === "missing") return "postconf is not there";
  const line = ran.stderr.split("\n").findLast((one) => /: fatal: /.test(one));
  if (line !== undefined) return line.slice(0, bounds.shown);
  return ran.code === 0 ? undefined : `postconf ended with code ${ran.code ?? "none"}`;
}

/** The names that postconf warns of. */
function warned(ran: Ran): Pick<PostfixSeen, "unused" | "repeated"> {
  const lines = ran.outcome === "ran" ? ran.stderr.split("\n") : [];
  const named = (form: RegExp): string[] => [
    ...new Set(lines.map((line) => form.exec(line)?.[1]).filter((name) => name !== undefined)),
  ];
  return {
    unused: named(/: unused parameter: ([^=\s]{1,200})/),
    repeated: named(/: overriding earlier entry: ([^=\s]{1,200})/),
  };
}
