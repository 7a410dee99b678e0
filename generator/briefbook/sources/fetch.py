"""Fetch one page from the web, carefully: this is the only place of the program that opens a connection.

What a careful visitor does: https unless plain http is asked for, robots.txt respected (RFC 9309), no private or
local addresses (a link must not make the laptop ask its own network), few redirects, limits on size and time.
Every hop of a redirect is checked again, and the connection goes to the very address that was checked, so that a
name that changes its mind between check and use gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3

from briefbook.errors import SourceError, UsageError

USER_AGENT = "briefbook"
MAX_REDIRECTS = 5
MAX_ROBOTS_BYTES = 512_000
"""RFC 9309 asks for at least 500 KiB."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})
CHUNK = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRules:
    """What a fetch may do.

    Attributes:
        allow_http: Plain http is asked for.
        allow_private: Addresses of the own machine and network are asked for.
        max_bytes: Largest page, after decompression.
        seconds: Time for the whole fetch, redirects and robots.txt included.
    """

    allow_http: bool = False
    allow_private: bool = False
    max_bytes: int = 50_000_000
    seconds: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came: its final address, bytes (decompressed), and media type."""

    url: str
    data: bytes
    media_type: str


def fetch(url: str, rules: FetchRules) -> Fetched:
    """Fetch a page.

    Raises:
        UsageError: The address or one it redirects to is not allowed by the rules.
        SourceError: The server can't be reached, refuses, forbids robots, or sends too much.
    """
    deadline = time.monotonic() + rules.seconds
    for _ in range(MAX_REDIRECTS + 1):
        parts = _checked_address(url, rules)
        _resolve(
            parts, rules
        )  # what is wrong with the host is told of the address that was given, not of its robots.txt
        _respect_robots(parts, rules, deadline)
        with _open(parts, rules, deadline) as response:
            target = response.headers.get("Location")
            if response.status in REDIRECTS and target:
                url = urljoin(url, target)
                continue
            if response.status != 200:
                raise SourceError(f"the server answered {response.status}: expected 200", path=url)
            data = b"".join(_chunks(response, rules.max_bytes, deadline, url))
            kind = (response.headers.get("Content-Type") or "").split(";")[0].strip().lower()
            return Fetched(url=url, data=data, media_type=kind)
    raise SourceError(f"more than {MAX_REDIRECTS} redirects", path=url)


def _checked_address(url: str, rules: FetchRules) -> SplitResult:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError("expected an address that begins with https://", path=url)
    if parts.scheme == "http" and not rules.allow_http:
        raise UsageError("plain http can be read and changed on its way: use https, or allow it with --http", path=url)
    if parts.username or parts.password:
        raise UsageError("the address holds a user name or password: remove it", path=url)
    return parts


def _resolve(parts: SplitResult, rules: FetchRules) -> str:
    """The first address of the host; every one of them must be allowed."""
    url, host = parts.geturl(), parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, _port(parts), type=socket.SOCK_STREAM)
    except OSError as error:
        raise SourceError(f"the host '{host}' is not known: check the address and the connection", path=url) from error
    addresses = [str(item[4][0]) for item in found]
    for address in addresses:
        if not rules.allow_private and not ipaddress.ip_address(address.split("%")[0]).is_global:
            raise UsageError(
                f"'{host}' is an address of this machine or its own network ({address}): allow it with --private",
                path=url,
            )
    return addresses[0]


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _open(parts: SplitResult, rules: FetchRules, deadline: float) -> urllib3.BaseHTTPResponse:
    """Ask for a page, connected to the address that was checked; the certificate must be the host's."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise SourceError(f"took longer than {rules.seconds:.0f} s", path=parts.geturl())
    address, host = _resolve(parts, rules), parts.hostname or ""
    timeout = urllib3.Timeout(total=left)
    pool: urllib3.HTTPConnectionPool
    if parts.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            address,
            _port(parts),
            timeout=timeout,
            server_hostname=host,
            assert_hostname=host,
            cert_reqs="CERT_REQUIRED",
        )
    else:
        pool = urllib3.HTTPConnectionPool(address, _port(parts), timeout=timeout)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {
        "Host": parts.netloc,
        "User-Agent": USER_AGENT,
        "Accept": "text/html,*/*;q=0.5",
        "Accept-Encoding": "gzip",
    }
    try:
        return pool.request("GET", target, headers=headers, redirect=False, retries=False, preload_content=False)
    except urllib3.exceptions.HTTPError as error:
        raise SourceError(f"can't be reached ({type(error).__name__})", path=parts.geturl()) from error


def _chunks(response: urllib3.BaseHTTPResponse, limit: int, deadline: float, url: str) -> Iterator[bytes]:
    """The body, decompressed, as long as it keeps within limits."""
    size, packed = 0, response.headers.get("Content-Encoding", "identity").lower() not in ("identity", "")
    unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        for chunk in response.stream(CHUNK, decode_content=False):
            plain = unpack.decompress(chunk, limit + 1) if packed else chunk
            size += len(plain)
            if size > limit or unpack.unconsumed_tail:
                raise SourceError(f"larger than {limit:,} bytes: raise max_file_megabytes to read it", path=url)
            if time.monotonic() > deadline:
                raise SourceError("took too long to arrive", path=url)
            yield plain
    except (urllib3.exceptions.HTTPError, zlib.error) as error:
        raise SourceError(f"broke off or is damaged ({type(error).__name__})", path=url) from error
    if packed and not unpack.eof:
        raise SourceError("broke off in the middle", path=url)


def _respect_robots(parts: SplitResult, rules: FetchRules, deadline: float) -> None:
    """Refuse what the site's robots.txt forbids to all; a missing one forbids nothing (RFC 9309, 2.3.1)."""
    address = parts._replace(path="/robots.txt", query="", fragment="")
    with _open(address, rules, deadline) as response:
        if response.status != 200:
            return
        text = b"".join(_chunks(response, MAX_ROBOTS_BYTES, deadline, address.geturl())).decode("utf-8", "replace")
    robots = RobotFileParser()
    robots.parse(text.splitlines())
    if not robots.can_fetch(USER_AGENT, parts.geturl()):
        raise SourceError(
            "the site's robots.txt asks programs not to fetch this: save the page in a browser", path=parts.geturl()
        )
