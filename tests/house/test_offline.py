"""The tests themselves are offline: a socket is refused, and swallowing the refusal does not help."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.paths import ROOT
from tests.conftest import SocketGuard, SocketRefusedError

SWALLOWING = """
import contextlib
import socket

def test_quiet():
    with contextlib.suppress(Exception):
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)

def test_innocent():
    pass
"""


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6, socket.AF_UNIX])
def test_a_socket_of_any_family_is_refused(socket_guard: SocketGuard, family: socket.AddressFamily) -> None:
    with pytest.raises(SocketRefusedError, match="offline"):
        socket.socket(family, socket.SOCK_STREAM)
    assert len(socket_guard.refused) == 1
    socket_guard.refused.clear()


def test_looking_up_a_name_is_refused(socket_guard: SocketGuard) -> None:
    for reach in (lambda: socket.getaddrinfo("localhost", 80), lambda: socket.gethostbyname("localhost")):
        with pytest.raises(SocketRefusedError, match="offline"):
            reach()
    socket_guard.refused.clear()


def test_a_swallowed_refusal_still_fails_the_test_that_swallowed_it(tmp_path: Path) -> None:
    (tmp_path / "test_scratch.py").write_text(SWALLOWING, encoding="utf-8")
    (tmp_path / "conftest.py").write_text(
        "from tests.conftest import *  # the fixtures of the suite\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--rootdir={tmp_path}", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "2 passed, 1 error" in done.stdout
    assert "sockets were asked for" in done.stdout
