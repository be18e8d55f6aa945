"""A few things to keep."""

from pathlib import Path

from desktop.domain.notebook import Anchor, Bookmark
from desktop.notebook.disk import FILE
from desktop.notebook.notebook import Notebook, open_notebook

DOSING = Bookmark("ndm#dosing", "NDM Enterobacterales: Dosing")
EVIDENCE = Bookmark("ndm#evidence", "NDM Enterobacterales: Evidence")
TOPIC = Bookmark("ndm", "NDM Enterobacterales")
ANCHOR = Anchor("first-line", "ndm", "NDM Enterobacterales: First-line therapy", "For invasive infection …", "2026.11")


def kept_in(folder: Path) -> Notebook:
    """The notebook of a folder, which must be a good one."""
    notebook = open_notebook(folder)
    assert (notebook.trouble, notebook.outlives_the_program) == ("", True)
    return notebook


def lost_in(folder: Path, words: str) -> Notebook:
    """The notebook of a folder in which nothing can be kept, and which says so; it works all the same."""
    notebook = open_notebook(folder)
    assert words in notebook.trouble
    assert "What you keep now lasts until you close Wardlight." in notebook.trouble
    assert not notebook.outlives_the_program
    assert not notebook.kept.notes
    note = notebook.write_note(ANCHOR, "for now")
    assert list(notebook.kept.notes) == [note]
    return notebook


def file_in(folder: Path) -> Path:
    """The path of a folder's notebook."""
    return folder / FILE
