"""The words of the interface: written in English where they are shown, and shown in the language that was chosen.

What is said of doses, findings, patients and whether something can be trusted is `only_english`: a translation of it
must be reviewed by a named clinician first. The library and the domain speak the language of their content.
"""

import re

from PySide6.QtCore import QCoreApplication

CONTEXT = "Wardlight"
_PLACE = re.compile(r"\{(\w+)\}")


def tr(words: str, /, **values: object) -> str:
    """The words in the chosen language, each `{name}` in them replaced by its value.

    A translation that has lost a place, or made one up, is not used: a value would be missing from it.
    """
    said = QCoreApplication.translate(CONTEXT, words)
    if said != words and set(_PLACE.findall(said)) != set(_PLACE.findall(words)):
        said = words
    return _PLACE.sub(lambda place: str(values[place[1]]), said) if values else said


def tr_later(words: str) -> str:
    """The same words, noted for the catalogue: whoever shows them calls `tr`, as no language is chosen at import."""
    return words


def only_english(words: str) -> str:
    """The same words, which stay as they are in every language until a reviewer has signed a translation."""
    return words
