"""Bars of shares and the forest of effects: drawn in token colours, within the drawing, and said again as a table."""

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from desktop.charts.forest import forest_drawing, forest_table
from desktop.charts.lettering import Drawing, lines
from desktop.charts.shares import shares_drawing, shares_table
from desktop.content.library import Library
from desktop.domain.evidence import Arm, Count, Effect, Outcome, Study, counted, measured
from desktop.domain.proportions import wilson
from desktop.domain.provenance import Verification

WIDTHS = (200, 280, 520)


def _study(*, preclinical: bool = False, level: Verification = Verification.SECONDARY) -> Study:
    arms = (
        Arm("the pair", 10, 52, None, level),
        Arm("others, of which only a per cent was seen", None, None, "44%", level),
    )
    ratio = Decimal("0.5")
    effect = Effect("risk ratio", "Death", "one", "two", ratio, Decimal("0.25"), Decimal(1), None, "pooled", level)
    return Study(
        id="study-one",
        title="One & two",
        design="A cohort.",
        population="Patients.",
        size="52",
        shows="Something.",
        cannot_show="The rest.",
        overlaps=(),
        overlap_note=None,
        preclinical=preclinical,
        verification=level,
        sources=(),
        counts=(Count(Outcome.DIED, "Died", arms),),
        effects=(effect,),
    )


def _shapes(drawing: Drawing, name: str) -> list[dict[str, str]]:
    root = ET.fromstring(drawing.svg)
    return [dict(found.attrib) for found in root.iter(f"{{http://www.w3.org/2000/svg}}{name}")]


def test_a_bar_is_as_long_as_its_share_and_its_line_is_the_wilson_interval() -> None:
    drawing = shares_drawing(tuple(counted([_study()], Outcome.DIED)), "Died", 522)
    (bar,) = _shapes(drawing, "rect")
    assert float(bar["width"]) == pytest.approx(520 * 10 / 52, abs=0.1)
    interval = wilson(10, 52)
    path = _shapes(drawing, "path")[-1]["d"]
    ends = [float(found) for found in re.findall(r"M([\d.]+) [\d.]+V", path)]
    assert ends == pytest.approx([1 + 520 * float(interval.low), 1 + 520 * float(interval.high)], abs=0.1)


def test_a_percent_without_counts_is_neither_drawn_nor_given_an_interval() -> None:
    found = tuple(counted([_study()], Outcome.DIED))
    assert shares_table(found) == (
        ("One & two", "Died", "the pair", "10 of 52 (19.2%), 95% interval 10.8% to 31.9%", "secondary source"),
    )
    assert "44" not in shares_drawing(found, "Died", 520).svg


def test_laboratory_work_is_never_counted_with_patients() -> None:
    assert list(counted([_study(preclinical=True)], Outcome.DIED)) == []
    assert list(measured([_study(preclinical=True)])) == []


@pytest.mark.parametrize(("level", "dashed"), [(Verification.UNVERIFIED, True), (Verification.SECONDARY, False)])
def test_what_was_not_checked_is_hollow_dashed_and_says_so(level: Verification, dashed: bool) -> None:
    study = _study(level=level)
    bars = shares_drawing(tuple(counted([study], Outcome.DIED)), "Died", 520)
    forest = forest_drawing(tuple(measured([study])), 520)
    assert ("(unverified)" in bars.svg) is dashed
    assert ("(unverified)" in forest.svg) is dashed
    for drawing, filled in ((bars, "@accent"), (forest, "@accent")):
        (shape,) = _shapes(drawing, "rect")
        assert (shape["fill"] == filled) is not dashed


def test_the_axis_of_effects_is_logarithmic() -> None:
    drawing = forest_drawing(tuple(measured([_study()])), 520)
    (square,) = _shapes(drawing, "rect")
    middle = float(square["x"]) + float(square["width"]) / 2
    # On an axis from 0.25 to 2 the ratio 0.5 lies a third of the way, and 1 two thirds.
    assert middle == pytest.approx(6 + 508 / 3, abs=0.2)
    (interval,) = [line for line in _shapes(drawing, "line") if line["stroke"] == "@ink"]
    ends = [float(interval["x1"]), float(interval["x2"])]
    assert ends == pytest.approx([6, 6 + 508 * 2 / 3], abs=0.2)


def test_a_measure_without_an_interval_is_drawn_without_one() -> None:
    effect = Effect(
        "hazard ratio", "Death", "a", "b", Decimal(2), None, None, "P = 0.1", "adjusted", Verification.SECONDARY
    )
    drawing = forest_drawing([(_study(), effect)], 520)
    assert [line for line in _shapes(drawing, "line") if line["stroke"] == "@ink"] == []
    assert forest_table([(_study(), effect)])[0][3] == "hazard ratio 2, P = 0.1; adjusted"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_librarys_charts_stay_within_their_drawing_at_every_width(library: Library, width: int) -> None:
    studies = library.studies("ndm")
    drawings = [
        shares_drawing(tuple(counted(studies, outcome)), "", width) for outcome in (Outcome.DIED, Outcome.CURED)
    ]
    drawings.append(forest_drawing(tuple(measured(studies)), width))
    for drawing in drawings:
        assert set(re.findall(r'(?:fill|stroke)="(?!@|none)([^"]*)"', drawing.svg)) == set()
        for rect in _shapes(drawing, "rect"):
            assert 0 <= float(rect["x"]) <= float(rect["x"]) + float(rect["width"]) <= width
            assert float(rect["y"]) + float(rect["height"]) <= drawing.height
        assert max(float(text["y"]) for text in _shapes(drawing, "text")) < drawing.height


def test_every_share_of_the_library_is_in_its_table(library: Library) -> None:
    studies = library.studies("ndm")
    rows = shares_table(tuple(counted(studies, Outcome.DIED)))
    assert ("Falcone 2021", "Died within 30 days", "the pair") in {row[:3] for row in rows}
    assert len(rows) == sum(len(_drawn(study)) for study in studies)
    assert len(forest_table(tuple(measured(studies)))) == 4


def _drawn(study: Study) -> list[Arm]:
    counts = [count for count in study.counts if count.outcome is Outcome.DIED and not study.preclinical]
    return [arm for count in counts for arm in count.arms if arm.counts]


def test_words_are_broken_between_words_only() -> None:
    assert lines("one two three", 60) == ["one two", "three"]
    assert lines("", 60) == []
