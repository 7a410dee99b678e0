"""`briefbook serve`: an edit is seen once, a mistake is told and the last good pages stay."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import contextmanager

import pytest
from briefbook.cli.serving import check_address, look
from briefbook.config import load_settings
from briefbook.errors import UsageError
from briefbook.publish import create_book

from tests.cli.commands import run

TEXT = "Minister visits {place}\n\nForeign Minister Omar Haddad met envoy Lena Marsh in {place} on Friday, his office said.\n"


def test_looks_at_articles_sidecars_and_settings(tmp_path):
    create_book(tmp_path / "book")
    root = tmp_path / "book"
    settings = load_settings(root)
    before = look(root, settings)

    names = {path.relative_to(root).as_posix() for path in before}
    assert names == {"mkdocs.yml", "seeds/example.txt", "seeds/example.txt.yml"}
    (root / "seeds" / "new.txt").write_text("x", encoding="utf-8")
    assert look(root, settings) != before
    (root / "seeds" / "new.txt").unlink()
    assert look(root, settings) == before


def wait_for(condition, seconds=90):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return False


def heed_interrupts():
    """Let the server be interrupted also where the tests run as a background job, which a shell starts with SIGINT ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Server:
    """A running `briefbook serve` and what it has said so far."""

    def __init__(self, root):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        command = [sys.executable, "-m", "briefbook", "serve", "--address", self.address]
        self.process = subprocess.Popen(
            command, cwd=root, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=heed_interrupts
        )
        self.said = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self.process.stderr:
            self.said.append(line.rstrip())

    def page(self, path=""):
        try:
            with urllib.request.urlopen(f"http://{self.address}/{path}", timeout=5) as answer:
                return answer.read().decode()
        except OSError:
            return ""

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            raise

    @property
    def rebuilds(self):
        return len([line for line in self.said if line.startswith("pages: ")])

    def says(self, start, *parts):
        """Wait for a line that begins and goes on like this."""
        return wait_for(
            lambda: any(line.startswith(start) and all(part in line for part in parts) for line in self.said)
        )


@contextmanager
def serving(root):
    server = Server(root)
    try:
        yield server
    finally:
        server.status = server.stop()


@pytest.fixture
def root(tmp_path):
    create_book(tmp_path / "book")
    (tmp_path / "book" / "seeds" / "example.txt").write_text(TEXT.format(place="Oslo"), encoding="utf-8")
    return tmp_path / "book"


@pytest.mark.slow
def test_edits_show_once_and_mistakes_keep_the_last_good_pages(root):
    """One long session: an article, a sidecar, the settings, each edited, broken and mended."""
    article, sidecar, mkdocs = (root / name for name in ("seeds/example.txt", "seeds/example.txt.yml", "mkdocs.yml"))
    with serving(root) as server:
        assert wait_for(lambda: "Minister visits Oslo" in server.page()), server.said

        article.write_text(TEXT.format(place="Vienna"), encoding="utf-8")
        assert wait_for(lambda: "Minister visits Vienna" in server.page()), server.said
        time.sleep(3)
        assert server.rebuilds == 2, "one edit, one rebuild"

        sidecar.write_text("publisher: [\n", encoding="utf-8")
        assert server.says("error: ", "example.txt.yml"), server.said
        assert wait_for(lambda: "Minister visits Vienna" in server.page()), server.said
        sidecar.unlink()
        assert wait_for(lambda: server.rebuilds == 3), server.said

        good = mkdocs.read_text(encoding="utf-8")
        mkdocs.write_text(good.replace("    source_text: cited", "    sorce_text: cited"), encoding="utf-8")
        assert server.says("error: ", "mkdocs.yml", "did you mean 'source_text'?"), server.said
        assert wait_for(lambda: "Minister visits Vienna" in server.page()), server.said
        mkdocs.write_text(good, encoding="utf-8")
        assert wait_for(lambda: server.rebuilds == 4), server.said

        article.unlink()
        assert server.says("error: ", "holds no article"), server.said
        assert wait_for(lambda: "Minister visits Vienna" in server.page()), server.said
        assert not [line for line in server.said if "Traceback" in line or "end of life" in line]
    assert server.status == 130
    assert server.said[-1] == "error: interrupted"
    assert server.page() == ""


@pytest.mark.slow
def test_a_book_that_can_not_be_made_at_all_is_told_and_not_served(root):
    (root / "seeds" / "example.txt").write_text("", encoding="utf-8")

    done = run("serve", cwd=root)

    assert done.status == 1
    assert done.said[0].startswith("error: seeds/example.txt: is empty")
    assert "there are no pages to show yet" in done.said[-1]


@pytest.mark.parametrize(
    "address",
    [
        "nonsense",
        "127.0.0.1",
        ":8000",
        "127.0.0.1:",
        "127.0.0.1:0",
        "127.0.0.1:65536",
        "127.0.0.1:80x",
        "a b:80",
        "x:1:2",
        "",
    ],
)
def test_an_address_is_host_and_port(address):
    with pytest.raises(UsageError, match="--address: expected HOST:PORT such as"):
        check_address(address)


def test_an_address_in_use_is_told_before_anything_is_done():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(UsageError, match=r"can't be served at \(Address already in use\): name another one"):
            check_address(address)
    check_address(address)


def test_an_address_elsewhere_is_refused():
    with pytest.raises(UsageError, match="can't be served at"):
        check_address("192.0.2.1:8000")
