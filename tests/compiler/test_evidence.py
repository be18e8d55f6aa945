"""Studies, guidelines and breakpoints: read whole, and refused by name where they cannot be right."""

from collections.abc import Callable
from pathlib import Path

import pytest

Lines = Callable[[], list[str]]

STUDY = """
[[study]]
id = "study-one"
title = "One"
design = "A cohort."
population = "Patients."
size = "20 patients"
shows = "Something."
cannot_show = "Everything else."
citations = [{ ref = "guideline2026" }]
verification = "secondary"

[[study.count]]
outcome = "died"
title = "Died"
arm = [{ label = "all", events = 2, total = 20 }]

[[study.effect]]
measure = "hazard ratio"
title = "Death"
first = "one"
second = "the other"
value = 0.5
low = 0.25
high = 0.9
adjusted = "adjusted"
"""
GUIDELINE = """
[[guideline]]
id = "guideline-one"
name = "Guideline"
issued = "2026"
graded_with = "GRADE"
citations = [{ ref = "guideline2026" }]
verification = "secondary"
preferred = { text = "This.", strength = "strong", certainty = "low" }
alternative = { text = "That." }
polymyxins = { text = "Neither." }
combination = { text = "None." }
"""
BREAKPOINT = """
[[breakpoint]]
drug = "aztreonam"
standard = "CLSI"
susceptible = { text = "4 or less" }
citations = [{ ref = "guideline2026" }]
verification = "secondary"
"""
FILES = {"evidence.toml": STUDY, "guidelines.toml": GUIDELINE, "breakpoints.toml": BREAKPOINT}


@pytest.fixture
def write(sample: Path) -> Callable[[str, str], None]:
    """Writes one of the three files into the sample's topic."""

    def written(name: str, text: str) -> None:
        (sample / "topics" / "ndm" / name).write_text(text, encoding="utf-8")

    return written


def test_all_three_are_read_without_a_fault(write: Callable[[str, str], None], lines: Lines) -> None:
    for name, text in FILES.items():
        write(name, text)
    assert lines() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("evidence.toml", "events = 2, total = 20", "events = 21, total = 20", "21 of 20 is no share"),
        ("evidence.toml", "events = 2, total = 20", "events = 0, total = 0", "0 of 0 is no share"),
        ("evidence.toml", "events = 2, total = 20", "events = 2", "events and total do not stand together"),
        (
            "evidence.toml",
            "total = 20 }",
            'total = 20, percent = "10%" }',
            "it has not exactly one of counts and percent",
        ),
        ("evidence.toml", "high = 0.9", "high = 0.4", "its interval does not hold its value"),
        ("evidence.toml", "high = 0.9\n", "", "low and high do not stand together"),
        (
            "evidence.toml",
            'measure = "hazard ratio"',
            'measure = "odds"',
            '"odds" is not one of hazard ratio, risk ratio',
        ),
        (
            "evidence.toml",
            "citations",
            'overlaps = ["study-two"]\noverlap_note = "Some."\ncitations',
            "it overlaps with",
        ),
        ("evidence.toml", "citations", "preclinical = true\ncitations", "laboratory or animal work counts people"),
        ("evidence.toml", "guideline2026", "nobody", 'reference "nobody" is not in references.toml'),
        ("guidelines.toml", ', certainty = "low"', "", "strength and certainty do not stand together"),
        ("guidelines.toml", ', strength = "strong", certainty = "low"', "", "it uses GRADE and no grade is given"),
        ("guidelines.toml", "polymyxins = { text", "polymyxin = { text", 'there is no key "polymyxin" here'),
        ("breakpoints.toml", '"aztreonam"', '"aspirin"', '"aspirin" is not one of'),
        ("breakpoints.toml", 'susceptible = { text = "4 or less" }\n', "", "it says nothing"),
        ("breakpoints.toml", "4 or less", "≤4", '"≤4" is no safe way to write it'),
    ],
)
def test_what_cannot_be_right_is_named(
    write: Callable[[str, str], None], lines: Lines, file: str, old: str, new: str, what: str
) -> None:
    assert old in FILES[file]
    write(file, FILES[file].replace(old, new, 1))
    assert any(line.startswith(f"ndm/{file}, ") and what in line for line in lines()), lines()


def test_a_breakpoint_written_twice_is_named(write: Callable[[str, str], None], lines: Lines) -> None:
    write("breakpoints.toml", BREAKPOINT + BREAKPOINT)
    assert set(lines()) == {
        'ndm/breakpoints.toml, breakpoint "aztreonam" by CLSI: it is written more than once. Keep one of each edition.'
    }


@pytest.mark.parametrize(
    ("generated", "file"),
    [("studies", "evidence.toml"), ("guidelines", "guidelines.toml"), ("breakpoints", "breakpoints.toml")],
)
def test_a_section_filled_with_a_list_that_is_not_there_names_its_file(
    sample: Path, lines: Lines, generated: str, file: str
) -> None:
    guidance = sample / "topics" / "ndm" / "guidance.md"
    text = guidance.read_text(encoding="utf-8")
    guidance.write_text(f"{text}\n## More {{#more generated={generated}}}\n", encoding="utf-8")
    what = f"it is filled with the topic's {generated}, and there is no file of them. Write {file}."
    assert lines() == [f'ndm/guidance.md, section "more": {what}']
