"""Templates show what they are given, literally, and nothing where something is missing."""

import pytest
from jinja2 import UndefinedError, nodes
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from desktop.sheets.templates import TEMPLATES, MissingValueError, environment


def made(source: str, **values: object) -> str:
    return environment().from_string(source).render(**values)


def test_a_value_that_looks_like_a_template_is_shown_literally() -> None:
    assert made("{{ text }}", text="{{ 7 * 7 }} {% raw %}") == "{{ 7 * 7 }} {% raw %}"


def test_a_value_that_looks_like_html_is_escaped_and_a_compiled_fragment_is_not() -> None:
    assert made("{{ text }}", text="<b>1</b>") == "&lt;b&gt;1&lt;/b&gt;"
    assert made("{{ text }}", text=Markup("<b>1</b>")) == "<b>1</b>"


def test_nothing_is_refused_where_a_value_belongs() -> None:
    with pytest.raises(MissingValueError, match="no value"):
        made("{{ dose }} mg", dose=None)


@pytest.mark.parametrize("source", ["{{ dose }} mg", "{{ dose.mg }} mg", "{% if dose %}{% endif %}", "{{ row.mg }} mg"])
def test_a_name_that_is_missing_is_refused(source: str) -> None:
    with pytest.raises(UndefinedError):
        made(source, row={})


def test_a_template_reaches_nothing_but_its_values() -> None:
    with pytest.raises(SecurityError):
        made("{{ ''.__class__.__mro__ }}")
    with pytest.raises(SecurityError):
        made("{{ lines.append('more') }}", lines=[])


@pytest.mark.parametrize("name", sorted(path.name for path in TEMPLATES.iterdir()))
def test_no_template_puts_text_together_behind_the_guard(name: str) -> None:
    # They would turn a missing value into the word None before it is looked at.
    tree = environment().parse((TEMPLATES / name).read_text(encoding="utf-8"))
    assert list(tree.find_all((nodes.Concat, nodes.Mod, nodes.Add))) == []
