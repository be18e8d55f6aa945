"""A language is added as a file: the window speaks it, and no dose, finding or number changes with it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
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
# The screen that Qt plays without one is 800 wide; in this one a window of either size has its room.
_SCREEN = {
    "name": "ward",
    "x": 0,
    "y": 0,
    "width": 1366,
    "height": 768,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
# Spaces and hyphens that do not break, and marks that keep words of two directions in their order.
_PLAIN = {0xA0: " ", 0x2011: "-", 0x2066: None, 0x2069: None}
_TAG, _KEYS = re.compile(r"<[^>]*>"), re.compile(r"\b(Ctrl|Alt|Shift)\+\S+")
# What several texts are joined by.
_JOINT = re.compile(r"(?<=:) | · |, | \+ ")


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
    walk = [sys.executable, "-P", str(ROOT / "tests" / "ui" / "hearing.py"), str(folder), str(answer), pseudo.MIRRORED]
    screen = data / "screen.json"
    screen.write_text(json.dumps({"windowFrameMargins": False, "screens": [_SCREEN]}), encoding="utf-8")
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join((str(program), str(ROOT))),
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
    }
    done = subprocess.run(walk, env=environment, cwd=program, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
    return found


def _looks(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {step: look for step, look in told.items() if isinstance(look, dict) and "words" in look}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_in_sight_is_translated_or_no_word_of_the_interface(told: dict[str, Any], language: str) -> None:
    heard = {_plain(text).strip() for text in told[language]["heard"]}

    @cache
    def is_accounted_for(text: str) -> bool:
        """Whether a text is no prose, or was heard elsewhere than in the interface, whole or joined of such texts."""
        text = text.strip()
        if text in heard or not re.search("[A-Za-z]{2}", pseudo.untranslated(language, text)):
            return True
        if (bare := text.strip("·:,()▾⚠ ")) != text and is_accounted_for(bare):
            return True
        halves = ((text[: at.start()], text[at.end() :]) for at in _JOINT.finditer(text))
        return any(is_accounted_for(before) and is_accounted_for(after) for before, after in halves)

    looks = _looks(told[language])
    assert looks.keys() == _looks(told[ENGLISH]).keys()
    left = {
        f"{rest.strip()!r} in {text!r} at {place}"
        for look in looks.values()
        for place, text in look["words"].items()
        for rest in _left_of(language, _plain(text))
        if not is_accounted_for(rest)
    }
    assert not left


def _plain(text: str) -> str:
    return _TAG.sub("", text).translate(_PLAIN)


def _left_of(language: str, text: str) -> Iterator[str]:
    """What stands between the translated words of a text, without the names of keys."""
    return (_KEYS.sub("", rest) for rest in pseudo.between_translated(language, text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_much_is_translated(told: dict[str, Any], language: str) -> None:
    texts = {text for look in _looks(told[language]).values() for text in look["words"].values()}
    assert sum(len(pseudo.between_translated(language, text)) > 1 for text in texts) > 150


@pytest.mark.parametrize("language", [ENGLISH, *LANGUAGES])
def test_nothing_is_cut(told: dict[str, Any], language: str) -> None:
    assert [told[language][f"size {width}"] for width in (1366, 800)] == [[1366, 768], [800, 600]]
    assert not {step: look["cut"] for step, look in _looks(told[language]).items() if look["cut"]}


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
