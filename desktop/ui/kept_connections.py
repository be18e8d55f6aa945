"""Every signal of the notebook and of a session, and the one place it leads to."""

from PySide6.QtWidgets import QMainWindow

from desktop.content.library import Library
from desktop.domain.guidance import Topic
from desktop.notebook.notebook import Notebook
from desktop.ui.actions import Actions
from desktop.ui.copying import forget_copied
from desktop.ui.history import place_in
from desktop.ui.keeping import Keeping
from desktop.ui.looks import Looks
from desktop.ui.reader import Reader
from desktop.ui.session import Session


def connect_keeping(keeping: Keeping, actions: Actions, reader: Reader, window: QMainWindow) -> None:
    """What the reader marks, notes and lists."""
    reader.kept_html = keeping.statement_html
    reader.place_reached.connect(keeping.reach)
    reader.topic_opened.connect(lambda topic: _take_topic(keeping, topic))
    reader.kept_link.connect(lambda link: keeping.follow(link, window))
    keeping.listed.connect(reader.show_beside)
    keeping.listed.connect(lambda *_: reader.drawer.setFocus())
    keeping.stale.connect(reader.open)
    keeping.marked.connect(actions.bookmark.setChecked)
    actions.bookmark.triggered.connect(keeping.toggle_bookmark)
    actions.notebook.triggered.connect(keeping.show_list)
    actions.available.triggered.connect(lambda: keeping.edit_available(window))
    actions.export_notebook.triggered.connect(lambda: _export(keeping, window))
    actions.import_notebook.triggered.connect(lambda: _import(keeping, window))
    keeping.reach(place_in(reader.topic.id, reader.topic.sections[0].id))


def _take_topic(keeping: Keeping, topic: Topic) -> None:
    keeping.reach(place_in(topic.id, topic.sections[0].id))
    keeping.visit(topic.id, topic.title)


def _export(keeping: Keeping, window: QMainWindow) -> None:
    from desktop.ui.carrying import ask_export  # not on the way to the first window

    ask_export(keeping, window)


def _import(keeping: Keeping, window: QMainWindow) -> None:
    from desktop.ui.carrying import ask_import  # not on the way to the first window

    ask_import(keeping, window)


def connect_session(session: Session, actions: Actions, keeping: Keeping, reader: Reader) -> None:
    """What begins and ends with a reader; a kiosk asks for no file, and keeps nothing of the last reader."""
    actions.tour.triggered.connect(lambda: session.welcome.show_tour())
    if session.kiosk:
        for action in actions.not_in_a_kiosk:
            action.setVisible(False)
            action.setEnabled(False)
        session.ended.connect(lambda: keeping.take_up(Notebook()))
        session.ended.connect(reader.forget)
        session.ended.connect(actions.roles[None].trigger)
        session.ended.connect(lambda: actions.bottom_line.setChecked(False))
        session.ended.connect(forget_copied)


def show_shift_check(library: Library, session: Session, looks: Looks, window: QMainWindow) -> None:
    """Look at this machine, and show what was found."""
    from desktop.health.checks import expected_hash  # not on the way to the first window
    from desktop.health.shift import shift_checks
    from desktop.ui.shift_check import ShiftCheck, this_machine

    machine = this_machine(window, session.folder, looks.percent)
    checks = shift_checks(library.edition, library.sha256, expected_hash(library), machine)
    ShiftCheck(checks, looks.theme(), window, only_paper=session.kiosk).open()
