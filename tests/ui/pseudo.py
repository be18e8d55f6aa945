"""Two languages that nobody speaks: one with long words, one read from right to left. Made from the catalogue."""

import re
from collections.abc import Callable
from pathlib import Path

import words

LONG, MIRRORED = "en_XA", "ar_XB"
# A place for a value, a mnemonic, or the pattern of a file dialog stays as it is.
_KEPT = re.compile(r"(\{\w+\}|\(\*[^)]*\)|\([^)]*\*\.[^)]*\)|;;)")
_VOWELS = dict(
    zip("aeiouyAEIOUY", ("áà", "éè", "íì", "óò", "úù", "ýỳ", "ÁÀ", "ÉÈ", "ÍÌ", "ÓÒ", "ÚÙ", "ÝỲ"), strict=True)
)
_FIRST_HEBREW, _HEBREW = 0x05D0, 22


def _long(text: str) -> str:
    return "".join(_VOWELS.get(letter, letter) for letter in text)


def _mirrored(text: str) -> str:
    turned = {letter: chr(_FIRST_HEBREW + at % _HEBREW) for at, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}
    return "".join(turned.get(letter.lower(), letter) for letter in text)


SPOKEN: dict[str, Callable[[str], str]] = {LONG: _long, MIRRORED: _mirrored}


def said(language: str, text: str) -> str:
    """The words of a message in one of the two languages; what is put into its places is left alone."""
    return "".join(part if _KEPT.fullmatch(part) else SPOKEN[language](part) for part in _KEPT.split(text))


_LONG_VOWEL, _HEBREW_LETTER = f"(?:{'|'.join(_VOWELS.values())})", "[\u05d0-\u05e9]"
_TRANSLATED = {
    language: re.compile(rf"\S*{letter}\S*") for language, letter in ((LONG, _LONG_VOWEL), (MIRRORED, _HEBREW_LETTER))
}
_WORD = re.compile("[A-Za-z]+")


def between_translated(language: str, text: str) -> list[str]:
    """What stands before, between and after the translated words of a text."""
    return _TRANSLATED[language].split(text)


def untranslated(language: str, text: str) -> str:
    """The words of a text that would look different if they were translated."""
    return " ".join(word for word in _WORD.findall(text) if SPOKEN[language](word) != word)


def add_language(language: str, folder: Path) -> None:
    """Compile one of the two languages into a folder, as a translator would add it."""
    direction = {LONG: "LTR", MIRRORED: "RTL"}[language]
    translated = {
        message: direction if message.words == "QT_LAYOUT_DIRECTION" else said(language, message.words)
        for message in words.catalogue()
    }
    file = folder / f"{words.CATALOGUE.stem}_{language}.ts"
    words.write(file, words.catalogue(), translated)
    words.compiled(file)
