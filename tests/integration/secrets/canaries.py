"""Secrets that are recognised wherever they turn up, and the search for them."""

import base64
import pathlib
import secrets as randomness
import urllib.parse


class Canaries:
    """One value for each secret of a run. A value's core survives JSON and percent encoding."""

    KINDS = ("clientsecret", "wrongsecret", "wfmheader", "wfmquery", "accesstoken")

    def __init__(self):
        self._cores = {kind: kind + randomness.token_hex(8) for kind in self.KINDS}

    def __getitem__(self, kind):
        return "~" + self._cores[kind] + "+/="

    def found_in(self, content):
        """(kind, encoding) of each canary in these bytes."""
        return [(kind, name) for kind, core in self._cores.items()
                for name, form in forms(core.encode()).items() if form in content]

    def found_in_files(self, *places):
        """(file, kind, encoding) for the content and the name of every file below `places`."""
        found = []
        for place in places:
            for file in sorted(pathlib.Path(place).rglob("*")):
                content = str(file).encode() + (file.read_bytes() if file.is_file() else b"")
                found += [(str(file), *hit) for hit in self.found_in(content)]
        return found


def forms(core):
    """How a text may be written down."""
    every_byte = "".join(f"%{byte:02X}" for byte in core)
    forms_ = {"plain": core, "percent": every_byte.encode(), "percent, small": every_byte.lower().encode(),
              "hex": core.hex().encode(), "HEX": core.hex().upper().encode(),
              "UTF-16": core.decode().encode("utf-16-le"), "backwards": core[::-1]}
    for offset in range(3):
        # Of base64 only what doesn't depend on the bytes before and after.
        encoded = base64.b64encode(bytes(offset) + core)
        stable = encoded[-(-offset * 4 // 3):len(encoded) - 4]
        forms_[f"base64, {offset}"] = stable
        forms_[f"base64url, {offset}"] = stable.replace(b"+", b"-").replace(b"/", b"_")
    return forms_


def examples(value):
    """`value` inside something, in each of the ways that the search must see through."""
    raw = value.encode()
    yield from [raw, urllib.parse.quote(value, safe="").encode(), repr(value).encode(),
                value.encode("utf-16-le"), b"\0x" + value.encode("utf-16-le"), raw.hex().encode(),
                raw[::-1], "".join(f"%{byte:02x}" for byte in raw).encode()]
    for before in (b"", b"a", b"id:", b"demo:"):
        yield base64.b64encode(before + raw)
        yield base64.urlsafe_b64encode(before + raw + b"tail")
