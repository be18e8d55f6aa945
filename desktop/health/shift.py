"""The shift check: whether this machine can be worked with, on one screen, as values that can be shown and printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desktop.domain.dates import day_words
from desktop.domain.guidance import Edition
from desktop.domain.version_word import version_word
from desktop.health.checks import Check, hash_check, policy_check
from desktop.policy import NO_POLICY, Policy

_LEAST_FREE_MB = 100
_LEAST_SCREEN = (800, 600)
_YEARS_AFTER_REVIEW = 10
_MB = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What was found on this machine; `now` in its own time zone, sizes in pixels as programs count them."""

    now: datetime
    folder: Path | None
    free_bytes: int | None
    printers: Sequence[str]
    screen: tuple[int, int]
    scale_percent: int
    text_percent: int
    policy: Policy = NO_POLICY


def shift_checks(edition: Edition, sha256: str, expected_sha256: str | None, machine: Machine) -> tuple[Check, ...]:
    """Every item of the check, in the order of the slip; what is not ok says what to do."""
    published = hash_check(sha256, expected_sha256)
    return (
        clock_check(machine.now, edition),
        Check("edition", ok=True, detail=f"{edition.name} {edition.edition}, version {edition.version}."),
        Check("version word", ok=True, detail=f"{version_word(sha256)}. Two machines that say the same words agree."),
        Check("content", ok=published.ok, detail=published.detail),
        evidence_check(machine.now.date(), edition),
        policy_check(machine.policy),
        folder_check(machine.folder),
        disk_check(machine.free_bytes),
        printer_check(machine.printers),
        display_check(machine),
    )


def clock_check(now: datetime, edition: Edition) -> Check:
    """Whether the clock can be right: not before this edition was made, and not an age after its review."""
    offset = now.strftime("%z") or "+0000"
    shown = f"{day_words(now.date().isoformat())} {now:%H:%M} (UTC{offset[:3]}:{offset[3:5]})."
    made, review = date.fromisoformat(edition.last_updated), date.fromisoformat(edition.review_by)
    if now.date() < made:
        why = f"The clock is wrong: this edition was made on {day_words(edition.last_updated)}. Have it set."
        return Check("date and time", ok=False, detail=f"{shown} {why}")
    if now.year > review.year + _YEARS_AFTER_REVIEW:
        why = f"The clock is wrong, or this edition is far too old: its review was due {day_words(edition.review_by)}."
        return Check("date and time", ok=False, detail=f"{shown} {why} Have the clock set, or get a newer edition.")
    return Check("date and time", ok=True, detail=f"{shown} Compare it with a watch.")


def evidence_check(today: date, edition: Edition) -> Check:
    """How old the evidence is, and whether its review is due."""
    through, review = date.fromisoformat(edition.evidence_through), date.fromisoformat(edition.review_by)
    shown = f"To {day_words(edition.evidence_through)}, review by {day_words(edition.review_by)}."
    if today < date.fromisoformat(edition.last_updated):
        why = f"{shown} Its age is not known: the clock is wrong."
        return Check("age of the evidence", ok=False, detail=why)
    months = (today.year - through.year) * 12 + today.month - through.month - (today.day < through.day)
    age = f"{months} months old" if months != 1 else "1 month old"
    if today > review:
        return Check("age of the evidence", ok=False, detail=f"{shown} {age}: past its review. Get a newer edition.")
    return Check("age of the evidence", ok=True, detail=f"{shown} {age}.")


def folder_check(folder: Path | None) -> Check:
    """Whether notes and settings can be kept."""
    if folder is None:
        why = "No folder can be written: notes and settings last until the program closes."
        return Check("folder", ok=False, detail=why)
    return Check("folder", ok=True, detail=f"Notes and settings are kept in {folder}.")


def disk_check(free_bytes: int | None) -> Check:
    """Whether there is room for a note, a sheet and new content."""
    if free_bytes is None:
        return Check("disk", ok=False, detail="The free space cannot be told.")
    free = f"{free_bytes // _MB:,} MB free."
    if free_bytes < _LEAST_FREE_MB * _MB:
        return Check("disk", ok=False, detail=f"{free} Make room: below {_LEAST_FREE_MB} MB things may not be kept.")
    return Check("disk", ok=True, detail=free)


def printer_check(printers: Sequence[str]) -> Check:
    """Whether a sheet can be printed here."""
    if not printers:
        return Check(
            "printer", ok=False, detail="No printer is set up. Sheets can be saved as PDF and printed elsewhere."
        )
    return Check("printer", ok=True, detail=f"{', '.join(printers)}. Print this slip to see that it works.")


def display_check(machine: Machine) -> Check:
    """Whether the screen has room for the text at the size it is shown."""
    wide, high = machine.screen
    shown = f"{wide} by {high} at {machine.scale_percent} %, text at {machine.text_percent} %."
    if wide < _LEAST_SCREEN[0] or high < _LEAST_SCREEN[1]:
        return Check("display", ok=False, detail=f"{shown} Smaller than 800 by 600: lower the scale of the desktop.")
    return Check("display", ok=True, detail=shown)
