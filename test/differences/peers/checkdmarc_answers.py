"""checkdmarc's reading of SPF and DMARC records for cases on standard input, a line each; it reads the records of the case."""
import importlib.util
import json
import sys
import types

import dns

try:
    import dns.nameserver
except ImportError:  # dnspython before 2.4, which lacks the one class that annotations name
    dns.nameserver = sys.modules["dns.nameserver"] = types.ModuleType("dns.nameserver")
    dns.nameserver.Nameserver = object

# Only what reads SPF and DMARC is loaded; the rest of the package wants newer packages than Debian 12 has.
found = importlib.util.find_spec("checkdmarc")
if found is None:
    sys.exit("checkdmarc is not installed")
sys.modules["checkdmarc"] = importlib.util.module_from_spec(found)

import checkdmarc._constants
import checkdmarc.dmarc
import checkdmarc.spf
import checkdmarc.utils
import dns.exception
import dns.rdata
import dns.resolver
from records import Missing, Records, Silent

if "--version" in sys.argv:
    print(checkdmarc._constants.__version__)
    sys.exit()


class Resolver:
    """The part of a dnspython resolver that it uses."""

    nameservers = ["192.0.2.53"]
    timeout = lifetime = 1.0

    def __init__(self, records):
        self.records = records

    def resolve(self, name, rdtype, lifetime=None, **_):
        rdtype = str(rdtype)
        try:
            found = self.records.lookup(name, rdtype)
        except Missing:
            raise dns.resolver.NXDOMAIN()
        except Silent:
            raise dns.resolver.LifetimeTimeout(timeout=1.0, errors=[])
        if not found:
            raise dns.resolver.NoAnswer(response=Response())
        return [value(rdtype, one) for one in found]


class Response:
    """What an exception of dnspython shows of the answer."""

    question = []


def value(rdtype, one):
    if rdtype == "TXT":
        text = " ".join('"%s"' % part.replace("\\", "\\\\").replace('"', '\\"') for part in one)
    elif rdtype == "MX":
        text = "%d %s." % tuple(one)
    else:
        text = one if rdtype in ("A", "AAAA") else one + "."
    return dns.rdata.from_text("IN", rdtype, text)


def spf_count(resolver, domain):
    found = checkdmarc.spf.check_spf(domain, resolver=resolver)
    return {
        "result": "valid" if found["valid"] else "invalid",
        "lookups": found.get("dns_lookups"),
        "voids": found.get("void_dns_lookups"),
        "comment": found.get("error"),
    }


def dmarc_policy(resolver, domain):
    found = checkdmarc.dmarc.check_dmarc(domain, resolver=resolver)
    tags = found.get("tags", {})
    applies = "p" if found.get("location") == domain else "sp"
    return {
        "result": "valid" if found["valid"] else "invalid",
        "location": found.get("location"),
        "policy": tags.get(applies, tags.get("p", {})).get("value"),
        "comment": found.get("error"),
    }


ops = {"spf.count": spf_count, "dmarc.policy": dmarc_policy}
for line in sys.stdin:
    case = json.loads(line)
    checkdmarc.utils.DNS_CACHE.clear()
    print(json.dumps(ops[case["op"]](Resolver(Records(case["records"])), case["domain"])))
