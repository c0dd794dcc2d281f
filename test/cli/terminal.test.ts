import { describe, expect, it } from "vitest";
import { looksOf } from "../../src/cli/terminal.js";

const looks = (
  { tty = true, columns }: { tty?: boolean; columns?: number },
  env: Record<string, string> = {},
  look = {},
) => looksOf({ tty, ...(columns !== undefined && { columns }) }, { env, platform: "linux" }, look);

describe("the width", () => {
  it.each([
    ["that of the terminal", { columns: 72 }, {}, 72],
    ["a terminal that reports 0 does not know", { columns: 0 }, {}, 80],
    ["then COLUMNS may", { columns: 0 }, { COLUMNS: "90" }, 90],
    ["COLUMNS of 0 is none", { tty: false }, { COLUMNS: "0" }, 100],
    ["COLUMNS elsewhere", { tty: false }, { COLUMNS: "60" }, 60],
    ["nothing said elsewhere", { tty: false }, { COLUMNS: "wide" }, 100],
  ])("%s", (_, stream, env, columns) => expect(looks(stream, env).columns).toBe(columns));

  it("the flag outweighs all", () => expect(looks({ columns: 72 }, { COLUMNS: "90" }, { width: 50 }).columns).toBe(50));
});

describe("colour", () => {
  it.each([
    ["a terminal", {}, {}, {}, true],
    ["a pipe", { tty: false }, {}, {}, false],
    ["NO_COLOR", {}, { NO_COLOR: "1" }, {}, false],
    ["an empty NO_COLOR is none", {}, { NO_COLOR: "" }, {}, true],
    ["a dumb terminal", {}, { TERM: "dumb" }, {}, false],
    ["FORCE_COLOR in a pipe", { tty: false }, { FORCE_COLOR: "1" }, {}, true],
    ["FORCE_COLOR=0", {}, { FORCE_COLOR: "0" }, {}, false],
    ["the flag outweighs NO_COLOR", {}, { NO_COLOR: "1" }, { color: "always" }, true],
  ])("%s", (_, stream, env, look, colour) => expect(looks(stream, env, look).colour).toBe(colour));
});

describe("more than ASCII", () => {
  it.each([
    ["UTF-8", { LANG: "en_GB.UTF-8" }, false],
    ["nothing said", {}, false],
    ["C", { LANG: "C" }, true],
    ["LC_ALL outweighs LANG", { LANG: "en_GB.UTF-8", LC_ALL: "POSIX" }, true],
    ["the console of Linux", { TERM: "linux", LANG: "en_GB.UTF-8" }, true],
  ])("%s", (_, env, ascii) => expect(looks({}, env).ascii).toBe(ascii));
});
