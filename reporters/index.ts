import type { ReporterFormat } from "mailworthy";
import azure from "./azure.js";
import checkstyle from "./checkstyle.js";
import csv from "./csv.js";
import ctrf from "./ctrf.js";
import dot from "./dot.js";
import github from "./github.js";
import gitlab from "./gitlab.js";
import html from "./html/index.js";
import json from "./json.js";
import junit from "./junit.js";
import junitStrict from "./junit-strict.js";
import mail from "./mail.js";
import markdown from "./markdown.js";
import nagios from "./nagios.js";
import ndjson from "./ndjson.js";
import prometheus from "./prometheus.js";
import rdjson from "./rdjson.js";
import sarif from "./sarif.js";
import shields from "./shields.js";
import slack from "./slack.js";
import tap from "./tap.js";
import teamcity from "./teamcity.js";
import teams from "./teams.js";
import text from "./text/index.js";

/** Every built-in reporter, the one that is used unless another is asked for first. */
export default [
  text,
  dot,
  html,
  markdown,
  mail,
  slack,
  teams,
  shields,
  json,
  ndjson,
  csv,
  github,
  azure,
  teamcity,
  junit,
  junitStrict,
  tap,
  ctrf,
  sarif,
  gitlab,
  checkstyle,
  rdjson,
  nagios,
  prometheus,
] as readonly ReporterFormat[];
