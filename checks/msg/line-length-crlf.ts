import { defineCheck, fail, facts, pass } from "mailworthy";

export default defineCheck({
  id: "msg/line-length-crlf",
  on: "message",
  title: "Lines are short enough and end in CR LF",
  why: "Servers cut or reject longer lines, and a bare CR or LF lets one message pass for two, so many refuse it.",
  fix: "Have the program that sends encode the body as quoted-printable or base64, and end each line in CR LF.",
  refs: ["RFC 5322 §2.1.1", "RFC 5321 §2.3.8"],
  needs: { ends: facts.messageLineEnds },
  verdicts: {
    good: pass("the longest line has {longest} octets"),
    unix: pass(
      "the longest line has {longest} octets; the file has line ends of Unix, so those on the wire are not known",
    ),
    long: fail("line {line} has {longest} octets; 998 are allowed, and servers cut or reject more"),
    bareLf: fail("{count} lines end in LF without CR, the first is line {line}; many servers refuse such mail"),
    bareCr: fail("{count} CR without LF, the first in line {line}; many servers refuse such mail"),
  },
  judge({ ends }, say) {
    const { crlf, lf, cr, firstLf, firstCr, longest, longestLine } = ends;
    const unix = crlf === 0 && lf > 0;
    const said = [
      ...(longest > 998 ? [say.long({ line: longestLine, longest })] : []),
      ...(lf > 0 && !unix ? [say.bareLf({ count: lf, line: firstLf! })] : []),
      ...(cr > 0 ? [say.bareCr({ count: cr, line: firstCr! })] : []),
    ];
    if (said.length > 0) return said;
    return unix ? say.unix({ longest }) : say.good({ longest });
  },
});
