"""`sheet`: a case, a topic, the sources or the downtime folder as a file to hand over."""

import argparse
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from desktop.commands.calculators import need_calculators
from desktop.commands.case_file import case_from
from desktop.commands.reply import FAILED, NOT_TRUSTED, CommandError, Reply
from desktop.commands.topics import chosen_topic
from desktop.content.library import Library
from desktop.domain.case import assess
from desktop.domain.case_reading import Presented
from desktop.domain.version_word import version_word
from desktop.sheets.card_sheet import card_sheet
from desktop.sheets.downtime_sheet import downtime_sheet
from desktop.sheets.making import ENDINGS, made, write_whole
from desktop.sheets.paper import Paper
from desktop.sheets.references_sheet import references_sheet
from desktop.sheets.sheet import Sheet
from desktop.sheets.topic_sheet import topic_sheet
from desktop.sheets.typeface import bring_settings

CARD = "card"
KINDS = (CARD, "topic", "references", "downtime")


def sheet(library: Library, options: argparse.Namespace) -> Reply:
    """What was written, and where."""
    if options.kind not in KINDS:
        asked = f'There is no sheet "{options.kind[:20]}".' if options.kind else "Say which sheet with --kind."
        raise CommandError("kind", f"{asked} There is: {', '.join(KINDS)}.", field="kind")
    place, paper = _place(options.out), _paper(options.paper)
    case = _case(options)
    bring_settings()
    # It must live while fonts are used. It never needs a screen, whatever the machine has.
    _running = QGuiApplication.instance() or QGuiApplication(["wardlight", "-platform", "offscreen"])
    try:
        asked_for = _asked_for(library, options, case)
        data = made(asked_for, place.suffix.lower(), paper)
    except KeyError as error:
        message = f"The content names {error} and does not hold it. Do not use it for doses; use another content file."
        raise CommandError("content-damaged", message, status=NOT_TRUSTED) from error
    _write(place, data)
    words = version_word(library.sha256)
    report = {"kind": options.kind, "out": str(place), "edition": library.edition.edition, "words": words}
    return Reply(report, f"{asked_for.title}: written to {place}. {library.edition.review.words}.")


def _case(options: argparse.Namespace) -> Presented | None:
    """The case of a card; no other sheet has one."""
    if options.kind != CARD:
        if options.case is not None:
            raise CommandError("case", "Only a card is made of a case. Leave out --case.", field="case")
        return None
    need_calculators("The sheets topic, references and downtime can be made.")
    if options.case is None:
        message = "A card is made of a case. Name its file with --case, or - for standard input."
        raise CommandError("case", message, field="case")
    return case_from(options.case)


def _asked_for(library: Library, options: argparse.Namespace, case: Presented | None) -> Sheet:
    now = datetime.now().astimezone()
    if case is not None:
        return card_sheet(library, assess(case.case, library.rulebook, case.available), now)
    if options.kind == "topic":
        return topic_sheet(library, chosen_topic(library, options.topic).id, now)
    return (references_sheet if options.kind == "references" else downtime_sheet)(library, now)


def _place(typed: str | None) -> Path:
    """The file to write, whose ending is one that a sheet can have."""
    if typed is None:
        raise CommandError("out", f"Name the file to write with --out. It ends in {' or '.join(ENDINGS)}.", field="out")
    place = Path(typed)
    if place.suffix.lower() not in ENDINGS:
        message = f"The ending of the file decides its form. Let it end in {' or '.join(ENDINGS)}."
        raise CommandError("out", message, field="out")
    return place


def _paper(typed: str | None) -> Paper:
    names = [paper.name for paper in Paper]
    if typed is not None and typed.upper() not in names:
        raise CommandError("paper", f"The paper is one of: {', '.join(names)}.", field="paper")
    return Paper[typed.upper()] if typed else Paper.A4


def _write(place: Path, data: bytes) -> None:
    if place.exists() and not place.is_file():
        raise CommandError("out", f"{place.name} is not a file and is left as it is. Choose another name.", field="out")
    try:
        write_whole(place, data)
    except OSError as error:
        message = f"The file could not be written ({error.strerror}). Nothing was changed. Choose another folder."
        raise CommandError("out", message, field="out", status=FAILED) from error
