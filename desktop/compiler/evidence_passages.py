"""What search finds of studies, guidelines and breakpoints."""

from collections.abc import Iterator, Mapping

from desktop.compiler import passage as kinds
from desktop.compiler.authored_evidence import (
    AuthoredArm,
    AuthoredBreakpoint,
    AuthoredGuideline,
    AuthoredLimit,
    AuthoredPosition,
    AuthoredStudy,
)
from desktop.compiler.library import TopicFolder
from desktop.compiler.passage import Passage, joined
from desktop.domain.provenance import VERIFICATION_WORDS, Verification


def evidence_passages(folder: TopicFolder, drugs: Mapping[str, str]) -> Iterator[Passage]:
    """Every study, guideline and breakpoint of a topic; `drugs` are names by slug."""
    for study in folder.studies:
        yield _study(folder, study)
    for guideline in folder.guidelines:
        yield _guideline(folder, guideline)
    for one in folder.breakpoints:
        yield _breakpoint(folder, one, drugs.get(one.drug, one.drug))


def _study(folder: TopicFolder, study: AuthoredStudy) -> Passage:
    counted = (
        f"{count.title}: {'; '.join(_arm(arm) for arm in count.arm)}{_level(count.verification or study.verification)}."
        for count in study.count
    )
    measured = (
        f"{effect.title}, {effect.first} against {effect.second}: {effect.measure} {effect.value}"
        f"{_level(effect.verification or study.verification)}."
        for effect in study.effect
    )
    return Passage(
        kind=kinds.STUDY,
        target=study.id,
        topic=folder.slug,
        title=f"{study.title}: the study",
        text=joined(
            joined(study.design, study.population, study.size, by=" "),
            *counted,
            *measured,
            f"It shows: {study.shows}",
            f"It cannot show: {study.cannot_show}",
        ),
        link=f"study:{study.id}",
        verification=study.verification,
    )


def _level(verification: Verification) -> str:
    return f" ({VERIFICATION_WORDS[verification]})"


def _arm(arm: AuthoredArm) -> str:
    return f"{arm.label} {arm.percent or f'{arm.events} of {arm.total}'}"


def _guideline(folder: TopicFolder, guideline: AuthoredGuideline) -> Passage:
    positions = {
        "Preferred": guideline.preferred,
        "Alternative": guideline.alternative,
        "Polymyxins": guideline.polymyxins,
        "Combination": guideline.combination,
    }
    return Passage(
        kind=kinds.GUIDELINE,
        target=guideline.id,
        topic=folder.slug,
        title=f"{guideline.name} ({guideline.issued}): what the guideline says",
        text=joined(
            *(
                f"{name}: {_position(position)}{_level(position.verification or guideline.verification)}"
                for name, position in positions.items()
            ),
            guideline.note,
        ),
        link=_link(folder, "guidelines"),
        verification=guideline.verification,
    )


def _position(position: AuthoredPosition) -> str:
    graded = position.strength and f"({position.strength}; certainty {position.certainty})"
    return joined(position.text, graded, by=" ")


def _breakpoint(folder: TopicFolder, one: AuthoredBreakpoint, drug: str) -> Passage:
    limits = {"susceptible": one.susceptible, "intermediate": one.intermediate, "resistant": one.resistant}
    said = "; ".join(f"{name} {_limit(limit, one)}" for name, limit in limits.items() if limit)
    return Passage(
        kind=kinds.BREAKPOINT,
        target=f"{one.drug}/breakpoint/{one.standard.casefold()}",
        topic=folder.slug,
        drug=one.drug,
        title=f"{drug}: {one.standard} breakpoints for Enterobacterales",
        text=joined(said and f"In mg per L: {said}.", one.note, by=" "),
        link=_link(folder, "breakpoints"),
        verification=one.verification,
    )


def _limit(limit: AuthoredLimit, one: AuthoredBreakpoint) -> str:
    return f"{limit.text}{_level(limit.verification or one.verification)}"


def _link(folder: TopicFolder, generated: str) -> str:
    """The section that shows a list, or the topic where none does."""
    section = next((f"#{section.id}" for section in folder.sections if section.generated == generated), "")
    return f"topic:{folder.slug}{section}"
