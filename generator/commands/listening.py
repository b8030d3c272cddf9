"""Where the preview listens, and by which names it may be called.

A website can give its own name to the address of anybody's machine, and then read what that machine
serves to its browser (DNS rebinding). So the name in the Host header must be one of ours: a number
can only be an address at which we listen, and of names only our own are accepted.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

THIS_MACHINE = "127.0.0.1"
_LOCAL = frozenset({THIS_MACHINE, "localhost"})
# A name or number, and a port.
_HEADER = re.compile(r"(?:\[([0-9a-f:.]+)\]|([0-9a-z.-]{1,253}))(?::[0-9]{1,5})?", re.IGNORECASE)
_EVERY = {"0.0.0.0": THIS_MACHINE, "::": "::1"}  # all addresses, and one of them


@dataclass(frozen=True, slots=True)
class Listening:
    """The address on which the preview listens.

    host: a name or number of this machine, as it was asked for
    number: the number that is
    port: the port
    """

    host: str
    number: str
    port: int

    @property
    def url(self) -> str:
        """The preview's address, for a browser on this machine."""
        host = _EVERY.get(self.host, self.host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"

    @property
    def warning(self) -> str:
        """What is to be said before others can read the preview; "" where they cannot."""
        if ipaddress.ip_address(self.number.partition("%")[0]).is_loopback:
            return ""
        return (
            "Warning: everybody who can reach this machine can read the preview, and so can "
            "whoever sees the traffic. Use it only in networks that you trust."
        )

    def is_called(self, header: str, arrived: str) -> bool:
        """Whether a request's Host header calls this machine by a name of its own.

        arrived: the number of this machine at which the request arrived
        """
        found = _HEADER.fullmatch(header)
        name = (found[1] or found[2]).lower() if found else ""
        return bool(name) and name in {*_LOCAL, self.host.lower(), arrived}
