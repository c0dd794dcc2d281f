import { clean, defineReporter } from "mailworthy";
import { annotations } from "./annotations.js";

/** The runner passes on so many annotations of each grade of a step (actions/runner, ExecutionContext). */
const most = 10;

/** Annotations of GitHub Actions. */
export default defineReporter({
  name: "github",
  title: "annotations for GitHub Actions",
  open: (out) =>
    annotations(out, {
      most,
      write({ grade, title, place: { file, line, column }, lines }) {
        const given = Object.entries({ title, file, line, col: column })
          .filter(([, value]) => value !== undefined && value !== "")
          .map(([name, value]) => `${name}=${clean.annotationProperty(String(value))}`);
        return `::${grade} ${given.join(",")}::${clean.annotation(...lines)}`;
      },
      close: (text) => `::notice title=mailworthy::${clean.annotation(text)}`,
    }),
});
