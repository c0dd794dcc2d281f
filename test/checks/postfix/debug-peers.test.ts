import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/debug-peers.js";
import { postfix } from "./configuration.js";

testCheck(check, { none: postfix(), watched: postfix("debug_peer_list = 192.0.2.1") });
