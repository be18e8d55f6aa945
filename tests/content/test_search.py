"""What a search of the bundled library finds, offers, and admits that it has not."""

import pytest

from desktop.content.library import Library
from desktop.domain.provenance import VERIFICATION_WORDS, Verification
from desktop.domain.search_result import Hit, HitKind
from desktop.domain.search_words import terms_in


def first(library: Library, query: str) -> Hit:
    """The best hit."""
    return library.search(query).hits[0]


@pytest.mark.parametrize("name", ["CAZ-AVI", "cza", "Zavicefta", "AVYCAZ", "ceftazidime/avibactam", "cazavi"])
def test_every_name_of_a_drug_finds_the_drug_first(library: Library, name: str) -> None:
    found = first(library, name)
    assert (found.kind, found.id) == (HitKind.DRUG, "ceftazidime-avibactam")


@pytest.mark.parametrize("query", ["CAZ-AVI", "cza dose", "FDC", "PMB", "ATM alone", "atm-avi"])
def test_an_abbreviation_is_understood_and_never_printed(library: Library, query: str) -> None:
    abbreviation = f" {terms_in(query.split()[0])} "
    hits = [hit for hit in library.search(query).hits if hit.kind is not HitKind.REFERENCE]
    assert hits
    assert not [hit.id for hit in hits if abbreviation in f" {terms_in(f'{hit.title} {hit.text}')} "]


@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("avycaz crcl 25", "ceftazidime-avibactam/us-label/03"),
        ("avycaz crcl 50", "ceftazidime-avibactam/us-label/02"),
        ("avycaz crcl 50.1", "ceftazidime-avibactam/us-label/01"),
        ("avycaz creatinine clearance of 12", "ceftazidime-avibactam/us-label/04"),
        ("avycaz 8 ml/min", "ceftazidime-avibactam/us-label/04"),
        ("zavicefta crcl 25", "ceftazidime-avibactam/eu-label/03"),
    ],
)
def test_a_clearance_in_the_query_picks_the_row_that_holds_it(library: Library, query: str, row: str) -> None:
    found = first(library, query)
    assert (found.kind, found.id) == (HitKind.DOSE, row)


@pytest.mark.parametrize(
    ("query", "best"),
    [
        # Words that are rare in the library and say little do not come before the row of a clearance.
        ("azactam severe crcl 8 what fraction of the dose", "aztreonam/us-label/09"),
        ("zavicefta dose if the kidneys are only clearing 40 ml a minute", "ceftazidime-avibactam/eu-label/02"),
        # What is said in a title is found among all that speaks of creatinine or clearance.
        ("can I rely on the crcl when creatinine is still rising", "early-kidney-injury"),
        ("can I use eGFR for dosing or is it cockcroft gault", "q-which-equation"),
        ("is a clearance of 30.4 rounded", "q-band-edges"),
    ],
)
def test_a_long_question_is_answered_by_what_it_is_about(library: Library, query: str, best: str) -> None:
    assert library.search(query).hits[0].id == best


@pytest.mark.parametrize("query", ["colistin hd", "colistin dialysis day", "azactam haemodialysis", "emblaveo crcl 12"])
def test_a_dose_that_is_found_shows_its_load_its_usual_dose_and_its_supplement(library: Library, query: str) -> None:
    doses = [hit for hit in library.search(query).hits if hit.kind is HitKind.DOSE and "once; then:" in hit.text]
    assert doses
    for hit in doses:
        start, end = hit.snippet
        shown = hit.text[start:end].split("\n")
        lines = hit.text.split("\n\n", 1)[0].split("\n")
        assert shown[: len(lines)] == lines
        assert lines[0].startswith("First ")


@pytest.mark.parametrize(
    "mixed", ["same bag", "in one bag", "mixed in a bag", "one syringe", "same syringe", "be mixed in the same bag"]
)
@pytest.mark.parametrize("drugs", ["", "caz-avi and aztreonam ", "colistin ", "fetroja and caz-avi ", "can emblaveo "])
def test_what_is_said_of_a_line_is_no_answer_about_one_bag_or_one_syringe(
    library: Library, drugs: str, mixed: str
) -> None:
    found = first(library, f"{drugs}{mixed}")
    assert found.id == "q-one-bag"
    assert found.text.startswith("Not covered by this library.")


def test_the_rows_of_both_labels_are_shown_even_where_they_give_one_dose(library: Library) -> None:
    found = [hit.id for hit in library.search("caz-avi crcl 25").hits[:2]]
    assert sorted(found) == ["ceftazidime-avibactam/eu-label/03", "ceftazidime-avibactam/us-label/03"]


def test_a_row_for_dialysis_is_found_before_any_for_children(library: Library) -> None:
    ids = [hit.id for hit in library.search("cazavi haemodialysis").hits]
    titles = [hit.title for hit in library.search("cazavi haemodialysis").hits]
    children = [at for at, title in enumerate(titles) if "children" in title]
    assert ids.index("ceftazidime-avibactam/us-label/06") < min(children, default=len(ids))


def test_an_american_and_a_british_spelling_find_the_same(library: Library) -> None:
    british, american = library.search("haemodialysis dose"), library.search("hemodialysis dose")
    assert [hit.id for hit in british.hits] == [hit.id for hit in american.hits]


def test_a_misspelt_drug_is_offered_in_its_own_name(library: Library) -> None:
    result = library.search("aztreonm alone")
    assert result.did_you_mean == "aztreonam alone"
    assert result.hits[0].id == "q-aztreonam-alone"


def test_what_is_spelt_rightly_is_not_corrected(library: Library) -> None:
    assert library.search("aztreonam alone").did_you_mean is None


@pytest.mark.parametrize("drug", ["ceftaroline", "ertapenem", "cefepime", "vancomycin", "tazobactam"])
def test_a_drug_that_is_not_here_is_never_taken_for_another(library: Library, drug: str) -> None:
    result = library.search(f"{drug} dose")
    assert result.did_you_mean is None
    assert drug in result.unknown or not result.hits


def test_nothing_is_an_answer_and_names_the_topics(library: Library) -> None:
    result = library.search("vancomycin dose")
    assert result.hits == ()
    assert result.unknown == ("vancomycin",)
    assert dict(result.topics) == dict(list(library.topic_titles.items())[: len(result.topics)])


@pytest.mark.parametrize(
    ("query", "nearest"), [("gentamicin class A", "serine-carbapenemases"), ("gentamicin NDM", "ndm")]
)
def test_nothing_names_the_nearest_topic_first(library: Library, query: str, nearest: str) -> None:
    result = library.search(query)
    assert not result.hits
    assert result.topics[0] == (nearest, library.topic_titles[nearest])
    assert len(dict(result.topics)) == len(library.topic_titles)


def test_one_unknown_word_does_not_silence_a_question(library: Library) -> None:
    result = library.search("cefiderocol breakpoints nowadays")
    assert result.unknown == ("nowadays",)
    assert "cefiderocol" in result.hits[0].title.casefold()


def test_of_a_drug_that_is_named_something_is_shown_and_the_unknown_word_is_said(library: Library) -> None:
    result = library.search("colistin ototoxicity")
    assert result.unknown == ("ototoxicity",)
    assert result.hits[0].drug == "colistin"


def test_a_row_or_answer_about_children_comes_first_only_when_they_are_asked_about(library: Library) -> None:
    assert "child" not in library.search("aztreonam maximum dose per day").hits[0].title.casefold()
    assert "child" in library.search("ceftazidime-avibactam children maximum dose").hits[0].title.casefold()


def test_no_more_is_found_than_was_asked_for(library: Library) -> None:
    assert len(library.search("aztreonam", 3).hits) == 3


def test_a_search_tells_the_same_twice(library: Library) -> None:
    assert library.search("polymyxin kidney") == library.search("polymyxin kidney")


@pytest.mark.parametrize("query", ["cef", "cefid", "cefider", "cefiderocol"])
def test_a_name_is_found_while_it_is_typed(library: Library, query: str) -> None:
    assert any(hit.drug == "cefiderocol" for hit in library.search(query).hits)


def test_every_hit_marks_what_was_found(library: Library) -> None:
    for hit in library.search("aztreonam alone").hits:
        marked = {hit.text[start:end].casefold() for start, end in hit.highlights}
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.highlights)
        assert marked or "aztreonam" in hit.title.casefold()


def test_every_hit_names_something_that_the_library_holds(library: Library) -> None:
    topics = [library.topic(slug) for slug in library.topic_slugs]
    held = {
        HitKind.STATEMENT: {s.id for topic in topics for section in topic.sections for s in section.statements},
        HitKind.ANSWER: {answer.id for slug in library.topic_slugs for answer in library.answers(slug)},
        HitKind.PITFALL: {pitfall.id for slug in library.topic_slugs for pitfall in library.pitfalls(slug)},
        HitKind.CLAIM: {claim.id for slug in library.topic_slugs for claim in library.claims(slug)},
        HitKind.REFERENCE: {
            *library.references,
            *(study.id for slug in library.topic_slugs for study in library.studies(slug)),
            *(guideline.id for slug in library.topic_slugs for guideline in library.guidelines(slug)),
        },
        HitKind.ENZYME: {effect.id for effect in library.matrix.effects},
    }
    seen = set()
    for query in (
        "aztreonam",
        "ndm",
        "polymyxin deaths",
        "IDSA",
        "Falcone",
        "KPC",
        "article mortality",
        "cefiderocol dose",
    ):
        for hit in library.search(query, 50).hits:
            seen.add(hit.kind)
            if hit.kind in held:
                assert hit.id in held[hit.kind]
            elif hit.kind in (HitKind.DOSE, HitKind.DRUG):
                assert hit.drug is not None
                assert hit.id.split("/")[0] == hit.drug
    assert {HitKind.DOSE, HitKind.DRUG, *held} <= seen


@pytest.mark.parametrize(
    ("query", "kind", "level"),
    [
        ("avycaz crcl 25", HitKind.DOSE, Verification.SOURCE_TEXT),
        ("ESCMID 2022 conditional cefiderocol", HitKind.STATEMENT, Verification.UNVERIFIED),
        ("KPC and aztreonam what the enzyme does", HitKind.ENZYME, Verification.UNVERIFIED),
    ],
)
def test_a_hit_says_how_far_its_fact_was_checked(
    library: Library, query: str, kind: HitKind, level: Verification
) -> None:
    hit = next(hit for hit in library.search(query).hits if hit.kind is kind)
    assert hit.verification is level
    assert hit.level == VERIFICATION_WORDS[level]


HOSTILE = (
    "",
    " ",
    '"',
    '""',
    "*",
    "NEAR(",
    "NEAR(a b)",
    "a AND",
    "AND OR NOT",
    "col:",
    "title: aztreonam",
    "(((",
    "-aztreonam",
    "^aztreonam",
    "\0",
    "aztreonam\0alone",
    "🦠 aztreonam 💊",
    "ازتريونام",
    "\u202eaztreonam",
    "'; DROP TABLE passage; --",
    "%",
    "_",
    "crcl 1.2.3.4",
    "crcl " + "9" * 400,
    "crcl ٢٥",
    "²",
    "\ud800",
    "x" * 200_000,
    "aztreonam " * 20_000,
    "(" * 200_000,
    "ǅ ﬀ ß İ",
)


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_finds_something_or_nothing(library: Library, query: str) -> None:
    result = library.search(query)
    assert result.query == query
    assert len(result.hits) <= 20
