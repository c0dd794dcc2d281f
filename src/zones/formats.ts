import { azure } from "./azure.js";
import { bind } from "./bind.js";
import { cloudformation } from "./cloudformation.js";
import { cloudflare } from "./cloudflare.js";
import { cloudflareExport } from "./cloudflare-export.js";
import { dig } from "./dig.js";
import { digitalocean } from "./digitalocean.js";
import { dnscontrol } from "./dnscontrol.js";
import { externalDns } from "./external-dns.js";
import { gcloud } from "./gcloud.js";
import { octodns } from "./octodns.js";
import { octodnsPlan } from "./octodns-plan.js";
import { powerdns } from "./powerdns.js";
import { route53 } from "./route53.js";
import type { Format } from "./source.js";
import { terraform } from "./terraform.js";

/** All formats of zones, in the order in which a file is tried for them: those with the surest signs first. */
export const formats: readonly Format[] = [
  terraform,
  cloudformation,
  externalDns,
  route53,
  cloudflare,
  azure,
  powerdns,
  digitalocean,
  gcloud,
  octodnsPlan,
  dnscontrol,
  dig,
  cloudflareExport,
  octodns,
  bind,
];
