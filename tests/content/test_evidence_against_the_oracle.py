"""Every figure of the studies, breakpoints and grades against a second writing that never saw the library."""

import pytest

from desktop.content.library import Library
from desktop.domain.evidence import Arm, Outcome
from desktop.domain.guidelines import Aspect
from tests.oracle.evidence import BREAKPOINTS, COUNTS, EFFECTS, GUIDELINES, PERCENTS


def _arms(library: Library, outcome: Outcome) -> list[Arm]:
    counts = [count for study in library.studies("ndm") for count in study.counts if count.outcome is outcome]
    return [arm for count in counts for arm in count.arms]


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_count_and_percent_is_the_one_recorded(library: Library, outcome: Outcome) -> None:
    arms = _arms(library, outcome)
    counted = [(arm.events, arm.total, arm.verification.value) for arm in arms if arm.counts]
    printed = [(arm.percent, arm.verification.value) for arm in arms if arm.counts is None]
    assert sorted(map(str, counted)) == sorted(map(str, COUNTS.get(outcome.value, set())))
    assert sorted(map(str, printed)) == sorted(map(str, PERCENTS.get(outcome.value, set())))


def test_every_effect_is_the_one_printed(library: Library) -> None:
    effects = [effect for study in library.studies("ndm") for effect in study.effects]
    found = {(one.measure, str(one.value), str(one.low), str(one.high), one.verification.value) for one in effects}
    assert found == EFFECTS
    assert len(effects) == len(EFFECTS)


def test_the_recalled_subgroups_add_up_to_what_was_read(library: Library) -> None:
    cured = {study.id: study.counts[0].arms for study in library.studies("ndm") if study.counts}
    parts, whole = (cured["study-credible-mbl"], cured["study-apeks-mbl"]), cured["study-timsit-2022"]
    for at in (0, 1):
        pairs = [arms[at].counts or (0, 0) for arms in parts]
        assert tuple(map(sum, zip(*pairs, strict=True))) == whole[at].counts


def test_every_breakpoint_is_the_one_recorded(library: Library) -> None:
    found = {
        (one.drug, one.standard): tuple(limit and (limit.text, limit.verification.value) for limit in one.limits)
        for one in library.breakpoints("testing-for-mbl")
    }
    assert found == BREAKPOINTS


def test_every_grade_is_the_one_recorded(library: Library) -> None:
    found = {}
    for guideline in library.guidelines("ndm"):
        first, second = (guideline.positions[aspect] for aspect in (Aspect.PREFERRED, Aspect.ALTERNATIVE))
        grades = (first.strength, first.certainty), (second.strength, second.certainty)
        found[guideline.id] = (*grades, guideline.graded_with, guideline.verification.value)
    assert found == GUIDELINES


def test_the_text_of_a_breakpoint_says_what_its_table_says(library: Library) -> None:
    sections = library.topic("testing-for-mbl").sections
    said = {s.id: s.text for section in sections for s in section.statements if s.id.startswith("breakpoints-")}
    for one in library.breakpoints("testing-for-mbl"):
        key = "breakpoints-polymyxins" if one.drug in ("colistin", "polymyxin-b") else f"breakpoints-{one.drug}"
        for limit in (limit for limit in one.limits if limit is not None):
            number = "".join(mark for mark in limit.text if mark.isdigit())
            assert number in said[key], (one.drug, one.standard, limit.text)
