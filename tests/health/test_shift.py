"""The shift check says what is wrong with this machine and what to do, each item on its own."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from desktop.content.library import Library
from desktop.domain.guidance import Edition
from desktop.domain.version_word import version_word
from desktop.health import shift
from desktop.health.checks import Check
from desktop.health.shift import Machine, shift_checks

MACHINE = Machine(
    now=datetime(2026, 11, 26, 4, 15, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
    folder=Path("/home/ward/notes"),
    free_bytes=5_000_000_000,
    printers=("Ward 3",),
    screen=(1366, 768),
    scale_percent=100,
    text_percent=125,
)


@pytest.fixture
def edition(library: Library) -> Edition:
    return replace(library.edition, last_updated="2026-11-22", evidence_through="2026-03-01", review_by="2027-05-01")


def _moment(day: str, time: str = "12:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=UTC)


def test_a_good_machine_passes_every_item(edition: Edition) -> None:
    checks = shift_checks(edition, "ab" * 32, "ab" * 32, MACHINE)
    assert [check.name for check in checks if not check.ok] == []
    said = {check.name: check.detail for check in checks}
    assert said["date and time"].startswith("26-Nov-2026 04:15 (UTC-03:30).")
    assert said["version word"].startswith(f"{version_word('ab' * 32)}.")
    assert "SHA-256 " + "ab" * 32 in said["content"]
    assert said["age of the evidence"] == "To 01-Mar-2026, review by 01-May-2027. 8 months old."
    assert said["disk"] == "5,000 MB free."
    assert said["display"] == "1366 by 768 at 100 %, text at 125 %."
    assert "Ward 3" in said["printer"]
    assert "/home/ward/notes" in said["folder"]


@pytest.mark.parametrize(
    ("day", "ok", "words"),
    [
        ("1990-01-01", False, "The clock is wrong: this edition was made on 22-Nov-2026. Have it set."),
        ("2026-11-21", False, "The clock is wrong"),
        ("2026-11-22", True, "Compare it with a watch."),
        ("2037-12-31", True, "Compare it with a watch."),
        ("2038-01-01", False, "The clock is wrong, or this edition is far too old"),
        ("2100-01-01", False, "its review was due 01-May-2027"),
    ],
)
def test_a_wrong_clock_is_said(edition: Edition, day: str, ok: bool, words: str) -> None:
    check = shift.clock_check(_moment(day), edition)
    assert check.ok is ok
    assert words in check.detail


@pytest.mark.parametrize(
    ("today", "ok", "words"),
    [
        ("2026-11-21", False, "Its age is not known: the clock is wrong."),
        ("2026-11-30", True, "8 months old."),
        ("2026-12-01", True, "9 months old."),
        ("2027-05-01", True, "14 months old."),
        ("2027-05-02", False, "14 months old: past its review. Get a newer edition."),
    ],
)
def test_the_age_of_the_evidence_is_counted_in_whole_months(edition: Edition, today: str, ok: bool, words: str) -> None:
    check = shift.evidence_check(date.fromisoformat(today), edition)
    assert (check.ok, words in check.detail) == (ok, True), check


@pytest.mark.parametrize(
    ("change", "check", "words"),
    [
        ({"folder": None}, "folder", "last until the program closes"),
        ({"free_bytes": 99_999_999}, "disk", "99 MB free. Make room"),
        ({"free_bytes": None}, "disk", "cannot be told"),
        ({"printers": ()}, "printer", "saved as PDF"),
        ({"screen": (799, 600)}, "display", "Smaller than 800 by 600"),
        ({"screen": (800, 599)}, "display", "lower the scale"),
    ],
)
def test_what_is_wrong_is_named_alone_with_what_to_do(
    edition: Edition, change: dict[str, object], check: str, words: str
) -> None:
    checks = shift_checks(edition, "ab" * 32, "ab" * 32, replace(MACHINE, **change))  # type: ignore[arg-type]  # one field at a time
    (wrong,) = [found for found in checks if not found.ok]
    assert wrong.name == check
    assert words in wrong.detail


def test_changed_content_is_named(edition: Edition) -> None:
    checks = shift_checks(edition, "ab" * 32, "cd" * 32, MACHINE)
    assert [check.name for check in checks if not check.ok] == ["content"]


def test_content_without_a_known_hash_says_so(edition: Edition) -> None:
    checks: tuple[Check, ...] = shift_checks(edition, "ab" * 32, None, MACHINE)
    assert "no hash is known" in next(check.detail for check in checks if check.name == "content")


def test_the_shortest_screen_is_enough(edition: Edition) -> None:
    assert shift.display_check(replace(MACHINE, screen=(800, 600))).ok
