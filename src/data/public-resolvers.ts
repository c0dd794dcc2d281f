/** Addresses of resolvers that anybody may ask, and that blocklists refuse for it. From their operators' pages, 2026-11. */
export const publicResolvers: Readonly<Record<string, string>> = {
  "8.8.8.8": "Google",
  "8.8.4.4": "Google",
  "2001:4860:4860::8888": "Google",
  "2001:4860:4860::8844": "Google",
  "1.1.1.1": "Cloudflare",
  "1.0.0.1": "Cloudflare",
  "2606:4700:4700::1111": "Cloudflare",
  "2606:4700:4700::1001": "Cloudflare",
  "9.9.9.9": "Quad9",
  "149.112.112.112": "Quad9",
  "2620:fe::fe": "Quad9",
  "2620:fe::9": "Quad9",
  "208.67.222.222": "OpenDNS",
  "208.67.220.220": "OpenDNS",
};
