import type { ReporterFormat } from "mailworthy";
import csv from "./csv.js";
import dot from "./dot.js";
import github from "./github.js";
import html from "./html/index.js";
import json from "./json.js";
import junit from "./junit.js";
import markdown from "./markdown.js";
import ndjson from "./ndjson.js";
import tap from "./tap.js";
import text from "./text/index.js";

/** Every built-in reporter, the one that is used unless another is asked for first. */
export default [text, json, ndjson, tap, junit, github, markdown, html, csv, dot] as readonly ReporterFormat[];
