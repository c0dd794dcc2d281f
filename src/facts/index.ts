export { addresses, anyAddress, ipv4Addresses, ipv6Addresses } from "./addresses.js";
export { ipv6Egress } from "./ipv6-egress.js";
export { mailHosts } from "./mail-hosts.js";
export { mx } from "./mx.js";
export { nxdomain } from "./nxdomain.js";
export { outbound25 } from "./outbound-25.js";
export { roles } from "./roles.js";
export { spfAddresses } from "./spf-addresses.js";
export { spfRecord } from "./spf-record.js";
