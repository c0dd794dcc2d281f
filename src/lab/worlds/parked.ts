import type { World } from "../world.js";

/** A name that neither sends nor receives, and says so. */
export const parked: World = {
  name: "parked",
  title: "sends and receives nothing, and says so",
  target: { domain: "tailspin-toys.example" },
  zone: `
    tailspin-toys.example               3600 A     192.0.2.81
    tailspin-toys.example               3600 MX    0 .
    tailspin-toys.example               3600 TXT   "v=spf1 -all"
    _dmarc.tailspin-toys.example        3600 TXT   "v=DMARC1; p=reject; rua=mailto:dmarc@lucerne-media.example"
    tailspin-toys.example._report._dmarc.lucerne-media.example 3600 TXT "v=DMARC1"`,
  hosts: {},
};
