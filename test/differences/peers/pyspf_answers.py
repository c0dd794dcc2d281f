"""pyspf's check_host() for cases on standard input, a line each; its lookups read the records of the case."""
import json
import sys

import spf
from records import Missing, Records, Silent

if "--version" in sys.argv:
    print(spf.__version__)
    sys.exit()

for line in sys.stdin:
    case = json.loads(line)
    records = Records(case["records"])

    def lookup(name, qtype, strict=True, timeout=20):
        try:
            found = records.lookup(name, qtype)
        except Missing:
            return []
        except Silent as silent:
            raise spf.TempError("DNS " + str(silent))
        if qtype == "TXT":
            found = [[part.encode("latin1") for part in strings] for strings in found]
        return [((name, qtype), tuple(value) if qtype == "MX" else value) for value in found]

    spf.DNSLookup = lookup
    result, comment = spf.check2(i=case["ip"], s=case["mailfrom"], h=case["helo"])
    print(json.dumps({"result": result, "comment": comment}))
