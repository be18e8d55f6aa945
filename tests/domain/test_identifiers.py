"""A note that could point to a patient is met with a gentle warning; the notes of every day are not."""

import time

import pytest

from desktop.domain.identifiers import Suspicion, suspicion_words, suspicions

BIRTH = "a date of birth"
RECORD = "a record number"
NAME = "a name"
DATE = "a full date, as of a birth or an admission"
NUMBER = "a long number, as of a record or a telephone"
BED = "a bed or a room"


@pytest.mark.parametrize(
    ("text", "found", "reason"),
    [
        ("DOB 3/4/1958, on dialysis", "DOB 3/4/1958", BIRTH),
        ("d.o.b. 03.04.58", "d.o.b. 03.04.58", BIRTH),
        ("date of birth: 1958-04-03", "date of birth: 1958-04-03", BIRTH),
        ("She was born 1958.", "born 1958.", BIRTH),
        ("MRN 48213", "MRN 48213", RECORD),
        ("mrn: A-48213", "mrn: A-48213", RECORD),
        ("mrn: A48213", "mrn: A48213", RECORD),
        ("MRN no. 48213", "MRN no. 48213", RECORD),
        ("NHS number 943 476 5919", "NHS number 943 476 5919", RECORD),
        ("nhs no: 9434765919", "nhs no: 9434765919", RECORD),
        ("Hospital no. 12/345", "Hospital no. 12/345", RECORD),
        ("see case #4711", "case #4711", RECORD),
        ("Specimen ID M-2210", "Specimen ID M-2210", RECORD),
        ("943 476 5919 grew NDM", "943 476 5919", NUMBER),
        ("call +44 20 7946 0958", "+44 20 7946 0958", NUMBER),
        ("９４３４７６５９１９", "9434765919", NUMBER),
        ("Seen 22-Nov-2026.", "22-Nov-2026", DATE),
        ("on 3rd March 2026", "3rd March 2026", DATE),
        ("on March 3, 2026", "March 3, 2026", DATE),
        ("on 03/04/26 we", "03/04/26", DATE),
        ("on 31.12.2025.", "31.12.2025", DATE),
        ("2026-03-01", "2026-03-01", DATE),
        ("12/31/1990", "12/31/1990", DATE),
        ("Mr Smith does well", "Mr Smith", NAME),
        ("Mrs. O’Neill", "Mrs. O’Neill", NAME),
        ("Frau Özdemir", "Frau Özdemir", NAME),
        ("the patient Jones had", "patient Jones", NAME),
        ("Pt. called Smith", "Pt. called Smith", NAME),
        ("J.S. 12/3 better", "J.S. 12/3", "initials with a date"),
        ("JS, 12.3.2026", "JS, 12.3.2026", "initials with a date"),
        ("JS 67F with pneumonia", "JS 67F", "initials with an age"),
        ("JS (67 y)", "JS (67 y", "initials with an age"),
        ("bed 12 improved", "bed 12", BED),
        ("Room No. 7b", "Room No. 7b", BED),
        ("write to j.smith@ward.example", "j.smith@ward.example", "an address for mail"),
    ],
)
def test_what_could_point_to_a_patient_is_told_with_its_reason(
    text: str, found: str | None, reason: str | None
) -> None:
    expected = () if found is None or reason is None else (Suspicion(found, reason),)
    assert suspicions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Our pharmacy stocks aztreonam-avibactam; ask for it before 16:00.",
        "Ceftazidime 2 g and avibactam 0.5 g (2.5 g in total) every 8 hours over 2 hours",
        "Load with 9,000,000 units; 9000000 units is the same",
        "colistin 300 mg of base, 720 mg, 9 million units",
        "Rows: more than 50, 31 to 50, 16 to 30 and 6 to 15 mL/min",
        "IDSA 2026, question 3.8.12; ESCMID 2022",
        "Falcone 2021, PMID 32427286, PMID: 32427286, 10.1093/cid/ciaa586",
        "doi 10.1128/AAC.00123-19",
        "CZA 24 h after the first dose; IV 48 h, then 1/2 dose",
        "US label: 1/3 of the dose; MIC 8, 12 and 24",
        "Every 8, 12 or 24 hours: 8 12 24",
        "Ask the NHS trust's microbiologist; the hospital has no stock",
        "Patients on dialysis; the patient has an allergy; Patient information leaflet",
        "CRRT: check the effluent rate, 2.5 L per hour",
        "E. coli and K. pneumoniae with NDM-5; OXA-48 too",
        "Version 1.2.10 of the protocol, from 2026",
        "Miss no dose. Ms are rare. A newborn is not covered.",
        "We met in March 2026 and again in May",
        "The protocol is 5 years old; look at it 2 y after",
        "ratio 10:1, 2-4 days, 10-14 days, pages 1021-1034",
    ],
)
def test_the_notes_of_every_day_are_left_alone(text: str) -> None:
    assert suspicions(text) == ()


def test_several_are_told_in_the_order_of_the_text_and_each_piece_once() -> None:
    text = "Mr Smith, DOB 3/4/1958, MRN 48213, bed 4"
    assert [one.found for one in suspicions(text)] == ["Mr Smith", "DOB 3/4/1958", "MRN 48213", "bed 4"]


def test_a_piece_right_behind_another_is_told_too() -> None:
    assert [one.found for one in suspicions("DOB - +44 20 7946 0958")] == ["DOB -", "+44 20 7946 0958"]


def test_the_warning_names_what_it_found_explains_itself_and_says_that_the_note_is_saved() -> None:
    words = suspicion_words(suspicions("Mr Smith, bed 4"))
    assert words.startswith("This could point to a patient: “Mr Smith” (a name), “bed 4” (a bed or a room).")
    assert "plain text on this machine" in words
    assert "can be saved as it is" in words


def test_without_a_suspicion_nothing_is_said() -> None:
    assert suspicion_words(suspicions("Stock at the main pharmacy.")) == ""


@pytest.mark.parametrize(
    "text",
    ["1" * 20_000 + ".1", "1 " * 10_000, "1-" * 10_000, "A." * 10_000, "patient " * 2_500, "a@" * 10_000, "1/" * 9_999],
)
def test_a_hostile_note_is_looked_through_at_once(text: str) -> None:
    began = time.perf_counter()
    suspicions(text)
    assert time.perf_counter() - began < 2
