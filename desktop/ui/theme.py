"""The look: colours and sizes out of resources/theme, filled into the style sheets of window and document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.charts.tokens import filled, scheme_tokens
from desktop.paths import RESOURCES

_FOLDER = RESOURCES / "theme"
_LENGTH = re.compile(r"\b(\d+)px")
HAIRLINE_PX = 1
TEXT_SIZES = (100, 125, 150, 175, 200)
PAGE_SIZES = (75, 100, 125, 150, 175, 200)
USUAL_PERCENT, _MOST_PERCENT = 100, 200


class Scheme(StrEnum):
    """The colour schemes; `SYSTEM` follows the desktop between light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Theme:
    """One scheme at one size, ready to be applied; `page_percent` is the size of page, drawer and cards."""

    scheme: Scheme
    percent: int
    page_percent: int
    colours: Mapping[str, str]
    window_css: str
    document_css: str

    def length(self, px: int) -> int:
        """A length at this text size."""
        return px * self.percent // 100

    def page_length(self, px: int) -> int:
        """A length at the size of what is read."""
        return px * self.page_percent // 100


def page_percent(percent: int, of_page: int) -> int:
    """The size of what is read, in per cent: `of_page` of the window's, as far as lines of doses stay whole."""
    return min(percent * of_page // 100, max(percent, _MOST_PERCENT))


def load_theme(scheme: Scheme, percent: int, of_page: int = USUAL_PERCENT) -> Theme:
    """The theme for a scheme (never SYSTEM: the caller knows what the desktop shows) and the sizes in per cent."""
    colours = scheme_tokens(scheme)
    filled = colours | {"folder": _FOLDER.as_posix(), "scheme": scheme.value}
    sheets = [(_FOLDER / name).read_text(encoding="utf-8") for name in ("window.css", "document.css")]
    of_what_is_read = page_percent(percent, of_page)
    window_css, document_css = (
        _filled(sheet, filled, size) for sheet, size in zip(sheets, (percent, of_what_is_read), strict=True)
    )
    return Theme(scheme, percent, of_what_is_read, colours, window_css, document_css)


def _filled(sheet: str, tokens: Mapping[str, str], percent: int) -> str:
    def scaled(match: re.Match[str]) -> str:
        px = int(match[1])
        return match[0] if px == HAIRLINE_PX else f"{px * percent // 100}px"

    return filled(_LENGTH.sub(scaled, sheet), tokens)
