"""A drug on a bedside card: its doses line by line, and what is said beside them on paper, in full and on a phone."""

from dataclasses import dataclass, replace

# What the line of a loading dose begins with.
LOAD = "First: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is said beside one dose, or above several.

    `remarks` say what the case leaves open, such as a load that is withheld; `marked` are the notes that change what is
    done, short, for paper and phones.
    """

    small: tuple[str, ...]
    remarks: tuple[str, ...]
    marked: tuple[str, ...]

    @property
    def beside(self) -> tuple[str, ...]:
        """What stands there where the notes follow in full."""
        return (*self.small, *self.remarks)

    @property
    def printed(self) -> tuple[str, ...]:
        """What stands there on paper, in small letters."""
        return (*self.beside, *self.marked)

    @property
    def for_phone(self) -> tuple[str, ...]:
        """What no dose is read without: it is left out with its dose only."""
        return (*self.remarks, *self.marked)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseLine(Beside):
    """What sources give alike: who for which use, the dose line by line, what belongs to it, and the notes in full.

    `around_dialysis` are the marked notes that say how the dose goes with a session, for somebody on haemodialysis;
    `unmarked` the notes of rows that paper only counts.
    """

    source: str
    bases: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    around_dialysis: tuple[str, ...]
    unmarked: tuple[str, ...]

    @property
    def for_phone(self) -> tuple[str, ...]:
        """What the dose is not read without."""
        return (*self.remarks, *self.marked, *self.around_dialysis)

    def beyond(self, own: Beside) -> "DoseLine":
        """The same without what is said once of several."""
        return replace(
            self,
            small=tuple(words for words in self.small if words not in own.small),
            remarks=tuple(words for words in self.remarks if words not in own.remarks),
            marked=tuple(words for words in self.marked if words not in own.marked),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared(Beside):
    """What belongs to every one of several doses, of one source or of the drug, and is said once above them."""

    source: str  # empty where it is said of all

    @property
    def of_each(self) -> str:
        """Of which doses it is said, in as few words as paper has room for."""
        return f"{self.source}, each" if self.source else "of each"

    @property
    def of_each_dose(self) -> str:
        """The same where there is room."""
        return f"Of each dose of the {self.source}" if self.source else "Of each dose below"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrugDoses:
    """A drug of the regimen: what its sources give, what belongs to all of that, and which give none and why.

    `without` names the sources that give none, without the reasons.
    """

    name: str
    doses: tuple[DoseLine, ...]
    shared: tuple[Shared, ...]
    withheld: tuple[str, ...]
    without: str
    session_is_told: bool  # by a finding, which stands on paper

    @property
    def first(self) -> str:
        """The loading dose that every one of several doses begins with; empty where they do not share one."""
        beginnings = {dose.lines[0] for dose in self.doses}
        shared = len(self.doses) > 1 and len(beginnings) == 1
        return "".join(words for words in beginnings if shared and words.startswith(LOAD))

    @property
    def part(self) -> str:
        """How its doses are named where they may be left out."""
        return doses_part(self.name)


def doses_part(drug: str) -> str:
    """The doses of one drug as a part of the text of a card."""
    return f"doses of {drug}"
