import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/all-ips-same-service.js";
import { host, secured } from "../mail-host.js";

const zone = `${host}\nmx1.example.com A 192.0.2.26`;
const plain = "S: 220 mx1.example.com ESMTP\nC: EHLO *\nS: 250 mx1.example.com";
const tls = (names = "mx1.example.com"): string => secured(`TLS: ${names} key=ec256`);
const at = (one: string, other?: string) => ({
  zone,
  smtp: { "192.0.2.25:25": one, ...(other !== undefined && { "192.0.2.26:25": other }) },
});

testCheck(check, {
  same: [at(tls(), tls()), at(plain, plain)],
  banners: at(plain, plain.replaceAll("mx1", "mx1-b")),
  starttls: [
    at(tls(), plain),
    // certain, whatever a third address shows
    {
      zone: `${zone}\nmx1.example.com A 192.0.2.27`,
      smtp: { "192.0.2.25:25": tls(), "192.0.2.26:25": plain, "192.0.2.27:25": "S: 421 busy" },
    },
  ],
  certificates: at(tls(), tls("mx9.example.net")),
  skip: [{ zone: host, smtp: { "192.0.2.25:25": plain } }, at(plain, "!refused")],
  inconclusive: [at(plain), at(plain, "S: 421 busy")],
});
