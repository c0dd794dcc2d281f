"""The records of a case, as a resolver would give them: { name: { TYPE: [...] } }, or a word for silence."""


class Silent(Exception):
    """Nobody answers."""


class Missing(Exception):
    """NXDOMAIN."""


class Records:
    def __init__(self, records):
        self.names = {name.rstrip(".").lower(): held for name, held in records.items()}

    def lookup(self, name, qtype):
        """Values of a type at a name, CNAMEs not followed; raises Missing or Silent."""
        held = self.names.get(str(name).rstrip(".").lower())
        if held is None:
            raise Missing(name)
        found = held if isinstance(held, str) else held.get(qtype, [])
        if isinstance(found, str):
            raise Silent(found)
        return found
