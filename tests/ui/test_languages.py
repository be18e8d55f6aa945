"""A language is added as a file: the window speaks it, and no dose, finding or number changes with it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.notebook import Setting
from desktop.notebook.notebook import open_notebook
from desktop.paths import ROOT
from shipped import shipped_files
from tests.ui import pseudo

ENGLISH = "en"
LANGUAGES = (pseudo.LONG, pseudo.MIRRORED)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the real program says on one way through it, in each language; the languages lie beside it as files."""
    program, data = tmp_path_factory.mktemp("program"), tmp_path_factory.mktemp("data")
    shutil.copytree(ROOT / "desktop", program / "desktop", ignore=shutil.ignore_patterns("__pycache__"))
    for file, place in shipped_files(ROOT):
        (program / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, program / place)
    (program / "resources" / "languages").mkdir(exist_ok=True)
    for language in LANGUAGES:
        pseudo.add_language(language, program / "resources" / "languages")
    return {language: _walked(program, data, language) for language in (ENGLISH, *LANGUAGES)}


def _walked(program: Path, data: Path, language: str) -> dict[str, Any]:
    folder, answer = data / language, data / f"{language}.json"
    folder.mkdir()
    open_notebook(folder).remember(Setting.LANGUAGE, language)
    walk = [sys.executable, "-P", str(ROOT / "tests" / "ui" / "speaking.py"), str(folder), str(answer), pseudo.MIRRORED]
    environment = os.environ | {"PYTHONPATH": str(program), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(walk, env=environment, cwd=program, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.hazard("H01")
def test_doses_and_findings_are_the_same_to_the_letter(told: dict[str, Any], language: str) -> None:
    for step in ("1366x768 case", "1366x768 findings", "800x600 case", "800x600 findings"):
        english, other = (_of_the_case(told[one][step]["documents"]) for one in (ENGLISH, language))
        assert english, step
        assert [_without_links(text) for text in english] == [_without_links(text, language) for text in other], step


def _of_the_case(documents: dict[str, str]) -> list[str]:
    return [text for place, text in documents.items() if "/CardText" in place]


def _without_links(text: str, language: str = "") -> str:
    """A document without the words that lead somewhere, which belong to the interface."""
    for link in ("copy with citation", "where this comes from"):
        text = text.replace(pseudo.said(language, link) if language else link, "")
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_read_alike(told: dict[str, Any], language: str) -> None:
    assert told[language]["refusals"] == told[ENGLISH]["refusals"]
    *wrong, right = told[ENGLISH]["refusals"]
    assert all(wrong)
    assert right == ""


def test_a_language_read_from_right_to_left_mirrors_the_window(told: dict[str, Any]) -> None:
    for language in (ENGLISH, pseudo.LONG):
        places = told[language]["places"]
        assert places["outline"] < places["page"] < places["bedside"]
    places = told[pseudo.MIRRORED]["places"]
    assert places["outline"] > places["page"] > places["bedside"]


def test_the_view_menu_offers_what_lies_beside_the_program(told: dict[str, Any]) -> None:
    assert all(told[language]["offered"] for language in (ENGLISH, *LANGUAGES))
