import { defineCheck, facts, fail, pass, warn } from "mailworthy";

export default defineCheck({
  id: "port/465-587-open",
  on: "host",
  title: "The host takes mail from its own users over TLS",
  why: "Mail programs submit over 465 or 587, and many networks let no other port through.",
  fix: "Open port 465 with implicit TLS, and 587 with STARTTLS for older mail programs.",
  refs: ["RFC 8314 §3.3", "RFC 6409 §3.1"],
  needs: { ports: facts.submissionPorts },
  verdicts: {
    both: pass("465 and 587 are open"),
    implicit: pass("465 is open, 587 is closed"),
    starttls: warn("only 587 is open; 465 is preferred, since it never begins in the clear"),
    closed: fail("465 and 587 refuse connections; users cannot submit mail"),
  },
  judge({ ports: { implicit, starttls } }, say) {
    if (implicit) return starttls ? say.both() : say.implicit();
    return starttls ? say.starttls() : say.closed();
  },
});
