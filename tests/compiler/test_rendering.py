"""What a statement's Markdown becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.compiler.rendering import Link, rendered


def test_bold_emphasis_and_links_become_qts_html_and_plain_words() -> None:
    found = rendered("Give **2 g** *once*, see [the row](drug:aztreonam).")
    assert found.html == ('<p>Give <strong>2 g</strong> <em>once</em>, see <a href="drug:aztreonam">the row</a>.</p>')
    assert found.text == "Give 2 g once, see the row."
    assert found.links == (Link("drug", "aztreonam"),)
    assert found.refused == ()


def test_paragraphs_are_parted_and_soft_breaks_are_spaces() -> None:
    found = rendered("One\nline.\n\nAnother.")
    assert found.html == "<p>One line.</p><p>Another.</p>"
    assert found.text == "One line.\n\nAnother."


def test_a_list_keeps_its_items_apart() -> None:
    found = rendered("Either:\n\n- one\n- **two**\n\nThen.")
    assert found.html == "<p>Either:</p><ul><li>one</li><li><strong>two</strong></li></ul><p>Then.</p>"
    assert found.text == "Either:\n\n- one\n- two\n\nThen."


def test_signs_of_html_in_words_are_escaped() -> None:
    found = rendered("A & B; \"C\" is 'D'; p < q")
    assert found.html == "<p>A &amp; B; \"C\" is 'D'; p &lt; q</p>"
    assert found.text == "A & B; \"C\" is 'D'; p < q"


@pytest.mark.parametrize(
    ("prose", "refused"),
    [
        ("a <b>b</b>", "raw HTML"),
        ("<!-- hidden -->", "raw HTML"),
        ("![a](b.png)", "an image"),
        ("`a`", "code"),
        ("```\na\n```", "code"),
        ("a\n\n    b", "an indented block"),
        ("# a", "a heading"),
        ("> a", "a quotation"),
        ("1. a", "a numbered list"),
        ("a\n\n***\n\nb", "a rule"),
        ("a  \nb", "a forced line break"),
        ("**a", "asterisks that mark nothing"),
        ("[a](javascript:alert)", "a link that cannot be read"),
        ("[a](statement:a b)", "a link that cannot be read"),
        ("", "no words at all"),
    ],
)
def test_what_qt_would_not_show_the_same_everywhere_is_refused(prose: str, refused: str) -> None:
    assert refused in rendered(prose).refused


@given(st.text())
def test_any_prose_is_rendered_with_known_tags_only_or_refused(prose: str) -> None:
    found = rendered(prose)
    bare = found.html
    for tag in ("p", "strong", "em", "ul", "li"):
        bare = bare.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    assert "<" not in bare.replace("</a>", "").replace('<a href="', "")
