"""Studies, guidelines and breakpoints as rows of content.db."""

from desktop.compiler.authored_evidence import AuthoredBreakpoint, AuthoredGuideline, AuthoredStudy
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.tables import Tables
from desktop.domain.guidelines import Aspect


def add_evidence(tables: Tables, library: AuthoredLibrary) -> None:
    """Adds every study, guideline and breakpoint of every topic."""
    breakpoints = 0
    for folder in library.topics:
        for position, guideline in enumerate(folder.guidelines, 1):
            _add_guideline(tables, folder.slug, position, guideline)
        for position, study in enumerate(folder.studies, 1):
            _add_study(tables, folder.slug, position, study)
        for found in folder.breakpoints:
            breakpoints += 1
            _add_breakpoint(tables, folder.slug, breakpoints, found)


def _add_guideline(tables: Tables, topic: str, position: int, guideline: AuthoredGuideline) -> None:
    tables.add(
        "guideline",
        id=guideline.id,
        topic=topic,
        position=position,
        name=guideline.name,
        issued=guideline.issued,
        graded_with=guideline.graded_with,
        note=guideline.note,
        verification=guideline.verification.value,
    )
    cited = [citation.source(guideline.verification) for citation in guideline.citations]
    tables.add_sources("guideline_source", cited, guideline=guideline.id)
    for aspect in Aspect:
        said = getattr(guideline, aspect)
        tables.add(
            "guideline_position",
            guideline=guideline.id,
            aspect=aspect.value,
            text=said.text,
            strength=said.strength,
            certainty=said.certainty,
            verification=(said.verification or guideline.verification).value,
        )


def _add_study(tables: Tables, topic: str, position: int, study: AuthoredStudy) -> None:
    plain = ("id", "title", "design", "population", "size", "shows", "cannot_show", "overlap_note")
    tables.add(
        "study",
        **study.model_dump(include=set(plain)),
        topic=topic,
        position=position,
        preclinical=int(study.preclinical),
        verification=study.verification.value,
    )
    cited = [citation.source(study.verification) for citation in study.citations]
    tables.add_sources("study_source", cited, study=study.id)
    tables.add_each("study_overlap", "other", study.overlaps, study=study.id)
    _add_counts(tables, study)
    _add_effects(tables, study)


def _add_counts(tables: Tables, study: AuthoredStudy) -> None:
    for at, count in enumerate(study.count, 1):
        tables.add("study_count", study=study.id, position=at, outcome=count.outcome.value, title=count.title)
        for position, arm in enumerate(count.arm, 1):
            tables.add(
                "study_arm",
                study=study.id,
                count=at,
                position=position,
                label=arm.label,
                events=arm.events,
                total=arm.total,
                percent=arm.percent,
                verification=(arm.verification or count.verification or study.verification).value,
            )


def _add_effects(tables: Tables, study: AuthoredStudy) -> None:
    for at, effect in enumerate(study.effect, 1):
        ends = {
            name: None if end is None else format(end, "f")
            for name, end in (("low", effect.low), ("high", effect.high))
        }
        tables.add(
            "study_effect",
            study=study.id,
            position=at,
            measure=effect.measure,
            title=effect.title,
            first=effect.first,
            second=effect.second,
            value=format(effect.value, "f"),
            **ends,
            p=effect.p,
            adjusted=effect.adjusted,
            verification=(effect.verification or study.verification).value,
        )


def _add_breakpoint(tables: Tables, topic: str, key: int, found: AuthoredBreakpoint) -> None:
    tables.add(
        "breakpoint",
        id=key,
        topic=topic,
        drug=found.drug,
        standard=found.standard,
        edition=found.edition,
        note=found.note,
        verification=found.verification.value,
    )
    cited = [citation.source(found.verification) for citation in found.citations]
    tables.add_sources("breakpoint_source", cited, breakpoint=key)
    classes = {"susceptible": found.susceptible, "intermediate": found.intermediate, "resistant": found.resistant}
    for name, limit in classes.items():
        if limit is not None:
            level = (limit.verification or found.verification).value
            tables.add("breakpoint_limit", breakpoint=key, **{"class": name}, text=limit.text, verification=level)
