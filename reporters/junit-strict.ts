import { defineReporter } from "mailworthy";
import { junitXml } from "./junit.js";

/** JUnit XML for readers that hold it against the schema of Ant, such as the xUnit plugin of Jenkins. */
export default defineReporter({
  name: "junit-strict",
  title: "JUnit XML for readers that insist on its schema",
  open: (out) => junitXml(out, true),
});
