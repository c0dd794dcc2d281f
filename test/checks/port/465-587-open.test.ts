import { testCheck } from "mailworthy/testing";
import check from "../../../checks/port/465-587-open.js";

const zone = `example.com MX 10 mx.example.com\nmx.example.com A 203.0.114.25\nmx.example.com A 203.0.114.26`;

testCheck(check, {
  both: [
    { zone, ports: { "mx.example.com:465": "open", "mx.example.com:587": "open" } },
    { zone, ports: { "203.0.114.25:465": "open", "203.0.114.26:587": "open" } },
  ],
  implicit: { zone, ports: { "mx.example.com:465": "open", "mx.example.com:587": "refused" } },
  starttls: { zone, ports: { "mx.example.com:465": "refused", "mx.example.com:587": "open" } },
  closed: { zone, ports: { "mx.example.com:465": "refused", "mx.example.com:587": "refused" } },
  skip: [{ zone: `example.com MX 0 .` }, { zone: `example.com MX 10 mx.example.com` }],
  inconclusive: [
    { zone },
    { zone, ports: { "mx.example.com:465": "open" } },
    { zone, ports: { "203.0.114.25:465": "refused", "mx.example.com:587": "open" } },
    { zone: `example.com MX !servfail` },
  ],
});
