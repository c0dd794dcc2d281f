import { clean, defineReporter } from "mailworthy";
import { annotations } from "./annotations.js";

/** More are in nobody's way, and nobody reads them. */
const most = 50;

/** Logging commands of Azure Pipelines, each an issue of the build. */
export default defineReporter({
  name: "azure",
  title: "issues for Azure Pipelines",
  open: (out) =>
    annotations(out, {
      most,
      write({ grade, title, check, place: { file, line, column }, lines }) {
        const given = Object.entries({
          type: grade,
          sourcepath: file,
          linenumber: line,
          columnnumber: column,
          code: check,
        })
          .filter(([, value]) => value !== undefined && value !== "")
          .map(([name, value]) => `${name}=${clean.azureProperty(String(value))};`);
        return `##vso[task.logissue ${given.join("")}]${[title, ...lines].map(clean.azure).join("%0D%0A")}`;
      },
      close: (text) => `mailworthy: ${clean.terminal(text)}`,
    }),
});
