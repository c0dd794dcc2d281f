import {
  AliasNotFoundError,
  ArgumentParseError,
  buildApplication,
  buildCommand,
  EnumValidationError,
  FlagNotFoundError,
  InvalidNegatedFlagSyntaxError,
  run,
  text_en,
  UnexpectedFlagError,
  UnexpectedPositionalError,
  UnsatisfiedFlagError,
  UnsatisfiedPositionalError,
} from "@stricli/core";
import { nearest } from "../nearest.js";
import { UsageError } from "../usage.js";
import type { Command } from "./command.js";
import type { Flag, Flags, Given } from "./flags.js";

/** Reads the arguments of a command by its table of flags. */
export async function parse<F extends Flags>(
  command: Command<F>,
  argv: readonly string[],
): Promise<{ flags: Given<F>; words: string[] }> {
  let parsed: { flags: Given<F>; words: string[] } | undefined;
  let fault: unknown;
  const { placeholder, least = 0, most } = command.words;
  const flags = Object.entries(command.flags as Flags);
  const spec = buildCommand({
    docs: { brief: command.about },
    parameters: {
      flags: Object.fromEntries(flags.map(([name, flag]) => [name, parameter(flag)])),
      aliases: Object.fromEntries(flags.flatMap(([name, { short }]) => (short ? [[short, name]] : []))),
      positional: {
        kind: "array",
        parameter: { brief: placeholder, placeholder, parse: String },
        minimum: least,
        ...(most !== undefined && { maximum: most }),
      },
    } as never,
    func: (given: unknown, ...words: string[]) => {
      parsed = { flags: given as Given<F>, words };
    },
  });
  const application = buildApplication(
    spec,
    {
      name: `mailworthy ${command.name}`,
      // Without the case style, the scanner knows `--noCi` and not `--no-ci`.
      scanner: { allowArgumentEscapeSequence: true, caseStyle: "allow-kebab-for-camel" },
      localization: {
        text: { ...text_en, exceptionWhileParsingArguments: (error) => String((fault = error)) },
      },
    },
    {},
  );
  const nowhere = { write: () => {} };
  await run(application, argv, { process: { stdout: nowhere, stderr: nowhere } });
  if (parsed) return parsed;
  throw usage(fault, command);
}

function parameter({ value, many, count, on, choices, read, help: brief }: Flag): object {
  if (count) return { kind: "counter", optional: true, brief };
  if (value === undefined) return { kind: "boolean", brief, ...(on ? { default: true } : { optional: true }) };
  const several = many && { variadic: many === "," ? "," : true };
  return choices
    ? { kind: "enum", values: choices, optional: true, brief, ...several }
    : { kind: "parsed", parse: read ?? String, optional: true, brief, ...several };
}

function usage(fault: unknown, { name, flags, words }: Command): UsageError {
  const table = flags as Flags;
  const help = `mailworthy ${name} --help`;
  const said = (text: string, next = help): UsageError => new UsageError(text, next);
  if (fault instanceof FlagNotFoundError) {
    const meant = nearest(fault.input, Object.keys(table));
    const short = meant && table[meant]?.short;
    if (meant)
      return new UsageError(`no flag --${fault.input}. Did you mean --${meant}${short ? ` (-${short})` : ""}?`);
    return said(`no flag --${fault.input}.`);
  }
  if (fault instanceof AliasNotFoundError) return said(`no flag -${fault.input}.`);
  if (fault instanceof EnumValidationError) {
    const meant = nearest(fault.input, fault.values);
    const values = fault.values.join(", ");
    return new UsageError(
      `--${fault.externalFlagName}: no "${fault.input}". ${meant ? `Did you mean ${meant}?` : `There is ${values}.`}`,
    );
  }
  if (fault instanceof ArgumentParseError) {
    const { exception, externalFlagNameOrPlaceholder: flag } = fault;
    const why = exception instanceof Error ? exception.message : String(exception);
    return said(`--${flag}: ${why}.`, exception instanceof UsageError ? exception.next : undefined);
  }
  if (fault instanceof UnsatisfiedFlagError) {
    const flag = fault.externalFlagName;
    return said(`--${flag} needs a value: --${flag} ${table[flag]?.value ?? ""}`.trimEnd());
  }
  if (fault instanceof UnexpectedFlagError) return said(`--${fault.externalFlagName} is given twice.`);
  if (fault instanceof InvalidNegatedFlagSyntaxError) return said(`--${fault.externalFlagName} takes no value.`);
  if (fault instanceof UnexpectedPositionalError) return said(`one word too many: "${fault.input}".`);
  if (fault instanceof UnsatisfiedPositionalError) return said(`${words.placeholder} is missing.`);
  return said(String(fault));
}
