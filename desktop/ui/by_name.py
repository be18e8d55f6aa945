"""Choices of Qt by their names.

PySide builds all 1,200 values of the namespace `Qt` one by one as soon as Python names one of them, which takes a tenth
of the whole start. Nothing on the way to the first page names one: Qt itself knows them by their words.
"""

from PySide6.QtCore import QObject


def choose(thing: QObject, **words: str) -> None:
    """Nothing; each property of a Qt thing is set to the choice of that name. A name that there is not is refused."""
    for name, word in words.items():
        if not thing.setProperty(name, word):
            raise ValueError(thing, name, word)
