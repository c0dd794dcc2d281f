import { type Net, NetError, type Result } from "mailworthy";
import { worldNet } from "mailworthy/testing";
import checks from "../../checks/index.js";
import presets from "../../checks/presets/index.js";
import type { Check } from "../../src/check.js";
import { type Planned, planned } from "../../src/plan.js";
import { isProfile } from "../../src/preset.js";
import { type Outcome, rollUp } from "../../src/roll-up.js";
import { run } from "../../src/run.js";
import { label } from "../../src/subject.js";
import type { Roles } from "../../src/target.js";
import { here, type Scene } from "./scenes.js";

const all = checks as readonly Check[];
const plan = new Map(all.map((check) => [check.id, planned(check)]));
const rules = new Map(all.map((check) => [check.id, check]));
const profiles = presets.filter(isProfile);

/** How nobody answers: not at all, or with SERVFAIL or REFUSED, which are the same to us. */
export type Silence = "timeout" | "servfail";

/** What came of a scene: its results, the questions that were asked, and how it stands to the profiles. */
export interface Judged {
  results: Result[];
  roles?: Roles;
  questions: Set<string>;
}

/** The net of a scene, where some questions go unanswered. */
function deaf(net: Net, questions: Set<string>, unanswered: (question: string) => boolean, how: Silence): Net {
  const put = (question: string): void => {
    questions.add(question);
    if (unanswered(question)) throw new NetError(how, `${question}: nobody answers`);
  };
  return {
    ...net,
    async dns(name, type, more) {
      put(`${type} ${name}${more?.server === undefined ? "" : ` @${more.server}`}`);
      return net.dns(name, type, more);
    },
    async reach(at) {
      put(`tcp ${at.ip} ${at.port}`);
      return net.reach(at);
    },
    async smtp(at) {
      put(`smtp ${at.ip} ${at.port} ${at.offer ?? "default"}`);
      return net.smtp(at);
    },
    async https(url, more) {
      put(`https ${url}`);
      return net.https(url, more);
    },
  };
}

/** Judges a scene by these checks, all of them where none are named. */
export async function judged(
  { world, target }: Scene,
  unanswered: (question: string) => boolean = () => false,
  { ids = [...plan.keys()], how = "timeout" }: { ids?: readonly string[]; how?: Silence } = {},
): Promise<Judged> {
  const found: Judged = { results: [], questions: new Set() };
  const strayed: Error[] = [];
  const net = deaf(
    worldNet(world, (error) => strayed.push(error)),
    found.questions,
    unanswered,
    how,
  );
  const wanted = ids.map((id) => plan.get(id) as Planned);
  await run({ checks: wanted, targets: [target], here }, net, [
    {
      report({ results, roles }) {
        found.results.push(...results);
        if (roles) found.roles = roles;
      },
    },
  ]);
  if (strayed[0]) throw strayed[0];
  return found;
}

/** The checks that ask each question, directly or by a fact. */
export async function askers(scene: Scene): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const id of plan.keys()) {
    const { questions } = await judged(scene, undefined, { ids: [id] });
    for (const question of questions) found.set(question, [...(found.get(question) ?? []), id]);
  }
  return found;
}

/** How the results stand to all profiles. */
export const standing = ({ results, roles }: Judged): Outcome[] =>
  rollUp(profiles, { results, ...(roles && { roles }) }, rules);

/** One result, in a line: what was judged, and what came of it, the order of findings left out. */
export const about = ({ check, subject }: Result): string => `${check} on ${label(subject)}`;
export const words = ({ status, findings }: Result): string[] =>
  findings.length > 0 ? findings.map(({ verdict }) => verdict) : [status];
export const outcome = (result: Result): string => [result.status, ...words(result).sort()].join(" ");

/** Whether a result says no more than one that was had with all answers: the same level, and no verdict that it lacked. */
export function saysNoMore(now: Result, before: readonly Result[]): boolean {
  return before.some(
    ({ status, findings }) =>
      status === now.status &&
      now.findings.every(({ verdict }) => findings.some((finding) => finding.verdict === verdict)),
  );
}
