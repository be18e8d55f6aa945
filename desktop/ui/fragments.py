"""Small pieces of HTML that every part of the page is made of."""

from collections.abc import Mapping, Sequence

from desktop.ui.html_text import escape

# What links and images begin with that more than one part of the page makes.
TOPIC_LINK, TERM_LINK, CITE_LINK, CHART_LINK = "topic:", "term:", "cite:", "chart:"


def heading_html(level: int, words: str, anchor: str = "") -> str:
    """A heading; not h1 to h3, which Qt enlarges once more whatever size the style sheet gives them."""
    return f'<p class="h{level}">{anchor_html(anchor)}{escape(words)}</p>'


def anchor_html(name: str) -> str:
    """A place that can be gone to; inside a paragraph, as Qt forgets the name of one that stands between two."""
    return f'<a name="{name}"></a>' if name else ""


def citations_html(cited: Sequence[str], numbers: Mapping[str, int]) -> str:
    """The numbers of what is cited, each a link."""
    links = (f'<a href="reference:{reference}">{numbers[reference]}</a>' for reference in dict.fromkeys(cited))
    return f' <span class="small">[{", ".join(links)}]</span>' if cited else ""


def table_html(heads: Mapping[str, int], rows: Sequence[Sequence[str]]) -> str:
    """A table of small print under heads with their widths in per cent; the cells are HTML. Hairlines part the rows.

    Widths add up to less than 100: Qt rounds each up, and a table one pixel too wide lets the page scroll sideways.
    """
    head = "".join(
        f'<td width="{width}%" class="small cell"><strong>{escape(words)}</strong></td>'
        for words, width in heads.items()
    )
    body = "".join(f"<tr>{''.join(_cell_html(cell) for cell in row)}</tr>" for row in rows)
    return f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{head}</tr>{body}</table>'


def _cell_html(cell: str) -> str:
    return f'<td class="small cell" valign="top">{cell}</td>'
