"""References in the formats that reference managers read: RIS, BibTeX and CSL-JSON (as values for a JSON writer)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.guidance import Reference
from desktop.domain.provenance import VERIFICATION_WORDS

_ISSUE = re.compile(r"(?P<volume>\d+)(?:\((?P<issue>[^)]*)\))?:(?P<pages>\S+)")
_PAGES = re.compile(r"(?P<pages>\d+-\d+)")
_NAME = re.compile(r"(?P<family>.+) (?P<given>[A-Z]{1,3})")
_ASIDE = re.compile(r" \([^)]*\)$")
_OTHERS = " et al."
_BIBTEX_MARKS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: rf"\{mark}" for mark in "&%$#_{}"},
}


@dataclass(frozen=True, slots=True)
class Author:
    """One author; `given` is None for a body such as WHO."""

    family: str
    given: str | None


def authors(reference: Reference) -> tuple[Author, ...]:
    """The authors by name; those behind "et al." are not known."""
    if reference.authors is None:
        return ()
    named = _ASIDE.sub("", reference.authors).removesuffix(_OTHERS)
    return tuple(_author(name) for name in named.split(", ") if name)


def _author(name: str) -> Author:
    found = _NAME.fullmatch(name)
    return Author(found["family"], found["given"]) if found else Author(name, None)


def has_others(reference: Reference) -> bool:
    """Whether there are authors that the library does not name."""
    return reference.authors is not None and _OTHERS in reference.authors


def issue(reference: Reference) -> dict[str, str]:
    """Volume, issue and pages, as far as they can be told apart."""
    printed = _ASIDE.sub("", reference.volume_pages or "")
    found = _ISSUE.fullmatch(printed) or _PAGES.fullmatch(printed)
    return {name: part for name, part in found.groupdict().items() if part} if found else {}


def standing(reference: Reference) -> str:
    """What a reader must know of the entry: its kind, whether it is a primary source, and how far it was read."""
    rank = "primary source" if reference.is_primary else "secondary source"
    parts = [reference.type, rank, f"read: {reference.depth}", f"entry: {VERIFICATION_WORDS[reference.verification]}"]
    parts += ["further authors not recorded"] if has_others(reference) else []
    return "; ".join([*parts, *([reference.note] if reference.note else [])])


def ris(references: Iterable[Reference]) -> str:
    """All references as RIS; its lines end as the format demands."""
    return "\r\n".join(line for reference in references for line in _ris_lines(reference))


def _ris_lines(reference: Reference) -> list[str]:
    parts = issue(reference)
    first, _, last = parts.get("pages", "").partition("-")
    fields = [
        ("TY", "JOUR" if reference.journal else "GEN"),
        ("ID", reference.id),
        *(
            ("AU", f"{author.family}, {author.given}" if author.given else author.family)
            for author in authors(reference)
        ),
        ("TI", reference.title),
        ("JO", reference.journal),
        ("PY", reference.year),
        ("VL", parts.get("volume")),
        ("IS", parts.get("issue")),
        ("SP", first),
        ("EP", last),
        ("DO", reference.doi),
        ("AN", f"PMID {reference.pmid}" if reference.pmid else None),
        ("UR", reference.url),
        ("N1", standing(reference)),
    ]
    return [*(f"{tag}  - {value}" for tag, value in fields if value), "ER  - ", ""]


def bibtex(references: Iterable[Reference]) -> str:
    """All references as BibTeX."""
    return "\n".join(_bibtex_entry(reference) for reference in references)


def _bibtex_entry(reference: Reference) -> str:
    parts = issue(reference)
    names = [
        f"{author.family}, {author.given}" if author.given else f"{{{author.family}}}" for author in authors(reference)
    ]
    names += ["others"] if has_others(reference) else []
    fields = {
        "author": " and ".join(names),
        "title": f"{{{_bibtex_words(reference.title)}}}",
        "journal": _bibtex_words(reference.journal or ""),
        "year": str(reference.year or ""),
        "volume": parts.get("volume", ""),
        "number": parts.get("issue", ""),
        "pages": parts.get("pages", "").replace("-", "--"),
        "doi": reference.doi or "",
        "pmid": reference.pmid or "",
        "url": reference.url or "",
        "note": _bibtex_words(standing(reference)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{'article' if reference.journal else 'misc'}{{{reference.id},\n{lines}}}\n"


def _bibtex_words(words: str) -> str:
    return "".join(_BIBTEX_MARKS.get(mark, mark) for mark in words)


def csl(references: Iterable[Reference]) -> list[dict[str, object]]:
    """All references as CSL-JSON, ready for a JSON writer."""
    return [_csl_entry(reference) for reference in references]


def _csl_entry(reference: Reference) -> dict[str, object]:
    parts = issue(reference)
    fields: dict[str, object] = {
        "id": reference.id,
        "type": "article-journal" if reference.journal else "document",
        "title": reference.title,
        "author": [
            {"family": author.family, "given": author.given} if author.given else {"literal": author.family}
            for author in authors(reference)
        ],
        "container-title": reference.journal,
        "issued": {"date-parts": [[reference.year]]} if reference.year else None,
        "volume": parts.get("volume"),
        "issue": parts.get("issue"),
        "page": parts.get("pages"),
        "DOI": reference.doi,
        "PMID": reference.pmid,
        "URL": reference.url,
        "note": standing(reference),
    }
    return {name: value for name, value in fields.items() if value}
