"""Who reads: chosen in the View menu, kept in the notebook, and shown by the reader."""

from desktop.domain.notebook import Setting
from desktop.domain.roles import ROLE_WORDS
from desktop.notebook.notebook import Notebook
from desktop.ui.actions import Actions
from desktop.ui.reader import Reader


def kept_role(notebook: Notebook) -> str | None:
    """Who reads, as chosen last; None for every reader, and for a word that is no role."""
    kept = notebook.kept.settings.get(Setting.ROLE)
    return kept if kept in ROLE_WORDS else None


def connect_role(actions: Actions, reader: Reader, notebook: Notebook) -> None:
    """Let the choice of the menu arrange the page, and be remembered."""
    actions.roles[kept_role(notebook)].setChecked(True)

    def choose(role: str | None) -> None:
        notebook.remember(Setting.ROLE, role or "")
        reader.choose_role(role)

    for role, action in actions.roles.items():
        action.triggered.connect(lambda _checked, chosen=role: choose(chosen))
