export { addresses } from "./addresses.js";
export { mailHosts } from "./mail-hosts.js";
export { mx } from "./mx.js";
export { roles } from "./roles.js";
export { spfAddresses } from "./spf-addresses.js";
export { spfRecord } from "./spf-record.js";
