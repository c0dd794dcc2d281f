import { certificates, defineCheck, facts, fail, listed, pass } from "mailworthy";

export default defineCheck({
  id: "postfix/certificate",
  on: "postfix",
  title: "Services that offer TLS have a certificate and its key",
  why: "Without them STARTTLS is not offered, or every handshake fails and mail comes in the clear, if at all.",
  fix: "Set smtpd_tls_chain_files to the key and the whole chain, and reload Postfix.",
  refs: ["TLS_README", "postconf(5) smtpd_tls_chain_files"],
  needs: { equipped: facts.postfixCertificates },
  verdicts: {
    matched: pass("certificate and key are there and belong together"),
    none: fail("TLS is on for {services}, and no certificate is set"),
    missing: fail("{file} is not there; {services} cannot do TLS"),
    unusable: fail("{file} {problem}; {services} cannot do TLS"),
    mismatch: fail("key {key} is not that of {file}; every TLS handshake of {services} fails"),
  },
  judge({ equipped }, say) {
    const bare = equipped.services.filter(({ pairs }) => pairs.length === 0);
    const pairs = [...new Set(equipped.services.flatMap((one) => one.pairs))];
    const said = pairs.flatMap(({ certificate, key, chain, matches, services: those }) => {
      const services = listed(those);
      const gone = [certificate, key].find(({ state }) => state === "missing");
      if (gone) return [say.missing({ file: gone.file, services })];
      const broken = [certificate, key].find(({ state, problem }) => state === "read" && problem !== undefined);
      if (broken) return [say.unusable({ file: broken.file, problem: broken.problem!, services })];
      if (matches !== false) return [];
      const evidence = certificates({ host: certificate.file, ip: services, chain });
      return [say.mismatch({ key: key.file, file: certificate.file, services }, evidence)];
    });
    if (bare.length > 0) said.push(say.none({ services: listed(bare.map(({ service }) => service)) }));
    return said.length > 0 ? said : say.matched();
  },
});
