import { expect, it } from "vitest";
import { listeningIn } from "../../src/syntax/proc-net-tcp.js";

it("finds the sockets that listen, of both families, and no others", () => {
  const four = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000:0019 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1678 1 0 100 0 0 10 0
   1: 0100007F:024B 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1679 1 0 100 0 0 10 0
   2: 0100007F:0019 0100007F:A000 01 00000000:00000000 00:00000000 00000000     0        0 1680 1 0 100 0 0 10 0
`;
  const six = `   0: 00000000000000000000000000000000:0019 00000000000000000000000000000000:0000 0A 00000000:00000000
   1: B80D0120000000000000000001000000:01D1 00000000000000000000000000000000:0000 0A 00000000:00000000
`;
  expect(listeningIn(four)).toEqual([
    { ip: "0.0.0.0", port: 25 },
    { ip: "127.0.0.1", port: 587 },
  ]);
  expect(listeningIn(six)).toEqual([
    { ip: "::", port: 25 },
    { ip: "2001:db8::1", port: 465 },
  ]);
  expect(listeningIn("\0 garbage")).toEqual([]);
});
