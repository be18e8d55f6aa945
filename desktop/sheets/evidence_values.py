"""Guidelines, studies and breakpoints of a topic, as entries for its templates."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.breakpoints import NOT_RECORDED, Breakpoint
from desktop.domain.evidence import Arm, Study, in_patients, in_the_laboratory
from desktop.domain.guidelines import Guideline, grade_line
from desktop.domain.proportions import interval_words, share_words, wilson
from desktop.domain.provenance import VERIFICATION_WORDS, Source

Marks = Callable[[Iterable[str]], str]
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with its citation marks, how far it was checked, and labelled lines."""

    title: str
    marks: str
    level: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries under one heading, which may be empty."""

    title: str
    entries: tuple[Entry, ...]


def guideline_entries(guidelines: Sequence[Guideline], marks: Marks) -> tuple[EntryGroup, ...]:
    """What each issuer says on the same questions, in its own grades."""
    return (
        EntryGroup(
            "",
            tuple(
                Entry(
                    f"{guideline.name}, {guideline.issued}",
                    _cited(guideline.sources, marks),
                    VERIFICATION_WORDS[guideline.verification],
                    tuple(_positions(guideline)),
                )
                for guideline in guidelines
            ),
        ),
    )


def _positions(guideline: Guideline) -> Iterator[Fact]:
    for aspect, position in guideline.positions.items():
        checked = VERIFICATION_WORDS[position.verification]
        facts = [grade_line(position, guideline.graded_with)]
        facts += [] if position.verification is guideline.verification else [checked]
        said = "; ".join(fact for fact in facts if fact)
        yield aspect.capitalize(), f"{position.text}{f' ({said})' if said else ''}"
    if guideline.note:
        yield "Note", guideline.note


def study_entries(studies: Sequence[Study], marks: Marks) -> tuple[EntryGroup, ...]:
    """Every study; those of the laboratory under a heading of their own."""
    groups = (
        ("Studies in patients", in_patients(studies)),
        ("Laboratory and animal work: no patients", in_the_laboratory(studies)),
    )
    return tuple(EntryGroup(words, tuple(_study(study, marks) for study in group)) for words, group in groups if group)


def _study(study: Study, marks: Marks) -> Entry:
    facts = [("Design", study.design), ("Who", f"{study.population} Size: {study.size}.")]
    facts += [("Counted", f"{count.title}: {'; '.join(map(_share, count.arms))}") for count in study.counts]
    for effect in study.effects:
        checked = VERIFICATION_WORDS[effect.verification]
        compared = f"{effect.title}, {effect.first} against {effect.second}"
        facts.append(("Measured", f"{compared}: {effect.words}; {effect.adjusted} ({checked})"))
    facts += [("Can show", study.shows), ("Cannot show", study.cannot_show)]
    facts += [("Overlap", study.overlap_note)] if study.overlap_note else []
    return Entry(study.title, _cited(study.sources, marks), VERIFICATION_WORDS[study.verification], tuple(facts))


def _share(arm: Arm) -> str:
    checked = VERIFICATION_WORDS[arm.verification]
    if arm.counts is None:
        return f"{arm.label} {arm.percent or NOT_RECORDED} ({checked})"
    return f"{arm.label} {share_words(*arm.counts)}, 95% interval {interval_words(wilson(*arm.counts))} ({checked})"


def breakpoint_entries(
    breakpoints: Sequence[Breakpoint], marks: Marks, name: Callable[[str], str]
) -> tuple[EntryGroup, ...]:
    """Every breakpoint in mg/L, by drug and standard; `name` gives a drug's name."""
    entries = tuple(
        Entry(
            f"{name(one.drug)}, {one.standard}, {one.edition_words}",
            _cited(one.sources, marks),
            VERIFICATION_WORDS[one.verification],
            tuple(_limits(one)),
        )
        for one in breakpoints
    )
    return (EntryGroup("", entries),)


def _limits(one: Breakpoint) -> Iterator[Fact]:
    for label, limit in zip(("Susceptible", "Intermediate", "Resistant"), one.limits, strict=True):
        words = f"{limit.text} ({VERIFICATION_WORDS[limit.verification]})" if limit else NOT_RECORDED
        if any(one.limits):
            yield label, words
    if one.note:
        yield "Note", one.note


def _cited(sources: Sequence[Source], marks: Marks) -> str:
    return marks(source.reference for source in sources)
