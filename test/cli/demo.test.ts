import { expect, it } from "vitest";
import { mailworthy } from "./shell.js";
import { worlds } from "../../src/lab/index.js";

it("audits a world of the lab over loopback", async () => {
  const { code, out, err } = await mailworthy(["demo", "broken", "--only", "mx/present,spf/present", "--json"], {
    live: true,
  });
  expect(code).toBe(0);
  const [broken] = worlds.filter(({ name }) => name === "broken");
  expect(JSON.parse(out)).toMatchObject({ targets: [{ domain: broken!.target.domain }] });
  expect(err).not.toContain("fault");
});

it("serves it until it is interrupted", async () => {
  const { code, out } = await mailworthy(["demo", "healthy", "--listen"], {
    interrupt: (press) => setTimeout(press, 10),
  });
  expect(code).toBe(0);
  expect(out).toMatch(/^healthy .*\n\nDNS on 127\.0\.0\.1:\d+; Ctrl-C ends it\n$/);
});

it("names the worlds there are", async () => {
  const { code, err } = await mailworthy(["demo", "brocken"]);
  expect(code).toBe(2);
  expect(err).toBe('mailworthy: no world "brocken". Did you mean broken?\n');
});
