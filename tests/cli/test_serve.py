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

import pytest
from briefbook.cli.serving import look
from briefbook.publish import create_book

TEXT = "Minister visits {place}\n\nForeign Minister Omar Haddad met envoy Lena Marsh in {place} on Friday, his office said.\n"


def test_looks_at_articles_sidecars_and_settings(tmp_path):
    create_book(tmp_path / "book")
    root = tmp_path / "book"
    before = look(root, "seeds")

    names = {path.relative_to(root).as_posix() for path in before}
    assert names == {"mkdocs.yml", "seeds/example.txt", "seeds/example.txt.yml"}
    (root / "seeds" / "new.txt").write_text("x", encoding="utf-8")
    assert look(root, "seeds") != before
    (root / "seeds" / "new.txt").unlink()
    assert look(root, "seeds") == before


def wait_for(condition, seconds=90):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return False


class Server:
    """A running `briefbook serve` and what it has said so far."""

    def __init__(self, root):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        command = [sys.executable, "-m", "briefbook", "serve", "--address", self.address]
        self.process = subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True, start_new_session=True)
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


@pytest.mark.slow
def test_edit_shows_once_and_a_mistake_keeps_the_last_good_pages(tmp_path):
    root = tmp_path / "book"
    create_book(root)
    (root / "seeds" / "example.txt").write_text(TEXT.format(place="Oslo"), encoding="utf-8")
    server = Server(root)
    try:
        assert wait_for(lambda: "Minister visits Oslo" in server.page()), server.said

        (root / "seeds" / "example.txt").write_text(TEXT.format(place="Vienna"), encoding="utf-8")
        assert wait_for(lambda: "Minister visits Vienna" in server.page()), server.said
        time.sleep(3)
        assert len([line for line in server.said if line.startswith("pages: ")]) == 2, "one edit, one rebuild"

        (root / "seeds" / "example.txt.yml").write_text("publisher: [\n", encoding="utf-8")
        assert wait_for(lambda: any(line.startswith("error: ") and "example.txt.yml" in line for line in server.said))
        assert "Minister visits Vienna" in server.page()
    finally:
        status = server.stop()
    assert status == 130
    assert server.said[-1] == "error: interrupted"
    assert server.page() == ""
