"""The catalogue of the interface's words, out of the sources; and the languages, compiled for the program.

Run it as `python3 packaging/dev.py words`. The sources are read as Python: Qt's own tool does not look into f-strings.
"""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import PySide6

from environment import ROOT

SOURCES = ROOT / "desktop" / "ui"
LANGUAGES = ROOT / "resources" / "languages"
CATALOGUE = LANGUAGES / "wardlight.ts"
CONTEXT = "Wardlight"
_NOTED = {"tr", "tr_later"}
_LRELEASE = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")


@dataclass(frozen=True, slots=True)
class Message:
    """Something to be translated, in the context in which the program or Qt asks for it."""

    context: str
    words: str
    comment: str = ""


# What Qt itself says in this program's windows, and which way a language is read.
OF_QT = (
    Message(
        "QGuiApplication", "QT_LAYOUT_DIRECTION", "Translate it by LTR, or by RTL for a language read right to left."
    ),
    *(
        Message("QPlatformTheme", words)
        for words in ("OK", "Save", "Cancel", "Close", "&Yes", "&No", "Discard", "Open", "Reset", "Help")
    ),
    Message("QDialogButtonBox", "OK"),
    *(
        Message(context, words)
        for context in ("QLineEdit", "QWidgetTextControl")
        for words in ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All")
    ),
    Message("QWidgetTextControl", "Copy &Link Location"),
    Message("QTabBar", "Scroll Left"),
    Message("QTabBar", "Scroll Right"),
)


def main() -> int:
    """0, once the catalogue, and every language beside it, has the words of the sources and is compiled."""
    messages = catalogue()
    write(CATALOGUE, messages, {})
    for file in sorted(LANGUAGES.glob(f"{CATALOGUE.stem}_*.ts")):
        write(file, messages, translations(file))
        compiled(file)
    print(f"{len(messages)} messages in {CATALOGUE.relative_to(ROOT)}")
    return 0


def catalogue(sources: Path = SOURCES) -> list[Message]:
    """Every message of the interface once, in the order of the files and of their lines, then those of Qt."""
    found = [Message(CONTEXT, words) for file in sorted(sources.glob("*.py")) for words in words_of(file)]
    return list(dict.fromkeys([*found, *OF_QT]))


def words_of(file: Path) -> Iterator[str]:
    """The words that a module gives to `tr` or `tr_later`, in the order of its lines."""
    calls = (node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in _NOTED]
    for call in sorted(named, key=lambda call: (call.lineno, call.col_offset)):
        for node in ast.walk(call.args[0]) if call.args else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def translations(file: Path) -> dict[Message, str]:
    """What a language says for each message; a translation that is marked as unfinished is none."""
    said = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 (a file of this repository)
        for one in context.iter("message"):
            translation = one.find("translation")
            if translation is not None and translation.text and "type" not in translation.attrib:
                message = Message(context.findtext("name", ""), one.findtext("source", ""), one.findtext("comment", ""))
                said[message] = translation.text
    return said


def write(file: Path, messages: list[Message], said: dict[Message, str]) -> None:
    """Write messages and what is said for them as Qt Linguist reads them, in the language that the name ends in."""
    root = ET.Element("TS", version="2.1", sourcelanguage="en")
    if "_" in file.stem:
        root.set("language", file.stem.partition("_")[2])
    for context in dict.fromkeys(message.context for message in messages):
        group = ET.SubElement(root, "context")
        ET.SubElement(group, "name").text = context
        for message in (message for message in messages if message.context == context):
            _add(group, message, said.get(message))
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8", newline="\n")


def _add(group: ET.Element, message: Message, said: str | None) -> None:
    one = ET.SubElement(group, "message")
    ET.SubElement(one, "source").text = message.words
    if message.comment:
        ET.SubElement(one, "comment").text = message.comment
    translation = ET.SubElement(one, "translation", {} if said else {"type": "unfinished"})
    translation.text = said


def compiled(file: Path) -> Path:
    """The language as the program loads it; what is unfinished is not in it, and stays in English."""
    made = file.with_suffix(".qm")
    subprocess.run([_LRELEASE, "-silent", "-nounfinished", str(file), "-qm", str(made)], check=True)
    return made


if __name__ == "__main__":
    sys.exit(main())
