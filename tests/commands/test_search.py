import json
from itertools import pairwise

import pytest

from tests.commands.answers import Run


def test_results_are_ranked_and_marked(run: Run) -> None:
    found = run("search", "can aztreonam be given alone", "--json").object
    assert list(found) == ["query", "results", "did_you_mean", "unknown", "topics"]
    assert (found["query"], found["did_you_mean"], found["unknown"]) == ("can aztreonam be given alone", None, [])
    best = found["results"][0]
    assert list(best) == ["kind", "id", "topic", "title", "text", "highlights", "verification", "score"]
    assert (best["kind"], best["id"], best["topic"]) == ("answer", "q-aztreonam-alone", "ndm")
    assert {best["text"][start:end].casefold() for start, end in best["highlights"]} >= {"aztreonam", "alone"}
    assert best["score"] == max(result["score"] for result in found["results"])


def test_no_more_results_than_asked_for(run: Run) -> None:
    assert len(run("search", "aztreonam", "--limit", "2", "--json").object["results"]) == 2
    assert len(run("search", "aztreonam", "--json").object["results"]) == 10


@pytest.mark.parametrize("limit", ["0", "-1", "101", "two", "1.0", "١", "9" * 5000])
def test_a_limit_that_is_none_is_refused(run: Run, limit: str) -> None:
    answer = run("search", "aztreonam", f"--limit={limit}", "--json")
    assert (answer.status, answer.code) == (2, "limit")


def test_another_spelling_is_offered_in_words(run: Run) -> None:
    assert 'Did you mean "aztreonam alone"?' in run("search", "aztreonm alone").out


def test_nothing_is_said_to_be_nothing_with_the_topics(run: Run) -> None:
    answer = run("search", "vancomycin dose")
    assert answer.status == 0
    assert 'Nothing in this library for "vancomycin dose".' in answer.out
    assert "ndm: " in answer.out
    assert run("search", "vancomycin dose", "--json").object["results"] == []


def test_a_dose_stands_whole_under_the_word_that_nobody_reviewed_it(run: Run) -> None:
    out = " ".join(run("search", "avycaz crcl 25").out.split())
    assert out.startswith("Not clinically reviewed")
    assert "ceftazidime 750 mg and avibactam 187.5 mg (937.5 mg in total) every 12 hours" in out


def test_a_dose_is_printed_with_its_load_and_what_takes_its_place_on_a_day_of_dialysis(run: Run) -> None:
    lines = [line.strip() for line in run("search", "colistin hd", "--limit=1").out.split("\n")]
    out = " ".join(lines)
    load, usual, instead = (
        out.index(words) for words in ("9 million units", "2.25 million", "Instead: colistimethate")
    )
    assert load < usual < instead
    assert not any(not line and not above for above, line in pairwise(lines))


@pytest.mark.parametrize("text", ["", " ", '"', "NEAR(", "\x1b[2J", "\ud800", "(" * 200_000, "'; DROP TABLE passage"])
def test_hostile_text_is_an_answer_or_none_and_steers_no_terminal(run: Run, text: str) -> None:
    answer = run("search", text)
    assert (answer.status, answer.err) == (0, "")
    assert "\x1b" not in answer.out
    assert isinstance(json.loads(run("search", text, "--json").out)["results"], list)
