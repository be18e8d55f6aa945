"""The figures of a patient out of the options of a command, and the refusal of what cannot be read."""

import argparse

from desktop.commands.reply import CommandError
from desktop.domain.intake import Refused
from desktop.domain.patient import Typed


def typed_figures(options: argparse.Namespace) -> Typed:
    """What was typed, untouched, for the one strict reader."""
    return Typed(
        age=options.age or "",
        age_months=options.age_months or "",
        sex=options.sex or "",
        weight=options.weight or "",
        height=options.height or "",
        creatinine=options.creatinine or "",
        creatinine_unit=options.creatinine_unit or "",
        clearance=options.crcl or "",
        dialysis=options.dialysis or "",
        effluent=options.effluent or "",
        unstable_creatinine=options.unstable_creatinine,
        weight_used=options.weight_used or "",
    )


def refusal_of(refused: Refused) -> CommandError:
    """The refusal of a request: the first fault is the error object's, a person is shown them all."""
    first = refused.faults[0]
    messages = [fault.message for fault in refused.faults]
    return CommandError(first.code, first.message, field=first.field, lines=messages)
