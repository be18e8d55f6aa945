"""The pages about the library itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.content.library import Library

Lines = Callable[[], list[str]]
HEAD = '+++\ntitle = "About"\nposition = 1\n+++\n'


def _write(sample: Path, name: str, text: str) -> None:
    (sample / "pages").mkdir(exist_ok=True)
    (sample / "pages" / name).write_text(text, encoding="utf-8")


def test_a_page_with_its_head_has_no_fault(sample: Path, lines: Lines) -> None:
    _write(sample, "about.md", f"{HEAD}Words about [it](reference:label_us).\n")
    assert lines() == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Words.", "it has no head"),
        (f"Words.\n{HEAD}", "it has no head"),
        ("+++\ntitle = 1\nposition = 1\n+++\nWords.", "it is not text"),
        ("+++\ntitle = \n+++\nWords.", "not TOML"),
        (f"{HEAD}Give 2g.", '"2g" is no safe way to write it'),
        (f"{HEAD}[it](https://example.org/)", "leaves the library"),
        (f"{HEAD}[it](drug:aspirin)", "leads nowhere"),
        (f"{HEAD}<b>it</b>", "raw HTML"),
        (HEAD, "no words at all"),
    ],
)
def test_a_fault_of_a_page_is_named(sample: Path, lines: Lines, text: str, wanted: str) -> None:
    _write(sample, "about.md", text)
    (line,) = lines()
    assert line.startswith("pages/about.md, ")
    assert wanted in line


def test_two_pages_in_one_place_are_named(sample: Path, lines: Lines) -> None:
    _write(sample, "about.md", f"{HEAD}Words.")
    _write(sample, "more.md", f"{HEAD}Words.")
    assert len([line for line in lines() if "another page has it too" in line]) == 2


def test_the_library_says_what_it_is_and_how_to_report_an_error(library: Library) -> None:
    pages = {page.id: page for page in library.pages}
    assert list(pages) == [
        "intended-use",
        "disclaimer",
        "editorial-policy",
        "conflicts-of-interest",
        "content-licence",
        "report-an-error",
    ]
    assert "No clinician has reviewed this edition" in pages["intended-use"].text
    assert pages["report-an-error"].text.count("______") >= 6
