"""Contrast, computed from the tokens: 4.5 to 1 for text, 3 to 1 for controls, the focus and what is drawn in charts."""

import re
from pathlib import Path

import pytest

from desktop.charts.tokens import scheme_tokens
from desktop.paths import RESOURCES, ROOT

TEXT, SHAPE = 4.5, 3.0
THEME = RESOURCES / "theme"
SCHEMES = ("light", "dark", "contrast")
GROUNDS = ("window", "surface", "selection")
SIGNALS = ("accent", "stop", "caution", "good")
# Selectors of what can be worked, and of the part of a scroll bar that is dragged.
CONTROLS = (
    "QPushButton",
    "QToolButton",
    "QLineEdit",
    "QComboBox",
    "QPlainTextEdit",
    "QTabBar::tab",
    "QCheckBox::indicator",
    "QRadioButton::indicator",
)
_RULE = re.compile(r"([^{}]+)\{([^}]*)\}")


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two #RRGGBB colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def rules(sheet: str) -> list[tuple[str, str]]:
    """Every selector of a style sheet with what it says."""
    text = re.sub(r"/\*.*?\*/", "", (THEME / sheet).read_text(encoding="utf-8"), flags=re.DOTALL)
    return [(one.strip(), said) for several, said in _RULE.findall(text) for one in several.split(",")]


def edges() -> set[str]:
    """The tokens that show where a control is, whether it has the focus and whether it is ticked."""
    found = set()
    for selector, said in rules("window.css"):
        if selector.startswith(CONTROLS):
            found |= set(re.findall(r"border(?:-color|-left)?:[^;]*@([a-z-]+)", said))
        if selector.startswith("QScrollBar::handle"):
            found |= set(re.findall(r"background: @([a-z-]+)", said))
    return found


def drawn() -> set[str]:
    """The tokens that the charts draw with, on the ground of the page."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "desktop" / "charts").glob("*.py")]
    named = {name for source in sources for name in re.findall(r'[@"]([a-z-]+)"', source)}
    return (named & set(scheme_tokens("light"))) - {"surface"}


def stroke(icon: Path) -> str:
    """The colour that a mark of the style sheet is drawn in."""
    (colour,) = re.findall(r'stroke="(#[0-9A-F]{6})"', icon.read_text(encoding="utf-8"))
    return str(colour)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read_on_every_ground(scheme: str) -> None:
    colours = scheme_tokens(scheme)
    pairs = [(text, ground) for text in ("ink", "muted", "accent") for ground in (*GROUNDS, "accent-soft")]
    pairs += [("ink", f"{signal}-soft") for signal in SIGNALS]
    pairs += [(signal, ground) for signal in SIGNALS for ground in ("window", "surface", f"{signal}-soft")]
    # What is marked in a text, and a chosen word.
    pairs.append(("surface", "accent"))
    assert [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < TEXT] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_controls_and_the_focus_can_be_seen(scheme: str) -> None:
    colours = scheme_tokens(scheme)
    assert {"accent", "edge", "muted", "stop"} <= edges()
    faint = [(e, on) for e in edges() for on in GROUNDS if contrast(colours[e], colours[on]) < SHAPE]
    assert faint == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_a_chart_draws_can_be_seen(scheme: str) -> None:
    colours = scheme_tokens(scheme)
    assert {"accent", "ink", "muted"} <= drawn()
    assert [token for token in drawn() if contrast(colours[token], colours["surface"]) < SHAPE] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_marks_of_lists_and_boxes_can_be_seen(scheme: str) -> None:
    colours = scheme_tokens(scheme)
    assert contrast(stroke(THEME / "arrow.svg"), colours["surface"]) >= SHAPE
    assert contrast(stroke(THEME / f"check-{scheme}.svg"), colours["accent"]) >= SHAPE
