"""The settings of a machine that must never change a result."""

import locale
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

LANGUAGES = ("C", "tr_TR", "de_DE", "ar")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language in turn: for Qt always, for the C library where the machine holds it."""
    before, qt_before = locale.setlocale(locale.LC_ALL), QLocale()
    for name in (request.param, f"{request.param}.UTF-8", f"{request.param}.utf8"):
        try:
            locale.setlocale(locale.LC_ALL, name)
        except locale.Error:
            continue
        break
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(qt_before)
    locale.setlocale(locale.LC_ALL, before)
