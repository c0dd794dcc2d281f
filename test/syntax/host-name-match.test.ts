import { describe, expect, it } from "vitest";
import { coveringName } from "../../src/syntax/host-name-match.js";

describe("the name that covers a host (RFC 9525 §6.3)", () => {
  it.each<[string[], string, string | undefined]>([
    [["mx1.example.com"], "mx1.example.com", "mx1.example.com"],
    [["MX1.Example.COM"], "mx1.example.com.", "MX1.Example.COM"],
    [["*.example.com"], "mx1.example.com", "*.example.com"],
    [["*.example.com", "mx1.example.com"], "mx1.example.com", "mx1.example.com"],
    [["*.example.com"], "example.com", undefined],
    [["*.example.com"], "a.mx1.example.com", undefined],
    [["*.com"], "example.com", undefined],
    [["*"], "localhost", undefined],
    [["mx*.example.com"], "mx1.example.com", undefined],
    [["*1.example.com"], "mx1.example.com", undefined],
    [["mx1.*.com"], "mx1.example.com", undefined],
    [["*.*.com"], "mx1.example.com", undefined],
    [["mx1.example.com\0.example.org"], "mx1.example.com", undefined],
    [["mx2.example.com", "example.com"], "mx1.example.com", undefined],
    [["*.example.com"], "*.example.com", "*.example.com"],
    [["192.0.2.1"], "192.0.2.1", "192.0.2.1"],
    [[""], "", undefined],
    [[], "mx1.example.com", undefined],
  ])("%j, %s", (names, host, expected) => expect(coveringName(names, host)).toBe(expected));
});
