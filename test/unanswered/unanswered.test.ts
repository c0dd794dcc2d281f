import type { Result } from "mailworthy";
import type { State } from "../../src/roll-up.js";
import { describe, expect, it } from "vitest";
import { exceptions, needNoAnswer } from "./exceptions.js";
import { scenes } from "./scenes.js";
import { about, askers, type Judged, judged, outcome, saysNoMore, type Silence, standing, words } from "./silence.js";

const used = new Set<object>();

/** Whatever is said of a scene, with a question unanswered, that was not said before and is no "could not find out". */
function falseVerdicts(before: Judged, now: Judged, question: string): string[] {
  const known = new Map<string, Result[]>();
  for (const result of before.results) known.set(about(result), [...(known.get(about(result)) ?? []), result]);
  const unsure = new Set(now.results.filter(({ status }) => status === "inconclusive").map(({ check }) => check));
  const wrong = now.results.filter((result) => {
    if (result.status === "inconclusive") return /itself broke/.test(result.reason ?? "");
    if (saysNoMore(result, known.get(about(result)) ?? [])) return false;
    const { check } = result;
    const exception = exceptions.find((one) => one.check === check && one.question.test(question));
    if (exception) used.add(exception);
    const was = (known.get(about(result)) ?? []).flatMap(words);
    return !words(result).every((word) => was.includes(word) || exception?.says.includes(word));
  });
  const judgedNow = new Set(now.results.map(({ check }) => check));
  const kept = new Set(now.results.map(about));
  const gone = before.results.filter(
    (result) => judgedNow.has(result.check) && !kept.has(about(result)) && !unsure.has(result.check),
  );
  return [
    ...wrong.map((result) => {
      const was = (known.get(about(result)) ?? []).map(outcome).join(" or ");
      return `${question} unanswered: ${about(result)} was ${was || "not there"}, now ${outcome(result)} ${result.reason ?? ""}`;
    }),
    ...gone.map((result) => `${question} unanswered: ${about(result)} is gone`),
  ];
}

type States = ReadonlyMap<string, State>;
const statesOf = (judged: Judged): States =>
  new Map(standing(judged).map(({ requirement, state }) => [requirement, state]));

/** The requirements of profiles that are decided otherwise than with all answers. */
const falseStandings = (before: States, now: States, question: string): string[] =>
  [...now]
    .filter(([requirement, state]) => state !== "cannot tell" && state !== before.get(requirement))
    .map(
      ([requirement, state]) => `${question} unanswered: ${requirement} was ${before.get(requirement)}, now ${state}`,
    );

describe("what nobody answers makes no verdict", async () => {
  for (const scene of await scenes()) {
    it(`${scene.title}: one question at a time`, async () => {
      const before = await judged(scene);
      const states = statesOf(before);
      const asked = await askers(scene);
      expect(asked.size).toBeGreaterThan(50);
      const found: string[] = [];
      for (const [question, ids] of asked) {
        for (const how of (/^(?:tcp|smtp|https) /.test(question)
          ? ["timeout"]
          : ["timeout", "servfail"]) as Silence[]) {
          const now = await judged(scene, (one) => one === question, { ids, how });
          found.push(...falseVerdicts(before, now, question));
          if (how !== "timeout") continue;
          const others = before.results.filter(({ check }) => !ids.includes(check));
          const all = { ...now, results: [...others, ...now.results] };
          found.push(...falseStandings(states, statesOf(all), question));
        }
      }
      expect([...new Set(found)]).toEqual([]);
    }, 60_000);

    it(`${scene.title}: all of them`, async () => {
      const [before, now] = [await judged(scene), await judged(scene, () => true)];
      expect(falseVerdicts(before, now, "everything")).toEqual([]);
      expect(falseStandings(statesOf(before), statesOf(now), "everything")).toEqual([]);
      const said = now.results.filter(({ findings }) => findings.length > 0).map(({ check }) => check);
      expect(said.filter((check) => !needNoAnswer.includes(check))).toEqual([]);
    });
  }

  it("every exception is still one", () => {
    expect(exceptions.filter((one) => !used.has(one)).map(({ check }) => check)).toEqual([]);
  });
});
