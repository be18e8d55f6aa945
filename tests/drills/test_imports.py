"""Imports that go wrong at every point: the old content opens or the new, never neither, and the reader knows which."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.packs.shelf import sweep
from desktop.paths import ROOT
from tests.drills.one_import import attempt, places, version_in_use
from tests.drills.strength import LONG
from tests.packs.publishing import Publisher, as_file

KILLS = 200 if LONG else 8
OLD, NEW = 2, 3
LIMITS = [0, 1, *range(50, 2000, 150), *range(4096, 900_000, 65_536)] if LONG else [0, 1, 700, 4096, 400_000]


@dataclass(frozen=True)
class Drill:
    """A reader who uses the old version, and the pack of the new one."""

    pack: Path
    shelf: Path
    root: Path

    def run(self, trouble: str, *before: str) -> tuple[str, int]:
        """What the reader is told of an import in a program of its own, and how often the trouble struck."""
        words = [*before, sys.executable, "-B", str(ROOT / "tests/drills/one_import.py")]
        words += [str(self.pack), str(self.shelf), str(self.root), trouble]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
        done = subprocess.run(
            words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
        told, count = done.stdout.split()
        return told, int(count)

    def holds(self, told: str) -> None:
        """What was told is what the next start finds, nothing is left over, and the import can be done afterwards."""
        at = places(self.shelf, self.root)
        assert version_in_use(at) == (NEW if told == "done" else OLD), told
        assert not (self.shelf / "staging").exists()
        if told != "done":
            assert attempt(self.pack, at) == "done"
        assert version_in_use(at) == NEW


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publisher with two versions, and a shelf on which the older one is in use."""
    folder = tmp_path_factory.mktemp("drill")
    publisher = Publisher(folder / "publisher")
    old = publisher.release(OLD)
    publisher.release(NEW)
    assert attempt(old, places(folder / "data" / "content", publisher.root)) == "done"
    return folder


def drill_in(ready: Path, folder: Path) -> Drill:
    shelf = Path(shutil.copytree(ready / "data", folder / "data")) / "content"
    pack = Path(shutil.copytree(ready / "publisher" / "pack 3", folder / "pack"))
    return Drill(pack, shelf, Path(shutil.copy(ready / "publisher" / "published" / "1.root.json", folder)))


@pytest.fixture
def drill(ready: Path, tmp_path: Path) -> Drill:
    return drill_in(ready, tmp_path)


def test_an_import_that_is_killed_at_any_moment_leaves_the_old_content_or_the_new(ready: Path, tmp_path: Path) -> None:
    publisher = ready / "publisher"
    words = [str(publisher / "pack 2"), str(publisher / "pack 3"), str(tmp_path)]
    words += [str(publisher / "published" / "1.root.json"), str(KILLS), "2026"]
    done = subprocess.run(
        [sys.executable, "-B", "-m", "tests.drills.kills", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == KILLS
    whole = {f"{OLD} clean done {NEW}", f"{NEW} clean pack-equal {NEW}"}
    assert [line for line in lines if line not in whole] == []
    assert f"{OLD} clean done {NEW}" in lines, "every import was done before it was killed"


def test_a_fault_at_each_file_operation_is_a_refusal_that_keeps_its_word(ready: Path, tmp_path: Path) -> None:
    whole = drill_in(ready, tmp_path / "whole")
    told, operations = whole.run("fault=1000000")
    assert told == "done"
    assert operations > 20
    outcomes = set()
    for number in range(1, operations + 1) if LONG else range(1, operations + 1, 5):
        struck = drill_in(ready, tmp_path / str(number))
        told, _ = struck.run(f"fault={number}")
        struck.holds(told)
        outcomes.add(told)
        shutil.rmtree(tmp_path / str(number))
    assert outcomes <= {
        "done",
        "not-written",
        "pack-unreadable",
        "pack-no-publisher",
        "content-damaged",
        "pack-damaged",
    }
    assert "not-written" in outcomes


@pytest.mark.parametrize("limit", LIMITS)
def test_a_disk_that_is_full_at_any_stage_is_told(drill: Drill, limit: int) -> None:
    told, _ = drill.run(f"limit={limit}")
    assert told in ("disk-full", "done")
    if limit < 4096:
        assert told == "disk-full"
    drill.holds(told)


def test_a_note_that_cannot_be_read_for_a_moment_costs_no_content(drill: Drill) -> None:
    """A sweep that took the note for an empty one would remove the very content that is in use."""
    note = drill.shelf / "active.json"
    aside = note.rename(note.with_name("aside"))
    note.symlink_to(note)
    with suppress(OSError):
        sweep(drill.shelf)
    note.unlink()
    aside.rename(note)
    assert version_in_use(places(drill.shelf, drill.root)) == OLD


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of that size; only root may have one made."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root on a system that permits it can mount a small disk; the limits above stand for it")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("spare", [8, 64, 1200] if not LONG else [*range(0, 64, 8), *range(64, 2400, 128)])
def test_a_real_disk_that_runs_full_is_told(ready: Path, tmp_path: Path, spare: int) -> None:
    used = sum(path.stat().st_size for path in (ready / "data").rglob("*") if path.is_file()) // 1024
    with small_disk(tmp_path / "disk", used + 48 + spare) as disk:
        told, _ = drill_in(ready, tmp_path / "drill").run("mount")
        whole = drill_in(ready, tmp_path / "source")
        shelf = Path(shutil.copytree(ready / "data", disk / "data")) / "content"
        struck = Drill(whole.pack, shelf, whole.root)
        told, _ = struck.run("mount")
        assert told in ("disk-full", "done")
        at = places(shelf, whole.root)
        assert version_in_use(at) == (NEW if told == "done" else OLD)
        assert not (shelf / "staging").exists()
        subprocess.run(["mount", "-o", "remount,size=20m", str(disk)], check=True)
        struck.holds(told)


@pytest.mark.parametrize("carried", ["folder", "file"])
def test_a_stick_that_is_pulled_out_while_it_is_copied_is_told(drill: Drill, tmp_path: Path, carried: str) -> None:
    if carried == "folder":
        told, _ = drill.run("pull")
        assert told == "pack-damaged"
        assert version_in_use(places(drill.shelf, drill.root)) == OLD
        return
    one = Drill(as_file(drill.pack, tmp_path / "one"), drill.shelf, drill.root)
    data = one.pack.read_bytes()
    one.pack.write_bytes(data[: len(data) // 2])
    told, _ = one.run("mount")
    assert told == "pack-damaged"
    assert version_in_use(places(drill.shelf, drill.root)) == OLD


def test_a_note_that_is_refused_three_times_and_then_granted_is_written(drill: Drill) -> None:
    assert drill.run("refuse=3") == ("done", 4)
    drill.holds("done")


def test_a_note_that_is_always_refused_changes_nothing(drill: Drill) -> None:
    told, _ = drill.run("refuse=1000")
    assert told == "not-written"
    drill.holds(told)


def test_a_reader_without_rights_is_told_and_reads_on(ready: Path) -> None:
    with tempfile.TemporaryDirectory() as open_to_all:
        folder = Path(open_to_all)
        drill = drill_in(ready, folder)
        folder.chmod(0o755)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        told, _ = drill.run("nobody")
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
        assert told == "not-written"
        drill.holds(told)


def test_of_two_imports_at_once_one_is_told_to_wait(drill: Drill) -> None:
    from desktop.packs.importing import staged

    at = places(drill.shelf, drill.root)
    with staged(drill.pack, at) as candidate:
        told, _ = drill.run("mount")
        assert told == "pack-busy"
        candidate.accept()
    drill.holds("done")


CALLS = ("fsync", "rename", "mkdir", "write", "unlink", "rmdir")


@pytest.mark.parametrize("call", CALLS if LONG else ["fsync"])
def test_the_kernel_itself_refuses_a_call_and_the_reader_is_told(ready: Path, tmp_path: Path, call: str) -> None:
    """Each call of a kind in turn, until there is none left to refuse."""
    if subprocess.run(["strace", "true"], capture_output=True, check=False).returncode:
        pytest.skip("only a system that lets one program watch another can refuse its calls")
    for number in range(1, 60 if LONG else 3):
        struck = drill_in(ready, tmp_path / str(number))
        log = tmp_path / f"trace {number}"
        inject = f"--inject={call}:error=ENOSPC:when={number}"
        try:
            told, _ = struck.run("mount", "strace", f"--output={log}", f"--trace={call}", inject)
        except (AssertionError, ValueError):
            # The write that was refused was the answer itself; what is on the disk counts all the same.
            assert call == "write"
            at = places(struck.shelf, struck.root)
            assert version_in_use(at) in (OLD, NEW)
            told = "unheard"
        if "INJECTED" not in log.read_text(encoding="utf-8", errors="replace"):
            assert number > 1
            return
        if told != "unheard":
            struck.holds(told)
        shutil.rmtree(tmp_path / str(number))
