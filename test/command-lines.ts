/** The calls of the tool in a text for a shell, each as its arguments; what stands for a file or a pipe is left out. */
export function commandLines(text: string): string[][] {
  return text
    .replace(/\\\n\s*/g, " ")
    .split("\n")
    .flatMap((line) => {
      const call = /(?:^|[\s($])(?:npx (?:--yes )?)?mailworthy(?:@[\d.]+)?(?= |$)(.*)/.exec(
        line.replace(/^\s*(?:- )?#.*/, ""),
      );
      return call ? [argumentsOf(call[1]!)] : [];
    });
}

/** The words up to where the shell does something else; quotes are taken off. */
function argumentsOf(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)) {
    if (/^(?:\||&&|;|\d?>|<|#)/.test(word)) break;
    words.push(word.replace(/["']/g, ""));
  }
  return words;
}
