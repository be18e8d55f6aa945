"""`dose`: what the labels and guidelines print for a case."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import NoReturn

from desktop.commands.calculators import need_calculators
from desktop.commands.dose_data import dose_data
from desktop.commands.dose_text import dose_text
from desktop.commands.figures import refusal_of, typed_figures
from desktop.commands.layout import terminal_width
from desktop.commands.reply import NOT_TRUSTED, CommandError, Reply
from desktop.content.drugs import UnavailableDrug
from desktop.content.library import Library
from desktop.domain.answering import doses_of
from desktop.domain.case_choices import KNOWN_BASES, KNOWN_DRUGS
from desktop.domain.drugs import Drug
from desktop.domain.intake import Refused, read_patient
from desktop.domain.kidney import Incomplete


def dose(library: Library, options: argparse.Namespace) -> Reply:
    """One answer for every drug, basis and use that was asked for; a refusal by a source is an answer."""
    need_calculators("Look for the rows with: wardlight search.")
    drugs = [_on_bases(drug, options.basis) for drug in _chosen_drugs(library, options.drug)]
    patient = read_patient(typed_figures(options))
    if isinstance(patient, Refused):
        raise refusal_of(patient)
    assessment = doses_of(patient, drugs)
    if isinstance(assessment, Incomplete):
        raise CommandError("incomplete", assessment.message, field=assessment.missing[0])
    return Reply(
        dose_data(assessment, in_months=bool(options.age_months), reviewed=library.edition.review.is_signed),
        dose_text(assessment, library, terminal_width()),
    )


def _chosen_drugs(library: Library, slugs: Sequence[str]) -> list[Drug]:
    """The drugs that were named, each once."""
    if not slugs:
        raise CommandError("drug", f"Name a drug with --drug. There is: {', '.join(library.drug_slugs)}.", field="drug")
    return [_chosen_drug(library, slug) for slug in dict.fromkeys(slugs)]


def _chosen_drug(library: Library, slug: str) -> Drug:
    if slug not in library.drug_slugs:
        _no_such_drug(library, slug)
    drug = library.drug(slug)
    if isinstance(drug, UnavailableDrug):
        message = f"{drug.reason} No dose of it is shown. Install Wardlight again from a copy you trust."
        raise CommandError("drug-unavailable", message, field="drug", status=NOT_TRUSTED)
    return drug


def _no_such_drug(library: Library, slug: str) -> NoReturn:
    what = f"{slug} is not in this edition." if slug in KNOWN_DRUGS else f'There is no drug "{slug[:40]}".'
    raise CommandError("drug", f"{what} There is: {', '.join(library.drug_slugs)}.", field="drug")


def _on_bases(drug: Drug, slugs: Sequence[str]) -> Drug:
    """The drug with only the bases that were asked for, in the order of the library."""
    held = ", ".join(basis.slug for basis in drug.bases)
    for slug in slugs:
        if slug not in KNOWN_BASES:
            message = f'There is no basis "{slug[:40]}". Choose one of: {", ".join(KNOWN_BASES)}.'
            raise CommandError("basis", message, field="basis")
        if drug.basis(slug) is None:
            raise CommandError("basis", f"{drug.name} has no basis {slug} here. It has: {held}.", field="basis")
    return replace(drug, bases=tuple(basis for basis in drug.bases if basis.slug in slugs)) if slugs else drug
