export { z } from "zod";
export { audit, auditEach, type AuditOptions } from "./audit.js";
export * as clean from "./clean.js";
export { closing, lastLine, nounOf, type Closing } from "./view/closing.js";
export { defineCheck, fail, family, pass, warn, type Check, type Context, type Verdict } from "./check.js";
export { command, postconf, starttlsCommand } from "./command.js";
export { certificates, everywhere, page, records, settings, transcript } from "./exhibit.js";
export { type Config, defineConfig } from "./config.js";
export {
  absent,
  across,
  defineFact,
  isAbsent,
  maybe,
  type Across,
  type Cause,
  type Fact,
  type History,
  type Known,
  type Tools,
} from "./fact.js";
export * as facts from "./facts/index.js";
export type { Branch, Exhibit, Finding, Fix, Level, Records } from "./finding.js";
export {
  NetError,
  type Answer,
  type Certificate,
  type Net,
  type RecordType,
  type SmtpSession,
  type Step,
} from "./net/net.js";
export { html, lines, Markup, whole } from "./view/markup.js";
export { palette, type Palette } from "./view/palette.js";
export { definePlugin, type Plugin } from "./plugin.js";
export { planned, type Plan, type Planned } from "./plan.js";
export { definePreset, defineProfile, type Preset, type Profile } from "./preset.js";
export {
  defineReporter,
  type Opening,
  type Out,
  type Reporter,
  type ReporterFormat,
  type ReporterOptions,
} from "./reporter.js";
export {
  exitCode,
  statuses,
  worst,
  type ExitCode,
  type Folded,
  type Report,
  type Result,
  type Status,
  type Summary,
} from "./result.js";
export { problemsIn, type Problem } from "./view/problem.js";
export { Recurring, type Recurrence } from "./view/recurring.js";
export { urlOf } from "./view/reference.js";
export { run } from "./run.js";
export { writeDkimRecord } from "./syntax/dkim-key.js";
export { label, type Envelope, type Kind, type Subject } from "./subject.js";
export { nameOf, type DomainTarget, type MessageTarget, type Role, type Roles, type Target } from "./target.js";
export { editDmarc } from "./syntax/dmarc.js";
export { coveringName } from "./syntax/host-name-match.js";
export { coversHost } from "./syntax/mta-sts.js";
export { deniesAll } from "./syntax/spf.js";
export { parseTlsReportRecord } from "./syntax/tls-rpt.js";
export { editTagList } from "./syntax/tag-list.js";
export { UsageError } from "./usage.js";
export { version } from "./version.js";
export type { Waiver } from "./waiver.js";
export {
  changeWords,
  countsOf,
  messageOf,
  namesOf,
  placeOf,
  rowOf,
  shared,
  stateOf,
  tallied,
  told,
  toldWhole,
  view,
  wording,
  worstFirst,
  type Family,
  type Row,
  type Rules,
  type Said,
  type Unknown,
  type View,
} from "./view/view.js";
export { padEnd, padStart, shorten, width, wrap } from "./view/width.js";
export { abridged, counted, due, duration, listed, moment, number, span, waiting } from "./view/words.js";
export { Worst } from "./view/worst.js";
export type { Deciders, Requirement, Source } from "./requirement.js";
export {
  complianceOf,
  inShort,
  openQuestions,
  scored,
  standing,
  states,
  type Compliance,
  type Item,
  type Score,
} from "./view/compliance.js";
export type { Ground, Outcome, State } from "./roll-up.js";
export { isInside, isPublic } from "./syntax/address.js";
export { mailDomains } from "./zones/mail-names.js";
export {
  answersAt,
  exchangesAt,
  existing,
  isThere,
  knownAt,
  negativeTtl,
  setAt,
  spfAt,
  ttlOf,
} from "./zones/lookup.js";
export { dkimKeyAt, dkimNames } from "./zones/dkim-keys.js";
export { changedParts } from "./zones/mail-parts.js";
export { differs, findingsOf, isGone, shown, shownBoth, type Sides, sidesOf } from "./zones/sides.js";
export { dmarcAt, dmarcEffect } from "./zones/dmarc-effect.js";
export { nobody, spfChildren, spfReach } from "./zones/spf-reach.js";
export type { Zone, ZoneRecord } from "./zones/record.js";
export { isWithin, parentOf } from "./syntax/domain-name.js";
export { joined } from "./syntax/record.js";
export { parseSpf, isSpf } from "./syntax/spf.js";
export { parseDkimRecord } from "./syntax/dkim-key.js";
export { isDmarc, parseDmarc, dmarcRequests, tested, type DmarcRequest } from "./syntax/dmarc.js";
export type { Stage } from "./finding.js";
