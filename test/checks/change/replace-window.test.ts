import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/replace-window.js";

const place = { file: "plan.json", line: 3, column: 1 } as const;
const record = {
  ...place,
  name: "example.com",
  type: "MX",
  ttl: 300,
  data: { preference: 10, exchange: "mx1.example.com" },
} as const;
const away = { ...place, action: "delete", address: "r.old", before: [record], after: [] } as const;
const made = { ...place, action: "create", address: "r.new", before: [], after: [record] } as const;
const replaced = { ...place, action: "replace", address: "r.mx", before: [record], after: [record] } as const;
const web = { ...record, type: "A", data: "192.0.2.1" } as const;
const of = (...changes: object[]) => ({
  before: "example.com MX 10 mx1.example.com",
  zone: "example.com MX 10 mx1.example.com",
  more: { after: { changes: changes as never } },
});

const dmarc = { ...record, name: "_dmarc.example.com", type: "TXT", data: ["v=DMARC1; p=none"] } as const;
const spf = { ...record, type: "TXT", data: ["v=spf1 -all"] } as const;
const onCloudflare = (change: object) => {
  const row = of(change);
  return { ...row, more: { after: { ...row.more.after, provider: "cloudflare" } } };
};

testCheck(check, {
  none: [
    of(),
    of({ ...place, action: "update", before: [record], after: [record] }),
    of({ ...replaced, order: "create-delete" }),
    of({ ...replaced, order: "delete-create", before: [web], after: [web] }),
    of(away),
    onCloudflare({ ...replaced, order: "create-delete" }),
    of({ ...replaced, order: "create-delete", before: [dmarc], after: [dmarc] }),
  ],
  double: [
    onCloudflare({ ...replaced, order: "create-delete", before: [dmarc], after: [dmarc] }),
    onCloudflare({ ...replaced, order: "create-delete", before: [spf], after: [spf] }),
  ],
  gap: [of({ ...replaced, order: "delete-create" }), of(away, made)],
});
