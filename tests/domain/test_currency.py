"""How old content is, on the right day, too late, and with a wrong clock."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.content.library import Library
from desktop.domain.currency import Age, Currency, currency, span_words, step_words
from desktop.domain.dates import day_number
from desktop.domain.guidance import Review


@pytest.fixture
def on(library: Library) -> object:
    """The currency of the sample topic on a day."""
    edition = replace(library.edition, last_updated="2026-11-22", review_by="2027-05-01")
    topic = replace(library.topic("ndm"), last_updated="2026-11-20", evidence_through="2026-03-01")
    return lambda day: currency(topic, edition, day)


def _on(on: object, day: str) -> Currency:
    assert callable(on)
    found = on(day)
    assert isinstance(found, Currency)
    return found


def test_current_content_says_how_old_its_evidence_is_and_when_its_review_is_due(on: object) -> None:
    found = _on(on, "2026-11-26")
    assert found.age is Age.CURRENT
    assert found.words == "Evidence to 01-Mar-2026, 8 months ago. Review by 01-May-2027, in 5 months."


@pytest.mark.parametrize(
    ("day", "age"),
    [
        ("2026-11-21", Age.CLOCK_WRONG),
        ("2026-11-22", Age.CURRENT),
        ("2027-05-01", Age.CURRENT),
        ("2027-05-02", Age.OVERDUE),
        ("2100-01-01", Age.OVERDUE),
        ("1990-01-01", Age.CLOCK_WRONG),
    ],
)
def test_the_edges_of_being_current(on: object, day: str, age: Age) -> None:
    assert _on(on, day).age is age


def test_overdue_is_said_loudly(on: object) -> None:
    assert _on(on, "2027-05-02").review == "OVERDUE: review was due by 01-May-2027, 1 day ago"
    assert _on(on, "2100-01-01").review.endswith("72 years ago")


def test_a_wrong_clock_is_called_wrong_and_hides_no_date(on: object) -> None:
    found = _on(on, "1990-01-01")
    assert "The clock of this machine is wrong: 01-Jan-1990 is before" in found.review
    assert "Review was due by 01-May-2027" in found.review
    assert found.evidence == "Evidence to 01-Mar-2026"


@pytest.mark.parametrize(
    ("end", "words"),
    [
        ("2026-03-01", "0 days"),
        ("2026-03-02", "1 day"),
        ("2026-04-29", "59 days"),
        ("2026-04-30", "1 month"),
        ("2026-05-01", "2 months"),
        ("2028-02-01", "23 months"),
        ("2028-03-02", "2 years"),
        ("2029-02-27", "2 years"),
    ],
)
def test_a_span_is_told_in_whole_units_and_never_rounded_up(end: str, words: str) -> None:
    assert span_words("2026-03-01", end) == words


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("submitted", "Submitted, step 1 of 3"),
        ("under-review", "Under review, step 2 of 3"),
        ("approved", "Approved, step 3 of 3"),
    ],
)
def test_the_step_of_the_review_is_said_in_words(status: str, words: str) -> None:
    assert step_words(Review(status, "", ())) == words


@pytest.mark.parametrize("start", ["1899-12-31", "1999-12-25", "2023-12-31", "2026-01-01", "2100-02-01"])
def test_days_are_counted_without_a_gap_over_every_leap_day(start: str) -> None:
    first = date.fromisoformat(start)
    for ahead in range(800):
        assert day_number((first + timedelta(ahead)).isoformat()) == day_number(start) + ahead


@pytest.mark.parametrize("words", ["", "26-11-2026", "2026-13-01", "today"])
def test_what_is_no_date_has_no_number(words: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        day_number(words)
