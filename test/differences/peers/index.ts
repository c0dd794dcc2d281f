import type { Peer } from "../peer.js";
import { mailauth } from "./mailauth.js";
import { pythonPeer } from "./python.js";

export const peers: readonly Peer[] = [
  mailauth,
  pythonPeer("pyspf", ["spf.check"]),
  pythonPeer("checkdmarc", ["spf.count", "dmarc.policy"]),
];
