"""References out to RIS, BibTeX and CSL-JSON, read back by readers that know the formats and not the writer."""

import json
import re
from collections import defaultdict

import pytest

from desktop.content.library import Library
from desktop.domain.guidance import Reference
from desktop.domain.provenance import Verification
from desktop.domain.reference_formats import bibtex, csl, ris


def _reference(**changed: object) -> Reference:
    fields: dict[str, object] = {
        "id": "falcone2021",
        "short": "Falcone 2021",
        "type": "cohort",
        "title": "Pair & others: 50% of {all} #1_2",
        "authors": "Falcone M et al.",
        "journal": "Clin Infect Dis",
        "year": 2021,
        "volume_pages": "72(11):1871-1878 (from-memory)",
        "doi": "10.1093/cid/ciaa586",
        "pmid": "32427286",
        "url": None,
        "note": None,
        "is_primary": True,
        "depth": "summary",
        "verification": Verification.SECONDARY,
    }
    return Reference(**fields | changed)  # type: ignore[arg-type]  # one field at a time


def _read_ris(text: str) -> list[dict[str, list[str]]]:
    entries: list[dict[str, list[str]]] = []
    for line in text.split("\r\n"):
        if not line:
            continue
        found = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert found, line
        if found[1] == "TY":
            entries.append(defaultdict(list))
        entries[-1][found[1]].append(found[2])
    return entries


def _read_bibtex(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """Type, key and fields, by counting braces that are not escaped."""
    entries, at = [], 0
    while (start := text.find("@", at)) >= 0:
        kind, rest = text[start + 1 :].split("{", 1)
        key, rest = rest.split(",\n", 1)
        fields = {}
        while found := re.match(r"  (\w+) = \{", rest):
            depth, end = 1, found.end()
            while depth:
                mark = rest[end]
                escaped = rest[end - 1] == "\\"
                depth += 0 if escaped else {"{": 1, "}": -1}.get(mark, 0)
                end += 1
            fields[found[1]] = rest[found.end() : end - 1]
            rest = rest[end + 2 :]
        assert rest.startswith("}")
        at = len(text) - len(rest)
        entries.append((kind, key, fields))
    return entries


def test_ris_says_what_the_reference_says() -> None:
    (entry,) = _read_ris(ris([_reference()]))
    assert {tag: entry[tag] for tag in ("TY", "AU", "TI", "JO", "PY", "VL", "IS", "SP", "EP", "DO", "AN", "ER")} == {
        "TY": ["JOUR"],
        "AU": ["Falcone, M"],
        "TI": ["Pair & others: 50% of {all} #1_2"],
        "JO": ["Clin Infect Dis"],
        "PY": ["2021"],
        "VL": ["72"],
        "IS": ["11"],
        "SP": ["1871"],
        "EP": ["1878"],
        "DO": ["10.1093/cid/ciaa586"],
        "AN": ["PMID 32427286"],
        "ER": [""],
    }
    assert entry["N1"] == [
        "cohort; primary source; read: summary; entry: secondary source; further authors not recorded"
    ]


def test_bibtex_says_what_the_reference_says_and_escapes_its_marks() -> None:
    ((kind, key, fields),) = _read_bibtex(bibtex([_reference()]))
    assert (kind, key) == ("article", "falcone2021")
    assert fields["title"] == r"{Pair \& others: 50\% of \{all\} \#1\_2}"
    assert fields["author"] == "Falcone, M and others"
    assert (fields["volume"], fields["number"], fields["pages"]) == ("72", "11", "1871--1878")
    assert (fields["doi"], fields["pmid"], fields["year"]) == ("10.1093/cid/ciaa586", "32427286", "2021")
    assert "url" not in fields


def test_bibtex_gives_the_address_where_there_is_one() -> None:
    ((_, _, fields),) = _read_bibtex(bibtex([_reference(url="https://example.org/label")]))
    assert fields["url"] == "https://example.org/label"


def test_csl_says_what_the_reference_says() -> None:
    (entry,) = json.loads(json.dumps(csl([_reference()])))
    assert entry["author"] == [{"family": "Falcone", "given": "M"}]
    assert entry["issued"] == {"date-parts": [[2021]]}
    assert (entry["type"], entry["volume"], entry["issue"], entry["page"]) == (
        "article-journal",
        "72",
        "11",
        "1871-1878",
    )
    assert (entry["DOI"], entry["PMID"], entry["container-title"]) == (
        "10.1093/cid/ciaa586",
        "32427286",
        "Clin Infect Dis",
    )


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        (None, None),
        ("WHO", [{"literal": "WHO"}]),
        ("Du Bois D, Du Bois EF", [{"family": "Du Bois", "given": "D"}, {"family": "Du Bois", "given": "EF"}]),
        ("Khan A et al. (from-memory)", [{"family": "Khan", "given": "A"}]),
    ],
)
def test_names_are_told_apart_from_bodies_and_asides(written: str | None, authors: object) -> None:
    assert csl([_reference(authors=written)])[0].get("author") == authors


@pytest.mark.parametrize(
    ("printed", "page"),
    [("203-209", "203-209"), ("7(1):dlae218", "dlae218"), ("2021, in print", None), (None, None)],
)
def test_pages_are_given_only_where_they_can_be_told(printed: str | None, page: str | None) -> None:
    assert csl([_reference(volume_pages=printed)])[0].get("page") == page


def test_what_has_no_journal_is_no_article() -> None:
    label = _reference(journal=None, doi=None, pmid=None, year=None, authors=None, volume_pages=None, note="Not read.")
    (entry,) = _read_ris(ris([label]))
    assert entry["TY"] == ["GEN"]
    assert "AU" not in entry
    assert entry["N1"][0].endswith("; Not read.")
    ((kind, _, fields),) = _read_bibtex(bibtex([label]))
    assert kind == "misc"
    assert set(fields) == {"title", "note"}
    assert csl([label])[0]["type"] == "document"


def test_every_reference_of_the_library_comes_back_from_every_format(library: Library) -> None:
    held = list(library.references.values())
    keys = [reference.id for reference in held]
    in_ris, in_bibtex, in_csl = _read_ris(ris(held)), _read_bibtex(bibtex(held)), csl(held)
    assert [entry["ID"][0] for entry in in_ris] == [key for _, key, _ in in_bibtex] == keys
    assert [entry["id"] for entry in in_csl] == keys
    for reference, one, (_, _, two), three in zip(held, in_ris, in_bibtex, in_csl, strict=True):
        assert one["TI"] == [reference.title] == [three["title"]]
        assert one.get("DO", [None])[0] == two.get("doi") == three.get("DOI") == reference.doi
