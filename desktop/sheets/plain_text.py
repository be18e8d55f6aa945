"""The lines of a sheet as plain text, as the text templates write them."""

from dataclasses import dataclass

from desktop.domain.wording import wrapped


@dataclass(frozen=True, slots=True)
class Lines:
    """Writes words into lines of a width; nothing that belongs together is parted."""

    width: int

    def say(self, *words: str, indent: int = 0) -> str:
        """Words one after another, those that are empty left out."""
        return self._written(" " * indent, " " * indent, words)

    def item(self, label: object, *words: str, indent: int = 0) -> str:
        """A label and words beside it, which go on further in."""
        first = f"{' ' * indent}{label} "
        return self._written(first, " " * min(len(first), indent + 4), words)

    def fact(self, label: str, *words: str, indent: int = 0) -> str:
        """A label with a colon, and words beside it."""
        return self.item(f"{label}:", *words, indent=indent)

    def opening(self, label: str, indent: int = 0) -> str:
        """A label with a colon, of what stands on the lines below."""
        return self.say(f"{label}:", indent=indent)

    def head(self, words: str, rule: str = "-") -> str:
        """A heading with a rule below it."""
        written = self.say(words)
        return f"{written}\n{rule * max(map(len, written.splitlines()))}"

    def _written(self, first: str, following: str, words: tuple[str, ...]) -> str:
        return "\n".join(wrapped(" ".join(filter(None, words)), self.width, first, following))
