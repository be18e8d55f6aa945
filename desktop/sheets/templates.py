"""The one template environment of the program: closed, escaping, and refusing whatever is missing."""

from functools import cache

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from desktop.domain.wording import HARD_SPACE, kept_together
from desktop.paths import RESOURCES

_PLAIN = ".txt"
TEMPLATES = RESOURCES / "templates"
# Whatever else jinja2 offers could put a missing value into words before the guard below sees it.
_FILTERS = ("batch", "capitalize", "groupby", "indent", "length", "lower", "select", "reject", "trim", "upper")


class MissingValueError(ValueError):
    """Why a page is not made: a place of its template has nothing to show."""


def rendered(template: str, **values: object) -> str:
    """The text of a template of resources/templates with its values; of a name that ends in .txt nothing is escaped.

    Values are never read as templates. Text that was made safe beforehand is passed as `markupsafe.Markup`.
    """
    text = environment().get_template(template).render(**values)
    return text.replace(HARD_SPACE, " ") if template.endswith(_PLAIN) else text


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The environment, made once."""
    made = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=lambda name: name is None or not name.endswith(_PLAIN),
        undefined=StrictUndefined,
        finalize=_present,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters = {name: made.filters[name] for name in _FILTERS}
    return made


def _present(value: object) -> object:
    """The value of one place, which is never nothing, "None mg" least of all; no dose in it is broken over lines."""
    if value is None:
        raise MissingValueError("A place of the page has no value, so the page is not made.")
    if isinstance(value, Markup):
        return Markup(kept_together(value))  # noqa: S704 (compiled or escaped before)
    return kept_together(value) if isinstance(value, str) else value
