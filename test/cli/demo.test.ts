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

it("serves it until it is interrupted, and says how to point the tool at it", async () => {
  let audited: ReturnType<typeof mailworthy> | undefined;
  const serving = mailworthy(["demo", "healthy", "--listen"], {
    interrupt: (press, { out }) => {
      audited = mailworthy(
        ["-c", /mailworthy -c (\S+)/.exec(out)![1]!, "--only", "mx/*,spf/*,port/25-open,cert/*", "--json"],
        {
          live: true,
        },
      );
      void audited.finally(press);
    },
  });
  const { code, out } = await serving;
  expect(code).toBe(0);
  expect(out).toMatch(
    /^healthy .*\n\naudit {4}mailworthy -c \S+\nDNS {6}dig @127\.0\.0\.1 -p \d+ .* MX\nSMTP {5}openssl .*\n\nCtrl-C ends it\n$/,
  );
  const { code: exit, out: report, err } = await audited!;
  expect(exit, err).toBe(0);
  expect(JSON.parse(report)).toMatchObject({
    targets: [{ domain: "lucerne-media.example" }],
    counts: { fail: 0, inconclusive: 0 },
  });
});

it("names the worlds there are", async () => {
  const { code, err } = await mailworthy(["demo", "brocken"]);
  expect(code).toBe(2);
  expect(err).toBe('mailworthy: no world "brocken". Did you mean broken?\n');
});
