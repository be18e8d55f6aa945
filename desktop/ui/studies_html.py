"""Studies as data: the charts with their tables, then every study; patients and the laboratory apart."""

from collections.abc import Mapping, Sequence

from desktop.charts.evidence import FOREST, SHARES
from desktop.charts.forest import forest_drawing, forest_table
from desktop.charts.lettering import Drawing
from desktop.charts.shares import METHOD, shares_drawing, shares_table
from desktop.domain.evidence import Arm, Study, counted, in_patients, in_the_laboratory, measured
from desktop.domain.proportions import interval_words, share_words, wilson
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.ui.fragments import CHART_LINK, anchor_html, citations_html, heading_html, table_html
from desktop.ui.html_text import escape
from desktop.ui.layers_html import STUDIES, IsFolded, folding_html
from desktop.ui.room import Room

_AS_TABLE = "The same as a table"
_KIND = {False: "", True: "laboratory or animal work; "}
_HEADS = {"Study": 18, "What was counted": 21, "Group": 18, "How many": 24, "Checked": 18}
_FOREST_HEADS = {"Study": 16, "Outcome": 17, "Which against which": 23, "Measure": 26, "Checked": 17}
_FIGURE_HEADS = {"What": 30, "Group": 25, "Figure": 26, "Checked": 18}


def studies_html(studies: Sequence[Study], numbers: Mapping[str, int], is_folded: IsFolded, room: Room) -> str:
    """The charts, each with the table that says the same, and every study in full."""
    charts = "".join(_shares_html(studies, name, is_folded, room) for name in SHARES)
    return (
        f"{charts}{_forest_html(studies, is_folded, room)}"
        + _group_html("Studies in patients", "patients", in_patients(studies), numbers, is_folded)
        + _group_html(
            "Laboratory and animal work: no patients", "laboratory", in_the_laboratory(studies), numbers, is_folded
        )
    )


def _shares_html(studies: Sequence[Study], name: str, is_folded: IsFolded, room: Room) -> str:
    outcome, words = SHARES[name]
    found = tuple(counted(studies, outcome))
    if not found:
        return ""
    rows = [[escape(cell) for cell in row] for row in shares_table(found)]
    image = _image_html(shares_drawing(found, words, room.width), name, room)
    said = f'{image}<p class="small">{METHOD} Where only a per cent was printed, no bar is drawn.</p>'
    return (
        heading_html(3, words)
        + said
        + folding_html(f"{STUDIES}/{name}", _AS_TABLE, table_html(_HEADS, rows), is_folded)
    )


def _forest_html(studies: Sequence[Study], is_folded: IsFolded, room: Room) -> str:
    found = tuple(measured(studies))
    if not found:
        return ""
    rows = [[escape(cell) for cell in row] for row in forest_table(found)]
    drawing = forest_drawing(found, room.width)
    return (
        heading_html(3, drawing.words)
        + _image_html(drawing, FOREST, room)
        + folding_html(f"{STUDIES}/{FOREST}", _AS_TABLE, table_html(_FOREST_HEADS, rows), is_folded)
    )


def _image_html(drawing: Drawing, name: str, room: Room) -> str:
    """The drawing by its name; its size is said here, so that it is drawn only once it comes into sight."""
    width, height = room.scaled(drawing.width), room.scaled(drawing.height)
    source = f"{CHART_LINK}{name}/{drawing.width}"
    return f'<p><img src="{source}" width="{width}" height="{height}" alt="{escape(drawing.words)}"></p>'


def _group_html(words: str, key: str, studies: Sequence[Study], numbers: Mapping[str, int], is_folded: IsFolded) -> str:
    if not studies:
        return ""
    inside = "".join(study_html(study, numbers) for study in studies)
    anchors = [study.id for study in studies]
    return folding_html(f"{STUDIES}/{key}", f"{words} ({len(studies)})", inside, is_folded, anchors)


def study_links_html(studies: Sequence[Study]) -> str:
    """The studies behind a section, each a link to all of it; those of the laboratory come last and say so."""
    ordered = [*in_patients(studies), *in_the_laboratory(studies)]
    rows = "".join(
        f'<li><a href="study:{study.id}">{escape(study.title)}</a>: {_KIND[study.preclinical]}{escape(study.size)}</li>'
        for study in ordered
    )
    return f"<ul>{rows}</ul>"


def study_html(study: Study, numbers: Mapping[str, int]) -> str:
    """One study in full; laboratory and animal work is set apart by its bar and its first words."""
    cited = citations_html([source.reference for source in study.sources], numbers)
    mark = "LABORATORY OR ANIMAL WORK · " if study.preclinical else ""
    overlap = f"<br><strong>Overlap:</strong> {escape(study.overlap_note)}" if study.overlap_note else ""
    words = (
        f"<p>{anchor_html(study.id)}<strong>{escape(study.title)}</strong>{cited}</p>"
        f'<p class="small">{mark}{escape(study.design)} {escape(study.population)} '
        f"Size: {escape(study.size)}. ({VERIFICATION_WORDS[study.verification]})</p>"
        f"{_figures_html(study)}"
        f"<p><strong>Can show:</strong> {escape(study.shows)}<br>"
        f"<strong>Cannot show:</strong> {escape(study.cannot_show)}{overlap}</p>"
    )
    look = "lab" if study.preclinical else "bar"
    return (
        f'<table width="100%" cellspacing="0" cellpadding="0"><tr><td class="{look}" width="4"></td>'
        f'<td style="padding: 4px 0 8px 12px;">{words}</td></tr></table>'
    )


def _figures_html(study: Study) -> str:
    """Every figure of a study with how far it was checked."""
    rows = [
        (escape(count.title), escape(arm.label), _share_html(arm), VERIFICATION_WORDS[arm.verification])
        for count in study.counts
        for arm in count.arms
    ]
    rows += [
        (
            escape(effect.title),
            escape(f"{effect.first} against {effect.second}"),
            escape(f"{effect.words}; {effect.adjusted}"),
            VERIFICATION_WORDS[effect.verification],
        )
        for effect in study.effects
    ]
    return table_html(_FIGURE_HEADS, rows) if rows else ""


def _share_html(arm: Arm) -> str:
    if arm.counts is None:
        return f"{escape(arm.percent or '')} (counts not seen)"
    return f"<strong>{share_words(*arm.counts)}</strong><br>95% interval {interval_words(wilson(*arm.counts))}"
