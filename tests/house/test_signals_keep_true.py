"""PySide6 6.12.0 on Python 3.11 drops a reference to True at every emit, and dies after about a thousand of them."""

import sys

from PySide6.QtCore import QObject, Signal

EMITS = 500


class Sender(QObject):
    """Has one signal."""

    sent = Signal(str)


def test_sending_signals_costs_true_no_reference() -> None:
    sender = Sender()
    before = sys.getrefcount(True)
    for _ in range(EMITS):
        sender.sent.emit("words")
    assert abs(sys.getrefcount(True) - before) < EMITS // 10
