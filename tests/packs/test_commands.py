"""Packs on the command line, with a copy of the program that was built with a publisher's root."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.packs.shelf import read_note
from desktop.paths import ROOT
from tests.packs.publishing import Publisher


@dataclass(frozen=True)
class Program:
    """A program of its own, and the folder of its reader."""

    folder: Path
    data: Path

    def run(self, *words: str | Path, status: int = 0) -> dict[str, Any]:
        """The answer of a command."""
        command = [sys.executable, "-B", "-m", "desktop", *map(str, words), "--data", str(self.data), "--json"]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, timeout=120, check=False)
        assert "Traceback" not in done.stderr
        assert done.returncode == status, done.stdout + done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found | ({"said": done.stderr} if done.stderr else {})

    @property
    def active(self) -> Path:
        """The content file in use."""
        note = read_note(self.data / "content")
        assert note.active is not None
        return self.data / "content" / "versions" / note.active.folder / f"{note.active.sha256}.content.db"


@pytest.fixture(scope="session")
def built(published: Publisher, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("program")
    shutil.copytree(ROOT / "desktop", folder / "desktop", ignore=shutil.ignore_patterns("__pycache__", "compiler"))
    (folder / "resources" / "trust").mkdir(parents=True)
    shutil.copy(ROOT / "content.db", folder)
    shutil.copy(ROOT / "resources" / "content.sha256", folder / "resources")
    shutil.copy(published.root, folder / "resources" / "trust" / "root.json")
    return folder


@pytest.fixture
def program(built: Path, tmp_path: Path) -> Program:
    return Program(built, tmp_path / "Ä reader #1")


def test_a_pack_is_imported_read_and_taken_back(program: Program, pack: Path) -> None:
    answer = program.run("content", "import", pack)
    assert (answer["imported"], answer["version"], answer["publisher"], answer["warnings"]) == (
        True,
        5,
        "publisher",
        [],
    )
    assert answer["clinical_changes"] == 0
    info = program.run("content", "info")
    assert (info["source"], info["version"], info["sha256"]) == ("imported", 5, answer["sha256"])
    assert program.run("content", "verify")["ok"] is True
    assert program.run("content", "rollback") == {"rolled_back": True, "version": None}
    assert program.run("content", "info")["source"] == "bundled"
    assert program.run("content", "rollback", status=2)["error"]["code"] == "nothing-before"


def test_the_self_test_looks_at_the_signatures_again(program: Program, pack: Path) -> None:
    program.run("content", "import", pack)
    (fonts := program.folder / "resources" / "fonts").mkdir(exist_ok=True)
    shutil.copytree(ROOT / "resources" / "fonts", fonts, dirs_exist_ok=True)
    shutil.copytree(ROOT / "resources" / "theme", program.folder / "resources" / "theme", dirs_exist_ok=True)
    told = {check["name"]: check for check in program.run("self-test")["checks"]}
    assert "Signed by the publisher: version 5" in told["signatures"]["detail"]
    targets = program.active.with_name("targets.json")
    targets.write_bytes(targets.read_bytes().replace(b'"sig":"', b'"sig":"0'))
    checks = program.run("self-test", status=3)["checks"]
    assert [check["name"] for check in checks if not check["ok"]] == ["signatures"]


@pytest.mark.hazard("H07")
def test_imported_content_that_was_altered_is_found_at_the_start(program: Program, pack: Path) -> None:
    program.run("content", "import", pack)
    data = bytearray(program.active.read_bytes())
    data[len(data) // 2] ^= 1
    program.active.write_bytes(data)
    info = program.run("content", "info")
    assert info["source"] == "bundled"
    assert "was changed after it was made" in info["said"]
    assert "In use: the content that came with the program" in info["said"]
    assert "import the content pack again" in info["said"].lower()
    assert program.run("content", "import", pack)["version"] == 5
    assert "said" not in program.run("content", "info")


def test_where_everything_is_damaged_nothing_is_answered(
    built: Path, program: Program, pack: Path, tmp_path: Path
) -> None:
    broken = Program(Path(shutil.copytree(built, tmp_path / "broken")), program.data)
    broken.run("content", "import", pack)
    for content in (broken.active, broken.folder / "content.db"):
        content.write_bytes(content.read_bytes()[:-1])
    for words in (["read", "ndm"], ["dose", "--drug", "aztreonam", "--crcl", "60"], ["content", "verify"]):
        assert broken.run(*words, status=3)["error"]["code"] == "content-damaged"
    assert broken.run("content", "import", pack)["version"] == 5
    assert broken.run("content", "info")["source"] == "imported"


@pytest.mark.parametrize("note", [b"", b"\xff\xfe\0", b"null", b"[]", b"{}", b"x" * 200_000])
def test_a_note_that_cannot_be_read_leads_to_the_bundled_content_and_says_so(
    program: Program, pack: Path, note: bytes
) -> None:
    program.run("content", "import", pack)
    (program.data / "content" / "active.json").write_bytes(note)
    info = program.run("content", "info")
    assert info["source"] == "bundled"
    assert "cannot be read any more" in info["said"]
    assert program.run("content", "import", pack)["version"] == 5


def test_a_note_that_is_lost_leads_to_the_bundled_content_and_says_so(program: Program, pack: Path) -> None:
    assert "said" not in program.run("content", "info")
    program.run("content", "import", pack)
    (program.data / "content" / "active.json").unlink()
    info = program.run("content", "info")
    assert info["source"] == "bundled"
    assert "the note of it is lost" in info["said"]
    assert program.run("content", "import", pack)["version"] == 5
    assert "said" not in program.run("content", "info")


@pytest.mark.parametrize("folder", ["../../../etc", "/etc", "v5-../x", "", ".", "v5-zzzzzzzz"])
def test_a_note_that_leads_elsewhere_is_not_followed(program: Program, pack: Path, folder: str) -> None:
    program.run("content", "import", pack)
    place = program.data / "content" / "active.json"
    found = json.loads(place.read_bytes())
    found["active"]["folder"] = folder
    place.write_text(json.dumps(found), encoding="utf-8")
    assert program.run("content", "info")["source"] == "bundled"


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("import", "no such pack"), 2, "pack-missing"),
        (("import", "/dev/null"), 2, "pack-missing"),
        (("import", str(ROOT / "content.db")), 3, "pack-foreign"),
        (("import", str(ROOT / "desktop")), 3, "pack-foreign"),
        (("rollback",), 2, "nothing-before"),
    ],
)
def test_a_refusal_is_an_error_object_with_its_status(
    program: Program, words: tuple[str, ...], status: int, code: str
) -> None:
    error = program.run("content", *words, status=status)["error"]
    assert (error["code"], error["field"]) == (code, None)


def test_this_checkout_accepts_no_packs_and_says_so(pack: Path, tmp_path: Path) -> None:
    error = Program(ROOT, tmp_path).run("content", "import", pack, status=2)["error"]
    assert error["code"] == "pack-no-publisher"
    assert "accepts no content packs" in error["message"]
    assert list(tmp_path.glob("content/versions")) == []


def test_content_that_fails_a_check_of_this_machine_is_not_kept(
    program: Program, published: Publisher, tmp_path: Path
) -> None:
    from tests.packs.test_tampering import signed_anyway

    wrong = signed_anyway(published, tmp_path, ["UPDATE worked_example SET total_mg_low = '1', total_mg_high = '1'"])
    assert "fails a check" in program.run("content", "import", wrong, status=3)["error"]["message"]
    assert program.run("content", "info")["source"] == "bundled"


WITHOUT_CRYPTOGRAPHY = """
import sys
sys.modules["cryptography"] = None
from desktop.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("spoilt", [False, True])
def test_the_signatures_are_checked_alike_without_the_publishers_library(
    program: Program, pack: Path, spoilt: bool
) -> None:
    if spoilt:
        targets = pack / "targets.json"
        targets.write_bytes(targets.read_bytes().replace(b'"version":5', b'"version":6'))
    command = [sys.executable, "-B", "-c", WITHOUT_CRYPTOGRAPHY, "content", "import", str(pack)]
    done = subprocess.run(
        [*command, "--data", str(program.data), "--json"],
        cwd=program.folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    answer = json.loads(done.stdout)
    assert done.returncode == (3 if spoilt else 0)
    assert answer["error"]["code"] == "pack-not-signed" if spoilt else answer["version"] == 5
