import type { World } from "../world.js";

/** Everything as it ought to be. */
export const healthy: World = {
  name: "healthy",
  title: "everything as it ought to be",
  target: { domain: "lucerne-media.example", senders: ["192.0.2.25", "2001:db8:25::25"], selectors: ["s1"] },
  zone: `
    lucerne-media.example                      3600 NS    ns1.lucerne-media.example
    lucerne-media.example                      3600 NS    ns2.lucerne-media.example
    ns1.lucerne-media.example                  3600 A     192.0.2.53
    ns2.lucerne-media.example                  3600 A     192.0.2.54
    lucerne-media.example                      3600 MX    10 mx1.lucerne-media.example
    lucerne-media.example                      3600 MX    20 mx2.lucerne-media.example
    mx1.lucerne-media.example                  3600 A     192.0.2.25
    mx1.lucerne-media.example                  3600 AAAA  2001:db8:25::25
    mx2.lucerne-media.example                  3600 A     192.0.2.26
    lucerne-media.example                      3600 TXT   "v=spf1 ip4:192.0.2.25 ip6:2001:db8:25::25 include:_spf.post.example ~all"
    _spf.post.example                          3600 TXT   "v=spf1 ip4:192.0.2.128/28 -all"
    s1._domainkey.lucerne-media.example        3600 TXT   "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsqe8tcsjWtTvmeQOhgbenFmW0WJi2zXZBn2fTDBGzPuvlN8lhnB+1JimTXJw50E6Hn/z3h+VtR30YGdvGQe8b/k7kjlSgL1mNiPgMyT5Mnovp+8LqgkxpYGSqEsoDo8cDlxJLD42C/" "uloIZakYn6t+gq849AF9mCg9utZc0eNdgA174czR6DvQ5wft6dfBPPmcyjz16aOA6LKDwjhXfIKGGtx9EMhXf1WbS5Omd5c9kqcbG1PWIAL/QPlAJB+Y3ALShc+tt5hD3m+pMj1rXcpoq1RWwxPOdONEt0OmcyfVSnbQVbQrLhM2W4SSEeLYD5apcJiBDitfIiesob1L" "M4QwIDAQAB"
    _dmarc.lucerne-media.example               3600 TXT   "v=DMARC1; p=reject; rua=mailto:dmarc@lucerne-media.example"
    _mta-sts.lucerne-media.example             3600 TXT   "v=STSv1; id=20261001"
    mta-sts.lucerne-media.example              3600 A     192.0.2.80
    _smtp._tls.lucerne-media.example           3600 TXT   "v=TLSRPTv1; rua=mailto:tls@lucerne-media.example"
    default._bimi.lucerne-media.example        3600 TXT   "v=BIMI1; l=https://logo.lucerne-media.example/logo.svg; a=;"
    logo.lucerne-media.example                 3600 A     192.0.2.82
    25.2.0.192.in-addr.arpa                    3600 PTR   mx1.lucerne-media.example
    5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.5.2.0.0.8.b.d.0.1.0.0.2.ip6.arpa 3600 PTR mx1.lucerne-media.example`,
  nameServers: ["192.0.2.53", "192.0.2.54"],
  hosts: {
    "192.0.2.25": { name: "mx1.lucerne-media.example", certificate: { names: ["mx1.lucerne-media.example"] } },
    "2001:db8:25::25": { name: "mx1.lucerne-media.example", certificate: { names: ["mx1.lucerne-media.example"] } },
    "192.0.2.26": { name: "mx2.lucerne-media.example", certificate: { names: ["mx2.lucerne-media.example"] } },
  },
  web: {
    "192.0.2.80": {
      name: "mta-sts.lucerne-media.example",
      pages: {
        "/.well-known/mta-sts.txt": "version: STSv1\nmode: enforce\nmx: *.lucerne-media.example\nmax_age: 1209600\n",
      },
    },
    "192.0.2.82": {
      name: "logo.lucerne-media.example",
      pages: {
        "/logo.svg":
          '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 64 64">' +
          "<title>Lucerne Media</title>" +
          '<rect width="64" height="64" fill="#1d4e89"/><circle cx="32" cy="32" r="20" fill="#f7c59f"/></svg>\n',
      },
    },
  },
};
