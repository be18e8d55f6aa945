"""`check`: what the rules of the library say of a regimen."""

import argparse

from desktop.commands.calculators import need_calculators
from desktop.commands.check_data import check_data
from desktop.commands.check_text import check_text
from desktop.commands.figures import refusal_of, typed_figures
from desktop.commands.layout import terminal_width
from desktop.commands.reply import CommandError, Reply
from desktop.content.library import Library
from desktop.domain.case import assess
from desktop.domain.case_choices import ENZYMES, KNOWN_DRUGS
from desktop.domain.case_reading import TypedCase, read_case
from desktop.domain.intake import Refused


def check(library: Library, options: argparse.Namespace) -> Reply:
    """Findings, options, and what was checked and what was not; no finding is an answer too."""
    if not options.drug:
        message = f"Name the drugs of the regimen with --drug. There is: {', '.join(KNOWN_DRUGS)}."
        raise CommandError("drug", message, field="drug")
    if not options.enzyme:
        message = f"Name what was found with --enzyme; unknown where nothing is known. There is: {', '.join(ENZYMES)}."
        raise CommandError("enzyme", message, field="enzyme")
    if options.creatinine is not None:
        need_calculators("Leave out --creatinine: the rules that ask about the kidneys are then listed as not checked.")
    read = read_case(_typed(options))
    if isinstance(read, Refused):
        raise refusal_of(read)
    assessment = assess(read.case, library.rulebook, read.available)
    reviewed = library.edition.review.is_signed
    return Reply(check_data(assessment, reviewed=reviewed), check_text(assessment, library, terminal_width()))


def _typed(options: argparse.Namespace) -> TypedCase:
    return TypedCase(
        figures=typed_figures(options),
        drugs=tuple(options.drug),
        enzymes=tuple(options.enzyme),
        species=options.species or "",
        site=options.site or "",
        allergies=tuple(options.allergy),
        infusions=options.infusions or "",
        load=options.load or "",
        available=tuple(options.available) or None,
    )
