"""The results of a search as rows: the best one, then every kind under its heading, always in one order."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.search_result import Hit, HitKind, SearchResult
from desktop.ui.fragments import TOPIC_LINK
from desktop.ui.words import tr, tr_later

_HEADINGS = {
    HitKind.ANSWER: tr_later("Answers"),
    HitKind.STATEMENT: tr_later("Guidance"),
    HitKind.DOSE: tr_later("Doses"),
    HitKind.PITFALL: tr_later("Pitfalls"),
    HitKind.DRUG: tr_later("Drugs"),
    HitKind.ENZYME: tr_later("Enzymes"),
    HitKind.TERM: tr_later("Terms"),
    HitKind.REFERENCE: tr_later("Sources"),
    HitKind.CLAIM: tr_later("The source article's claims"),
}
_BEST, _TOPICS = tr_later("Best match"), tr_later("Topics to look in")
_Index = QModelIndex | QPersistentModelIndex


class RowRole(IntEnum):
    """What is asked of a row beside its words."""

    ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, which opens nothing; or what opens `link`, a hit or a topic."""

    words: str
    link: str = ""
    hit: Hit | None = None

    @property
    def spoken(self) -> str:
        """What is read aloud."""
        if self.hit is None:
            return self.words
        start, end = self.hit.snippet
        return f"{self.words}. {self.hit.text[start:end]} {self.hit.level}"


class ResultsModel(QAbstractListModel):
    """One search result as rows; a heading can be neither chosen nor opened."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    def show_result(self, result: SearchResult) -> None:
        """Take the place of the last result."""
        self.beginResetModel()
        self._rows = tuple(_rows(result))
        self.endResetModel()

    def row(self, at: int) -> Row | None:
        """The row at a place that may not be there."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def next_to_open(self, at: int, by: int) -> int:
        """The next place from here, by 1 or by -1 and round and round, that can be opened; -1 where none can."""
        places = [place for place, row in enumerate(self._rows) if row.link]
        onward = [place for place in places if (place > at if by > 0 else place < at)]
        return (onward or places)[0 if by > 0 else -1] if places else -1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row, what is read aloud of it, or the row itself."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        said: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.words,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken,
            RowRole.ROW: row,
        }
        return said.get(role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A heading can only be read."""
        row = self.row(index.row())
        return super().flags(index) if row is not None and row.link else Qt.ItemFlag.NoItemFlags


def _rows(result: SearchResult) -> Iterator[Row]:
    if result.topics:
        yield Row(tr(_TOPICS))
        yield from (Row(title, f"{TOPIC_LINK}{slug}") for slug, title in result.topics)
    if not result.hits:
        return
    best, *others = result.hits
    yield Row(tr(_BEST))
    yield Row(best.title, best.link, best)
    for kind, heading in _HEADINGS.items():
        of_kind = [hit for hit in others if hit.kind is kind]
        if of_kind:
            yield Row(tr(heading))
            yield from (Row(hit.title, hit.link, hit) for hit in of_kind)


def message_words(result: SearchResult) -> str:
    """What is said above the results: another spelling, what is not in the library, or that nothing is."""
    said = []
    if result.did_you_mean is not None:
        said.append(tr("Did you mean “{other}”? These are its results.", other=result.did_you_mean))
    if result.unknown:
        said.append(tr("Not in this library: {sought}.", sought=", ".join(result.unknown)))
    if not result.hits:
        said.append(tr("Nothing in this library answers that. Try other words, or look in its topics."))
    return " ".join(said)
