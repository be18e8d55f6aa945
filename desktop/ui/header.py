"""The bar above everything: the way back, the topic, text size and colours, and the bedside where it is a page."""

from collections.abc import Iterable, Mapping

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
# Of a topic's name: fewer letters than these say nothing.
_LEAST_LETTERS = 6
_MARK = "  ▾"


class Header(QFrame):
    """Shows the same actions as the menus, as buttons with icons; `topic_chosen` carries the slug of a topic."""

    topic_chosen = Signal(str)

    def __init__(self, actions: Actions, topics: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("header")
        self._actions = actions
        self._icons = {actions.back: "arrow-left", actions.forward: "arrow-right"}
        self._icons |= {actions.larger: "a-large-small", actions.next_scheme: "contrast"}
        self._star, self._title = actions.bookmark, ""
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
        self._kept: tuple[QToolButton, ...] = (self._buttons[actions.bookmark],)
        for changed in (self.search.used, actions.bedside.changed):
            changed.connect(self._make_room)

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
        self._title = title
        self._topic.setAccessibleName(tr("Topic: {topic}", topic=title))
        self._make_room()

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
        self._make_room()

    def show_reading_only(self) -> None:
        """Leave out what a window without a case and a notebook, or with the first one's looks, does not offer."""
        for button in (self._bedside, *self._kept, *self._looks):
            button.hide()
        self._looks = self._kept = ()

    def show_narrow(self, narrow: bool) -> None:
        """Offer the bedside as a page of its own where it has no room beside the text."""
        if narrow is self._bedside.isHidden():
            self._bedside.setVisible(narrow)
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where names would be cut, the looks give way; where a question cannot be read, star and name do as well."""
        giving = (self._topic, *self._kept, *self._looks)
        fixed = [button for button in self._buttons.values() if button not in giving and not button.isHidden()]
        edges = 2 * (_EDGE_PX + _SPACE_PX) + 2 * _GAP_PX
        room = self.width() - edges - self.search.wanted_width() - _width_of(fixed)
        least = min(self._name_width(self._title), self._name_width(self._title[:_LEAST_LETTERS] + "…"))
        has_looks = room - _width_of((*self._kept, *self._looks)) >= self._name_width(self._title)
        has_star = not self.search.is_used or room - _width_of(self._kept) >= least
        has_name = not self.search.is_used or room >= least
        if not has_name:
            has_star = room >= _width_of(self._kept)
        for buttons, has_room in ((self._looks, has_looks), (self._kept, has_star), ((self._topic,), has_name)):
            for button in buttons:
                button.setVisible(has_room)
        shown = (*(self._kept if has_star else ()), *(self._looks if has_looks else ()))
        self._fit_name(max(room - _width_of(shown), least))

    def _fit_name(self, width: int) -> None:
        """Write as much of the topic's name as there is room for."""
        metrics, choose = self._topic.fontMetrics(), tr("Choose a topic")
        name, room = self._title, width - self._name_width("")
        while name.strip("…") and metrics.horizontalAdvance(name) > room:
            name = name.rstrip("… ")[:-1] + "…"
        self._topic.setText(f"{name}{_MARK}")
        self._topic.setToolTip(choose if name == self._title else f"{self._title}\n{choose}")

    def _name_width(self, name: str) -> int:
        """The width of the topic's button with so much of a name."""
        metrics = self._topic.fontMetrics()
        around = self._topic.sizeHint().width() - metrics.horizontalAdvance(self._topic.text())
        return around + metrics.horizontalAdvance(f"{name}{_MARK}")


def _width_of(buttons: Iterable[QToolButton]) -> int:
    """The room that buttons take in the row, each with the gap beside it."""
    return sum(button.sizeHint().width() + _GAP_PX for button in buttons)
