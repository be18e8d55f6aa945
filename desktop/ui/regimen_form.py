"""What is chosen of a case: the regimen, the enzymes, and the rest that rules ask about."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.domain.case import Case
from desktop.domain.case_choices import (
    ALLERGY_WORDS,
    ENZYME_WORDS,
    KNOWN_DRUGS,
    NO_ALLERGY,
    NO_ENZYME,
    Infusions,
    Load,
    Site,
    Species,
    drug_words,
    site_words,
    species_words,
)
from desktop.ui.fields import StillComboBox
from desktop.ui.labels import label
from desktop.ui.words import only_english, tr, tr_later

_Choice = TypeVar("_Choice", bound=StrEnum)
_NOT_SAID = only_english("not said")
_ENZYMES_IN_A_ROW = 4
_MORE, _FEWER = tr_later("More of the case ▸"), tr_later("More of the case ▾")


class Ticks(QWidget):
    """Boxes in rows, each with its word; `changed` tells that one was ticked or unticked.

    The box that says that there is none stands `alone`: to tick it takes the others off, and any other takes it off.
    """

    changed = Signal()

    def __init__(self, words: Mapping[str, str], in_a_row: int, about: str, alone: str | None = None) -> None:
        super().__init__()
        self._alone = alone
        self._boxes = {slug: QCheckBox(shown) for slug, shown in words.items()}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        for slug, box in self._boxes.items():
            box.setAccessibleName(f"{about}: {words[slug]}")
            box.toggled.connect(partial(self._settle, slug))
        self.place(in_a_row)

    def _settle(self, slug: str, is_ticked: bool) -> None:
        """Take off what contradicts the box that was ticked, and tell of both as one change."""
        for other, box in self._boxes.items():
            if is_ticked and other != slug and self._alone in (slug, other):
                box.blockSignals(True)
                box.setChecked(False)
                box.blockSignals(False)
        self.changed.emit()

    def place(self, in_a_row: int) -> None:
        """Put the boxes into rows of this many."""
        for at, box in enumerate(self._boxes.values()):
            self._grid.addWidget(box, *divmod(at, in_a_row))
        for column in range(len(self._boxes)):
            self._grid.setColumnStretch(column, int(column < in_a_row))
        self._grid.activate()

    def ticked(self) -> frozenset[str]:
        """Every word that is ticked."""
        return frozenset(slug for slug, box in self._boxes.items() if box.isChecked())

    def show_ticked(self, words: Iterable[str]) -> None:
        """Tick exactly these, without telling."""
        self.blockSignals(True)
        wanted = set(words)
        for slug, box in self._boxes.items():
            box.setChecked(slug in wanted)
        self.blockSignals(False)

    def focus_first(self) -> None:
        """Put the focus on the first box."""
        next(iter(self._boxes.values())).setFocus()


class RegimenForm(QFrame):
    """The chosen part of the case; `edited` is sent at every change."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._drugs = Ticks({slug: drug_words(slug) for slug in KNOWN_DRUGS}, 2, tr("drug of the regimen"))
        self._enzymes = Ticks(ENZYME_WORDS, _ENZYMES_IN_A_ROW, tr("enzyme found"), NO_ENZYME)
        self._allergies = Ticks(ALLERGY_WORDS, 2, tr("allergy"), NO_ALLERGY)
        self._species = _choice(tr("species"), {species.value: species_words(species) for species in Species})
        self._site = _choice(tr("site of infection"), {site.value: site_words(site) for site in Site})
        self._infusions = _choice(tr("infusions"), {plan.value: plan.value for plan in Infusions})
        self._load = _choice(tr("loading dose"), {load.value: load.value for load in Load})
        self._more_button, self._more = QPushButton(tr(_MORE)), QWidget()
        self._more_button.setObjectName("plain")
        self._more_button.clicked.connect(lambda: self.show_more(self._more.isHidden()))
        for ticks in (self._drugs, self._enzymes, self._allergies):
            ticks.changed.connect(self.edited)
        for box in (self._species, self._site, self._infusions, self._load):
            box.currentIndexChanged.connect(self.edited)
        self._compose()
        self.show_more(False)

    def _compose_more(self) -> None:
        """Species, site, infusions, load and allergies."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        fields = (
            (tr("&Species"), self._species),
            (tr("S&ite"), self._site),
            (tr("In&fusions"), self._infusions),
            (tr("&Load"), self._load),
        )
        for at, (words, box) in enumerate(fields):
            named = label(words, "field")
            named.setBuddy(box)
            row, half = divmod(at, 2)
            grid.addWidget(named, row, 2 * half)
            grid.addWidget(box, row, 2 * half + 1)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(6)
        more.addLayout(grid)
        more.addWidget(label(tr("Allergies"), "field"))
        more.addWidget(self._allergies)

    def _compose(self) -> None:
        self._compose_more()
        foot = QHBoxLayout()
        foot.addWidget(self._more_button)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(label(tr("Enzymes found"), "field"))
        column.addWidget(self._enzymes)
        column.addWidget(label(tr("Drugs of the regimen"), "field"))
        column.addWidget(self._drugs)
        column.addLayout(foot)
        column.addWidget(self._more)

    def show_more(self, shown: bool) -> None:
        """Show the rest of what rules ask about, or fold it; what was chosen there is never folded away."""
        self._more.setVisible(shown or self._is_more_chosen())
        self._more_button.setText(tr(_MORE if self._more.isHidden() else _FEWER))

    def _is_more_chosen(self) -> bool:
        boxes = (self._species, self._site, self._infusions, self._load)
        return bool(self._allergies.ticked()) or any(box.currentData() for box in boxes)

    def fold(self, width: int) -> None:
        """As many boxes in a row as the width has room for."""
        for ticks, most in ((self._drugs, 2), (self._enzymes, _ENZYMES_IN_A_ROW), (self._allergies, 2)):
            for in_a_row in range(most, 0, -1):
                ticks.place(in_a_row)
                if ticks.minimumSizeHint().width() <= width:
                    break

    def chosen(self) -> Case:
        """What is chosen now; the patient is typed elsewhere."""
        return Case(
            site=_value(self._site, Site),
            enzymes=self._enzymes.ticked(),
            species=_value(self._species, Species),
            allergies=self._allergies.ticked(),
            drugs=self._drugs.ticked(),
            infusions=_value(self._infusions, Infusions),
            load=_value(self._load, Load),
        )

    def is_empty(self) -> bool:
        """Whether nothing is chosen."""
        return self.chosen() == Case()

    def clear(self) -> None:
        """Choose nothing; `edited` is sent once."""
        self.blockSignals(True)
        for ticks in (self._drugs, self._enzymes, self._allergies):
            ticks.show_ticked(())
        for box in (self._species, self._site, self._infusions, self._load):
            box.setCurrentIndex(0)
        self.blockSignals(False)
        self.show_more(False)
        self.edited.emit()

    def focus_first(self) -> None:
        """Put the focus where choosing starts."""
        self._enzymes.focus_first()


def _choice(name: str, options: Mapping[str, str]) -> StillComboBox:
    box = StillComboBox(name)
    box.offer(_NOT_SAID, "")
    for value, words in options.items():
        box.offer(words, value)
    box.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _value(box: StillComboBox, kind: type[_Choice]) -> _Choice | None:
    word = box.currentData()
    return kind(word) if word else None
