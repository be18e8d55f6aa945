"""The bar above everything: the way back, the topic, text size and colours, and the bedside where it is a page."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from desktop.ui.actions import Actions
from desktop.ui.icons import icon, switch_icon
from desktop.ui.search_box import SearchBox
from desktop.ui.theme import Theme
from desktop.ui.words import tr

_ICON_PX = 20
_EDGE_PX, _GAP_PX, _SPACE_PX = 12, 4, 8


class Header(QFrame):
    """Shows the same actions as the menus, as buttons with icons; `topic_chosen` carries the slug of a topic."""

    topic_chosen = Signal(str)

    def __init__(self, actions: Actions, topics: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("header")
        self._actions = actions
        self._icons = {actions.back: "arrow-left", actions.forward: "arrow-right"}
        self._icons |= {actions.larger: "a-large-small", actions.next_scheme: "contrast"}
        self._star = actions.bookmark
        self._buttons: dict[QAction, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE_PX, 6, _EDGE_PX, 6)
        row.setSpacing(_GAP_PX)
        for action in (actions.back, actions.forward):
            row.addWidget(self._button(action))
        row.addSpacing(_SPACE_PX)
        self._topic = self._topic_button(topics)
        row.addWidget(self._topic)
        row.addSpacing(_SPACE_PX)
        self.search = SearchBox(actions.search.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        row.addWidget(self.search, 1)
        row.addStretch()
        self._bedside = self._button(actions.bedside)
        row.addWidget(self._bedside)
        for action in (actions.bookmark, actions.larger, actions.next_scheme):
            row.addWidget(self._button(action))
        self._looks: tuple[QToolButton, ...] = self._buttons[actions.larger], self._buttons[actions.next_scheme]

    def _topic_button(self, topics: Mapping[str, str]) -> QToolButton:
        """The name of the topic; pressed, the list of all."""
        button = QToolButton()
        button.setObjectName("topic")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(tr("Choose a topic"))
        menu = QMenu(button)
        for slug, title in topics.items():
            menu.addAction(title).triggered.connect(lambda _checked, key=slug: self.topic_chosen.emit(key))
        button.setMenu(menu)
        return button

    def show_topic(self, title: str) -> None:
        """Name the topic that is open."""
        self._topic.setText(f"{title}  ▾")
        self._topic.setAccessibleName(tr("Topic: {topic}", topic=title))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAccessibleName(action.text().replace("&", ""))
        self._buttons[action] = button
        return button

    def buttons(self) -> tuple[QToolButton, ...]:
        """Every button, that of the topic included."""
        return (self._topic, *self._buttons.values())

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's ink."""
        self.search.set_theme(theme)
        ink = theme.colours["ink"]
        for action, name in self._icons.items():
            action.setIcon(icon(name, ink))
        self._star.setIcon(switch_icon("star", "star-filled", ink))
        for action in (*self._icons, self._star):
            self._buttons[action].setIconSize(QSize(theme.length(_ICON_PX), theme.length(_ICON_PX)))

    def show_reading_only(self) -> None:
        """Leave out what a window without a case and a notebook, or with the first one's looks, does not offer."""
        for button in (self._bedside, self._buttons[self._star], *self._looks):
            button.hide()
        self._looks = ()

    def show_narrow(self, narrow: bool) -> None:
        """Offer the bedside as a page of its own where it has no room beside the text."""
        self._bedside.setVisible(narrow)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the two buttons for looks to the View menu where names would be cut for them."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        others = [button for button in self.buttons() if button not in self._looks and not button.isHidden()]
        widths = [button.sizeHint().width() for button in (*others, *self._looks)]
        needed = sum(widths, self.search.minimumWidth() + len(widths) * _GAP_PX + 2 * (_EDGE_PX + _SPACE_PX))
        for button in self._looks:
            button.setVisible(needed <= self.width())
