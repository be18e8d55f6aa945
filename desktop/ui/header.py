"""The bar above everything: the way back, the topic, text size and colours, and the bedside where it is a page."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from desktop.ui.actions import Actions
from desktop.ui.icons import icon
from desktop.ui.labels import label
from desktop.ui.theme import Theme

_ICON_PX = 20


class Header(QFrame):
    """Shows the same actions as the menus, as buttons with icons."""

    def __init__(self, actions: Actions, title: str) -> None:
        super().__init__()
        self.setObjectName("header")
        self._icons = {actions.back: "arrow-left", actions.forward: "arrow-right"}
        self._icons |= {actions.larger: "a-large-small", actions.next_scheme: "contrast"}
        self._buttons: dict[QAction, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(4)
        for action in (actions.back, actions.forward):
            row.addWidget(self._button(action))
        row.addSpacing(8)
        row.addWidget(label(title, "topic"), 1)
        self._bedside = self._button(actions.bedside)
        row.addWidget(self._bedside)
        for action in (actions.larger, actions.next_scheme):
            row.addWidget(self._button(action))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAccessibleName(action.text().replace("&", ""))
        self._buttons[action] = button
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's ink."""
        for action, name in self._icons.items():
            action.setIcon(icon(name, theme.colours["ink"]))
            self._buttons[action].setIconSize(QSize(theme.length(_ICON_PX), theme.length(_ICON_PX)))

    def show_narrow(self, narrow: bool) -> None:
        """Offer the bedside as a page of its own where it has no room beside the text."""
        self._bedside.setVisible(narrow)
