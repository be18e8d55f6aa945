"""The program's own words and its print templates are read by the same rules as the content."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.compiler.interface import interface_faults
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.reading import read_library
from desktop.paths import LIBRARY

Plant = Callable[[str, str], list[str]]


@pytest.fixture(scope="module")
def library() -> AuthoredLibrary:
    return read_library(LIBRARY)[0]


@pytest.fixture
def plant(tmp_path: Path, library: AuthoredLibrary) -> Plant:
    """The faults of a program that holds one file."""

    def planted(file: str, text: str) -> list[str]:
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return [fault.line for fault in interface_faults(library, tmp_path / "desktop", tmp_path / "templates")]

    return planted


def test_the_program_and_its_templates_have_no_fault(library: AuthoredLibrary) -> None:
    assert [fault.line for fault in interface_faults(library)] == []


@pytest.mark.parametrize(
    ("room", "code", "form"),
    [
        ("ui", 'label("Give 2g")', "2g"),
        ("commands", 'say(f"{drug}, q8h")', "q8h"),
        ("domain", 'WORDS = ("a", "above >50")', ">50"),
        ("sheets", 'x = f"{a} of 1000 mg"', "1000 mg"),
        ("ui", 'x = f"{a} AZT"', "AZT"),
        ("ui", "x = f'<p class=\"a\">This is safe{a}</p>'", "safe"),
    ],
)
def test_a_string_that_can_be_misread_is_named_with_its_line(plant: Plant, room: str, code: str, form: str) -> None:
    (line,) = plant(f"desktop/{room}/words.py", f'"""Never 2g: a docstring."""\n\n\n{code}\n')
    assert line.startswith(f'desktop/{room}/words.py, line 4: "{form}" is no safe way to write it.')


def test_a_room_that_is_one_file_is_read_too(plant: Plant) -> None:
    assert len(plant("desktop/health.py", 'x = "2g"')) == 1


@pytest.mark.parametrize(
    "code",
    [
        r're.compile(r"\d{1,3}mg")',
        'struct.Struct("<4s")',
        'f"{a:<7}"',
        'f"{a}/{b}"',
        '"a" "b"',
        "'<td width=\"2g\">x</td>'",
    ],
)
def test_patterns_formats_and_marks_are_no_words(plant: Plant, code: str) -> None:
    assert plant("desktop/ui/words.py", f"x = {code}") == []


def test_compiler_messages_may_quote_what_is_wrong(plant: Plant) -> None:
    assert plant("desktop/compiler/words.py", 'x = "2g"') == []


def test_a_print_template_is_read_line_by_line(plant: Plant) -> None:
    (line,) = plant("templates/card.html", "<p>{{ 'a' }}</p>\n<p>{% if a > 1 %}Give 2g{% endif %}</p>\n")
    assert line.startswith('templates/card.html, line 2: "2g" is no safe way to write it.')
