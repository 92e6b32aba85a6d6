"""Which address of the page other devices can open, and what to say where it is none."""

import re
import socket
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from sim.session.lab_address import at_base
from sim.session.link import LONGEST

# What containers have by default; phones are never in it.
DOCKER_BRIDGE = ip_network("172.17.0.0/16")
CONTAINER_FILES = ("/.dockerenv", "/run/.containerenv")
CONTAINER_GROUPS = re.compile("docker|kubepods|containerd|libpod")
# RFC 5737 keeps this network for documentation: nothing is there, and nothing is sent to it.
NOWHERE = ("192.0.2.1", 9)
HOW_TO_FIND = (
    "This computer's address in the network could not be found: is it connected? "
    'The README says under "Two commands: the Lab for a class" where to read more.'
)
IN_A_CONTAINER = "The lab runs in a container, which does not know this computer's address in the network."
START_FOR_ALL = (
    "The lab was started for this computer only. For a class, stop it and start it with calcium-paradox-lab --class "
    'or with --server.address 0.0.0.0 (README, "Two commands: the Lab for a class").'
)


@dataclass(frozen=True)
class Offer:
    """The address to give to others, what they should know about it, and whether they can open it at all."""

    address: str
    notices: tuple[str, ...]
    reachable: bool = True


def offer(
    address: str, own: str | None, listens_on: str | None = None, *, given: str = "", contained: bool = False
) -> Offer:
    """
    Return the address of a page that other devices can open, as far as it is known.

    Parameters
    ----------
    address : str
        The page's address in the browser that asks.
    own : str or None
        This computer's address in the network, None if it is not known.
    listens_on : str or None
        Where the server was told to listen, None for everywhere.
    given : str
        Where the lab is served, as `first_given` returns it; empty if nobody said so. It wins.
    contained : bool
        Whether the server runs in a container: then `own` is an address that only this computer knows.

    Examples
    --------
    >>> offer("http://localhost:8501/?calcium=2000", "192.168.1.20").address
    'http://192.168.1.20:8501/?calcium=2000'
    >>> offer("http://192.168.1.20:8501/", "192.168.1.20")
    Offer(address='http://192.168.1.20:8501/', notices=(), reachable=True)
    >>> offer("http://localhost:8501/lessons?lens=story", "172.17.0.2", given="https://lab.example").address
    'https://lab.example/lessons?lens=story'
    """
    notices, reachable = [], True
    if given:
        address = at_base(address, given)
    host = urlsplit(address).hostname or ""
    here = means_this_machine(host)
    if here or _on_bridge(host) or (contained and host == own):
        text = f"Phones cannot open {host}: "
        text += "on every device this means the device itself." if here else "it exists on this computer only."
        reachable = False
        if own and not (given or contained or _only_near(own)):
            reachable, address = True, with_host(address, own)
            text += f" So link and QR code name this computer by its address in the network, {own}."
        notices += [text] if reachable else [text, IN_A_CONTAINER if contained else HOW_TO_FIND]
        if listens_on and means_this_machine(listens_on) and listens_on not in ("0.0.0.0", "::"):
            notices.append(START_FOR_ALL)
    if len(address) > LONGEST:
        notices.append(f"The link has {len(address):,} letters; some chat programs cut links over {LONGEST:,}.")
    return Offer(address, tuple(notices), reachable)


def _on_bridge(host: str) -> bool:
    try:
        return ip_address(host) in DOCKER_BRIDGE
    except ValueError:
        return False


def _only_near(own: str) -> bool:
    """Tell whether an address of this computer is none that phones reach."""
    return means_this_machine(own) or ip_address(own).is_link_local or _on_bridge(own)


def means_this_machine(host: str) -> bool:
    """
    Tell whether a host means, on every device, the device itself.

    Examples
    --------
    >>> [means_this_machine(host) for host in ("localhost", "127.0.0.1", "::1", "0.0.0.0", "192.168.1.20", "lab.org")]
    [True, True, True, True, False, False]
    """
    name = host.strip("[]").lower()
    try:
        address = ip_address(name)
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
    return address.is_loopback or address.is_unspecified


def with_host(address: str, host: str) -> str:
    """
    Return an address with another host; port, path and query stay.

    Examples
    --------
    >>> with_host("http://[::1]:8501/lessons?lens=story", "192.168.1.20")
    'http://192.168.1.20:8501/lessons?lens=story'
    """
    parts = urlsplit(address)
    return parts._replace(netloc=f"{host}:{parts.port}" if parts.port else host).geturl()


def in_container(root: Path = Path("/")) -> bool:
    """Tell whether this program runs in a container, as far as its files tell."""
    if any((root / name.lstrip("/")).exists() for name in CONTAINER_FILES):
        return True
    try:
        return bool(CONTAINER_GROUPS.search((root / "proc/1/cgroup").read_text()))
    except OSError:
        return False


def own_address() -> str | None:
    """Return this computer's address in its network, or None; asks the computer itself and sends nothing."""
    # A UDP socket that is "connected" only chooses which of the computer's addresses would be used.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(NOWHERE)
            address = probe.getsockname()[0]
        except OSError:
            return None
    return None if means_this_machine(address) else address
