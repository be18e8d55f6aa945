"""Words for a screen reader, said without moving the focus."""

from PySide6.QtCore import QObject


def announce(about: QObject, words: str) -> None:
    """Have a screen reader say words about a part of the window."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow to import, and nothing is said at first

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, words))


def is_heard() -> bool:
    """Whether a screen reader listens."""
    from PySide6.QtGui import QAccessible

    return QAccessible.isActive()
