"""A statement's Markdown, rendered when compiled: what was reviewed is what ships.

Only what Qt's rich text shows the same everywhere is let through; the rest is a fault, not a surprise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from desktop.compiler.authored import hidden_character

# Markdown-it's name for each mark that is let through, with its HTML and its plain text.
_MARKS = {
    "paragraph_open": ("<p>", ""),
    "paragraph_close": ("</p>", "\n\n"),
    "strong_open": ("<strong>", ""),
    "strong_close": ("</strong>", ""),
    "em_open": ("<em>", ""),
    "em_close": ("</em>", ""),
    "bullet_list_open": ("<ul>", ""),
    "bullet_list_close": ("</ul>", "\n"),
    "list_item_open": ("<li>", "- "),
    "list_item_close": ("</li>", ""),
    "link_close": ("</a>", ""),
    "softbreak": (" ", " "),
}
_NAMES = {
    "html_block": "raw HTML",
    "html_inline": "raw HTML",
    "image": "an image",
    "code_inline": "code",
    "code_block": "an indented block",
    "fence": "code",
    "heading_open": "a heading",
    "blockquote_open": "a quotation",
    "ordered_list_open": "a numbered list",
    "hr": "a rule",
    "hardbreak": "a forced line break",
}
# Marks that Markdown did not read as marks stay in the text, and would reach the reader.
_LEFTOVERS = (("*", "asterisks that mark nothing"), ("](", "a link that cannot be read"))
LINK_KINDS = ("statement", "drug", "reference", "term")


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the library, such as statement:first-line."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A statement's prose as an HTML fragment and as plain text, with its links, and what is not let through."""

    html: str
    text: str
    links: tuple[Link, ...]
    refused: tuple[str, ...]


def rendered(prose: str) -> Rendered:
    """The prose rendered; a soft line break is a space, paragraphs are parted by an empty line in the text."""
    tokens = list(_flat(MarkdownIt("commonmark").parse(prose)))
    links = tuple(_link(token) for token in tokens if token.type == "link_open")
    text = "".join(_text(token) for token in tokens).strip()
    return Rendered("".join(_html(token) for token in tokens), text, links, tuple(_refused(tokens, text)))


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "inline":
            yield from token.children or ()
        elif token.hidden and token.type == "paragraph_close":
            # A tight list: no paragraph of its own, yet its words end a line.
            yield Token("tight_close", "", 0)
        elif not token.hidden:
            yield token


def _html(token: Token) -> str:
    if token.type == "link_open":
        return f'<a href="{escape(str(token.attrs["href"]))}">'
    return escape(token.content, quote=False) if token.type == "text" else _MARKS.get(token.type, ("", ""))[0]


def _text(token: Token) -> str:
    if token.type == "tight_close":
        return "\n"
    return token.content if token.type == "text" else _MARKS.get(token.type, ("", ""))[1]


def _link(token: Token) -> Link:
    kind, _, target = str(token.attrs["href"]).partition(":")
    return Link(kind, target)


def _refused(tokens: Sequence[Token], text: str) -> Iterator[str]:
    known = (*_MARKS, "text", "link_open", "tight_close")
    found = {token.type for token in tokens if token.type not in known and not token.type.endswith("_close")}
    yield from sorted({_NAMES.get(kind, kind) for kind in found})
    yield from (name for mark, name in _LEFTOVERS if mark in text)
    hidden = hidden_character(text)
    if hidden:
        yield f"the character {hidden}, which is not seen"
    if not text:
        yield "no words at all"
