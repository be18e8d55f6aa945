"""The modules that the program holds uncompressed are those of its first window, and no others."""

from first_modules import first_modules


def test_they_are_what_the_first_page_needs() -> None:
    first = first_modules()
    assert {"desktop.ui.main_window", "desktop.content.opening", "PySide6"} <= first
    assert not {"desktop.ui.case_desk", "desktop.compiler", "jinja2", "tuf"} & first
