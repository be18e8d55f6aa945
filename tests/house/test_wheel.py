"""A wheel carries the content: installed somewhere else, it opens its own content.db."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from desktop.content.library import Library
from desktop.paths import ROOT

READ = """
import json
import desktop
from desktop.content.library import Library
from desktop.content.opening import open_content
from desktop.paths import RESOURCES

library = Library(open_content())
print(json.dumps({
    "file": desktop.__file__, "edition": library.edition.edition, "source": library.source, "sha256": library.sha256,
    "theme": (RESOURCES / "theme").is_dir(), "fonts": len(list((RESOURCES / "fonts").glob("*.ttf"))),
}))
"""


def _run(*command: str, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_an_installed_wheel_opens_its_own_content_from_another_folder(
    wheel: Path, tmp_path: Path, library: Library
) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    install = ("install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", "--target", str(site))
    _run(sys.executable, "-m", "pip", *install, str(wheel), cwd=elsewhere)
    read = json.loads(_run(sys.executable, "-c", READ, cwd=elsewhere, PYTHONPATH=str(site)))
    assert Path(read["file"]).is_relative_to(site)
    assert read["source"] == "bundled"
    assert read["edition"] == library.edition.edition
    assert read["sha256"] == library.sha256
    assert read["theme"]
    assert read["fonts"]


def test_a_wheel_carries_what_ships_and_not_what_authors_write(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "desktop/shipped/content.db" in names
    assert "desktop/shipped/resources/content.sha256" in names
    assert "desktop/shipped/resources/safety/hazards.toml" in names
    assert not [name for name in names if "/library/" in name or "__pycache__" in name]
    assert not [name for name in names if name.startswith(("tests/", "packaging/"))]
    assert [name for name in names if name.endswith("licenses/LICENSE")]
