"""Where a reader's things are kept: the chosen folder, beside a portable program, in the user's folder, or nowhere."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from desktop import paths
from desktop.paths import PORTABLE_DATA, PORTABLE_MARKER, ROOT, data_folder, data_places

HOME = "/home/ward"


@pytest.mark.parametrize(
    ("platform", "environment", "place"),
    [
        ("linux", {"HOME": HOME}, "/home/ward/.local/share/wardlight"),
        ("linux", {"HOME": HOME, "XDG_DATA_HOME": "/data"}, "/data/wardlight"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/wardlight"),
        ("linux", {"HOME": HOME, "XDG_DATA_HOME": ""}, "/home/ward/.local/share/wardlight"),
        ("linux", {"HOME": HOME, "XDG_DATA_HOME": "from/here"}, "/home/ward/.local/share/wardlight"),
        ("freebsd14", {"HOME": HOME}, "/home/ward/.local/share/wardlight"),
        ("darwin", {"HOME": HOME, "XDG_DATA_HOME": "/data"}, "/home/ward/Library/Application Support/Wardlight"),
        # On this system an absolute path begins with a slash; on Windows it is its own that is asked.
        ("win32", {"LOCALAPPDATA": "/local", "USERPROFILE": HOME}, "/local/Wardlight"),
        ("win32", {"USERPROFILE": HOME, "HOME": "/other"}, "/home/ward/AppData/Local/Wardlight"),
    ],
)
def test_every_system_has_its_own_custom(
    tmp_path: Path, platform: str, environment: Mapping[str, str], place: str
) -> None:
    assert data_places(tmp_path, platform, environment) == (Path(place),)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_a_user_without_a_home_has_no_folder(tmp_path: Path, platform: str) -> None:
    assert data_places(tmp_path, platform, {}) == ()


def test_a_portable_program_comes_before_the_user(tmp_path: Path) -> None:
    (tmp_path / PORTABLE_MARKER).touch()
    portable, user = data_places(tmp_path, "linux", {"HOME": HOME})
    assert portable == tmp_path / PORTABLE_DATA
    assert user == Path("/home/ward/.local/share/wardlight")
    assert [path.name for path in tmp_path.iterdir()] == [PORTABLE_MARKER], "looking makes nothing"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program folder, and a home beside it, that are this test's own."""
    made = tmp_path / "program"
    made.mkdir()
    monkeypatch.setattr(paths, "BESIDE_PROGRAM", made)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return made


def test_the_users_folder_is_made_and_left_empty(program: Path, tmp_path: Path) -> None:
    folder = data_folder()
    assert folder == tmp_path / "home" / ".local" / "share" / "wardlight"
    assert list(folder.iterdir()) == []
    assert folder.stat().st_mode & 0o077 == 0, "notes are the reader's own"


def test_with_the_marker_everything_is_kept_beside_the_program(program: Path, tmp_path: Path) -> None:
    (program / PORTABLE_MARKER).touch()
    assert data_folder() == program / PORTABLE_DATA
    assert not (tmp_path / "home").exists()


def test_where_the_portable_folder_cannot_be_made_the_users_is_taken(program: Path, tmp_path: Path) -> None:
    (program / PORTABLE_MARKER).touch()
    (program / PORTABLE_DATA).write_text("a file in its place")
    assert data_folder() == tmp_path / "home" / ".local" / "share" / "wardlight"


def test_where_neither_can_be_written_nothing_is_kept(program: Path, tmp_path: Path) -> None:
    (program / PORTABLE_MARKER).touch()
    (program / PORTABLE_DATA).write_text("a file in its place")
    (tmp_path / "home").write_text("a file in its place")
    assert data_folder() is None


def test_a_chosen_folder_is_made_and_taken(program: Path, tmp_path: Path) -> None:
    (program / PORTABLE_MARKER).touch()
    wanted = tmp_path / "mine" / "with a space, é, # and %"
    assert data_folder(wanted) == wanted
    assert wanted.is_dir()


def test_a_chosen_folder_from_here_stays_the_same_when_the_program_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder(Path("mine")) == tmp_path / "mine"


@pytest.mark.parametrize("chosen", ["taken/mine", "nul\0byte", "x" * 5000, "/dev/null/mine"])
def test_a_chosen_folder_that_cannot_be_written_is_not_replaced_by_another(
    program: Path, tmp_path: Path, chosen: str
) -> None:
    (tmp_path / "taken").write_text("a file in its place")
    assert data_folder(tmp_path / chosen) is None


ASK = (
    "import sys; from pathlib import Path; from desktop.paths import data_folder; print(data_folder(Path(sys.argv[1])))"
)


AS_NOBODY = "import os; os.setgroups([]); os.setgid(65534); os.setuid(65534);"


@pytest.mark.parametrize(("mode", "kept"), [(0o555, False), (0o777, True)])
def test_a_folder_is_taken_only_with_the_right_to_write_into_it(mode: int, kept: bool) -> None:
    if sys.platform == "win32":
        pytest.skip("only systems with Unix rights")
    # Root may write anywhere, so the asking is done by nobody, who must be able to come this far.
    script = f"import desktop.paths; {AS_NOBODY} {ASK}" if os.geteuid() == 0 else ASK
    with tempfile.TemporaryDirectory() as reachable:
        folder = Path(reachable, "folder")
        folder.mkdir()
        folder.chmod(mode)
        Path(reachable).chmod(0o755)
        command = [sys.executable, "-c", script, str(folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=20, check=True)
        assert done.stdout.strip() == (str(folder) if kept else "None")
        assert list(folder.iterdir()) == []


def test_two_programs_that_look_at_once_both_find_the_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ASK, str(tmp_path / "mine")]
    asked = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [one.communicate(timeout=20)[0].strip() for one in asked] == [str(tmp_path / "mine")] * 3
    assert list((tmp_path / "mine").iterdir()) == []
