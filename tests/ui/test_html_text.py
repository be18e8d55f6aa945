"""Text that HTML must not read as its own."""

import html

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.html_text import escape


def test_what_html_reads_as_its_own_is_said_otherwise() -> None:
    assert escape("<a href='x'>\"6 & 7\"</a>") == "&lt;a href=&#x27;x&#x27;&gt;&quot;6 &amp; 7&quot;&lt;/a&gt;"
    assert escape("&lt;") == "&amp;lt;"


@given(st.text(alphabet=st.sampled_from("ab&<>\"'; #xµ\n")))
def test_it_is_what_the_library_of_python_makes_of_it(text: str) -> None:
    assert escape(text) == html.escape(text)
    assert html.unescape(escape(text)) == text
