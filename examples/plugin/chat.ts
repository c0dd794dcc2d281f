import { clean, defineReporter, messageOf, nameOf } from "mailworthy";

export default defineReporter({
  name: "acme/chat",
  title: "one line a failure, for the team's chat",
  open: (out) => ({
    async report({ target, results }) {
      for (const result of results.filter(({ status }) => status === "fail"))
        await out.write(
          clean.terminal(`${target ? nameOf(target) : "here"}: ${messageOf(result)} (${result.check})`) + "\n",
        );
    },
  }),
});
