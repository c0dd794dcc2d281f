import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/auth-socket.js";
import { postfix, mx } from "./configuration.js";

const at = (state: "answers" | "missing" | "silent" | "not-a-socket" | "unreadable" | "not-tried") =>
  postfix("", {
    auth: [{ services: ["submission/inet"], type: "dovecot", path: "private/auth", state, mechanisms: ["PLAIN"] }],
  });

testCheck(check, {
  answers: at("answers"),
  missing: at("missing"),
  silent: at("silent"),
  notASocket: at("not-a-socket"),
  skip: postfix("", { services: mx }),
  inconclusive: [at("unreadable"), at("not-tried")],
});
