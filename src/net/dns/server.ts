import { bounds } from "../../bounds.js";
import { type Endpoint, spell } from "../resolvers.js";
import { TcpLine } from "./tcp.js";
import { UdpPool } from "./udp.js";

/** Bounds of asking; a test or a hurried user may want others. */
export interface Patience {
  tries: number;
  firstWait: { least: number; most: number };
  total: number;
}
export const patience: Patience = bounds.dns;

/** One server and what is known of it in this run. Its sockets are its own: a hostile server sees no other's ports. */
export class Server {
  /** As messages say it: the address, with the port if it is not 53. */
  readonly name: string;
  readonly udp: UdpPool;
  readonly tcp: TcpLine;
  /** It has answered something in this run. */
  heard = false;
  /** It answers with EDNS; or only without. */
  edns: "yes" | "no" | undefined;
  #roundTrip: number | undefined;
  #silentToEdns = 0;

  constructor(at: Endpoint, sockets: number) {
    this.name = spell(at);
    this.udp = new UdpPool(at, sockets);
    this.tcp = new TcpLine(at);
  }

  /** Milliseconds to wait for it at first: three smoothed round trips (RFC 6298 §2 without the variance). */
  firstWait({ least, most }: Patience["firstWait"]): number {
    return Math.min(Math.max(3 * (this.#roundTrip ?? Infinity), least), most);
  }

  took(milliseconds: number): void {
    this.#roundTrip = this.#roundTrip === undefined ? milliseconds : (7 * this.#roundTrip + milliseconds) / 8;
  }

  /** An answer came to a question with EDNS, or to one without after those with it got none. */
  answered(withEdns: boolean, refusedEdns: boolean): void {
    this.heard = true;
    if (withEdns) this.edns = "yes";
    else if (refusedEdns || (this.edns === undefined && ++this.#silentToEdns > 1)) this.edns ??= "no";
  }

  close(): void {
    this.udp.close();
    this.tcp.close();
  }
}
