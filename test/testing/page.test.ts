import { expect, it } from "vitest";
import { pageFrom } from "../../src/testing/page.js";

const url = "https://mta-sts.example.com/.well-known/mta-sts.txt";
const now = Date.parse("2026-01-01");
const page = (text: string | undefined) => pageFrom(text, url, now);

it("serves a body by itself", () => {
  const answer = page("version: STSv1\nmode: none\n");
  expect(answer).toMatchObject({
    url,
    status: 200,
    headers: { "content-type": "text/plain" },
    body: "version: STSv1\nmode: none\n",
    cut: false,
    tls: { chain: [{ names: ["mta-sts.example.com"] }], trust: { ok: true } },
  });
  expect(answer).not.toHaveProperty("problem");
  expect(page("é").body).toBe("Ã©");
});

it("reads a head before the body", () => {
  const answer = page(`
    HTTP 301
    location: https://example.com/
    content-type: text/html
    !cut

one

two`);
  expect(answer).toMatchObject({
    status: 301,
    headers: { location: "https://example.com/", "content-type": "text/html" },
    body: "one\n\ntwo",
    cut: true,
  });
});

it.each([
  ["TLS: other.example.com until 2027-01-01", "the certificate is not for mta-sts.example.com"],
  ["TLS: mta-sts.example.com until 2025-01-01", "the certificate expired at 2025-01-01T00:00:00Z"],
  ["TLS: mta-sts.example.com until 2027-01-01 trust=self-signed", "self-signed, by the transcript"],
])("judges %s as the net does", (line, problem) =>
  expect(page(`HTTP 200\n${line}\nTLS+: - cn=CA`)).toMatchObject({ problem, tls: { chain: { length: 2 } } }),
);

it("holds certificates", () => {
  const answer = page("HTTP 200\nPEM: example.com until 2027-01-01 trust=untrusted-root\nPEM+: - cn=CA");
  expect(answer.certificates).toMatchObject({ chain: [{ names: ["example.com"] }, {}], trust: { ok: false } });
  expect(page("HTTP 200\nPEM: -").certificates).toMatchObject({ chain: [] });
});

it("serves no page at all", () => {
  expect(page("!404")).toMatchObject({ status: 404, body: "" });
  expect(() => page("!refused")).toThrow(expect.objectContaining({ code: "unreachable", said: { refused: true } }));
  expect(() => page("!alert unrecognized_name")).toThrow(
    expect.objectContaining({ code: "tls", said: { alert: "unrecognized_name" } }),
  );
  for (const silent of ["!timeout", undefined]) expect(() => page(silent)).toThrow("no answer");
});

it("says what it cannot read", () => {
  expect(() => page("HTTP 200\nnonsense\n\nbody")).toThrow("not a line of a head: nonsense");
});
