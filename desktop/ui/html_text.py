"""Text of the library as HTML says it."""

# The first first: it stands in all the others.
_MEANT = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;"))


def escape(text: str) -> str:
    """The text, with no character left that HTML would read as its own.

    It is what `html` makes of it, whose table of every entity takes a hundredth of the time to the first painted page.
    """
    for character, meant in _MEANT:
        text = text.replace(character, meant)
    return text
