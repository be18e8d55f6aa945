"""The shape of content.db: written by the compiler, expected by the reader.

Amounts, edges and hours are decimal text, exact as authored. `SCHEMA` rises with every release that changes the shape.
"""

from desktop.content.indexes import INDEXES

APPLICATION_ID = 0x57415244  # "WARD"
SCHEMA = 4

TABLES = (
    """
CREATE TABLE edition (
    name TEXT NOT NULL, edition TEXT NOT NULL, version INTEGER NOT NULL, language TEXT NOT NULL,
    evidence_through TEXT NOT NULL, last_updated TEXT NOT NULL, review_by TEXT NOT NULL,
    publisher TEXT NOT NULL, licence TEXT NOT NULL, review_status TEXT NOT NULL, review_step TEXT NOT NULL);
CREATE TABLE reference (
    id TEXT PRIMARY KEY, short TEXT NOT NULL, type TEXT NOT NULL, title TEXT NOT NULL, authors TEXT, journal TEXT,
    year INTEGER, volume_pages TEXT, doi TEXT, pmid TEXT, url TEXT, note TEXT, is_primary INTEGER NOT NULL,
    depth TEXT NOT NULL, verification TEXT NOT NULL);
CREATE TABLE topic (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, question TEXT NOT NULL, about TEXT NOT NULL,
    last_updated TEXT NOT NULL, evidence_through TEXT NOT NULL, article_updated TEXT,
    article_problem TEXT, article_consequence TEXT, review_status TEXT NOT NULL, review_step TEXT NOT NULL);
CREATE TABLE reviewer (topic TEXT REFERENCES topic(id), position INTEGER NOT NULL, name TEXT NOT NULL);
CREATE TABLE section (
    topic TEXT NOT NULL REFERENCES topic(id), id TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL,
    generated TEXT, PRIMARY KEY (topic, id));
CREATE TABLE statement (
    id TEXT PRIMARY KEY, topic TEXT NOT NULL, section TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL,
    subheading TEXT, html TEXT NOT NULL, text TEXT NOT NULL, issuer TEXT REFERENCES reference(id), strength TEXT,
    certainty TEXT, graded_with TEXT, preclinical INTEGER NOT NULL, verification TEXT NOT NULL,
    FOREIGN KEY (topic, section) REFERENCES section(topic, id));
CREATE TABLE statement_source (
    statement TEXT NOT NULL REFERENCES statement(id), position INTEGER NOT NULL,
    reference TEXT NOT NULL REFERENCES reference(id), locator TEXT, verification TEXT NOT NULL,
    PRIMARY KEY (statement, position));
CREATE TABLE statement_origin (
    statement TEXT NOT NULL REFERENCES statement(id), position INTEGER NOT NULL,
    derives_from TEXT NOT NULL REFERENCES statement(id), PRIMARY KEY (statement, position));
CREATE TABLE statement_role (
    statement TEXT NOT NULL REFERENCES statement(id), role TEXT NOT NULL, PRIMARY KEY (statement, role));
CREATE TABLE statement_plain (
    statement TEXT PRIMARY KEY REFERENCES statement(id), html TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE statement_plain_role (
    statement TEXT NOT NULL REFERENCES statement_plain(statement), role TEXT NOT NULL, PRIMARY KEY (statement, role));
CREATE TABLE page (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, html TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE claim (
    id TEXT PRIMARY KEY, topic TEXT NOT NULL REFERENCES topic(id), position INTEGER NOT NULL, section TEXT NOT NULL,
    says TEXT NOT NULL, verdict TEXT NOT NULL, verdict_words TEXT NOT NULL, reason TEXT NOT NULL,
    instead TEXT NOT NULL, verification TEXT NOT NULL, verification_words TEXT NOT NULL);
CREATE TABLE claim_citation (
    claim TEXT NOT NULL REFERENCES claim(id), position INTEGER NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (claim, position));
CREATE TABLE claim_reference (
    claim TEXT NOT NULL REFERENCES claim(id), position INTEGER NOT NULL,
    reference TEXT NOT NULL REFERENCES reference(id), PRIMARY KEY (claim, position));
CREATE TABLE correction (
    claim TEXT NOT NULL REFERENCES claim(id), position INTEGER NOT NULL,
    statement TEXT NOT NULL REFERENCES statement(id), PRIMARY KEY (claim, statement));
CREATE TABLE article_reference (
    topic TEXT NOT NULL REFERENCES topic(id), number INTEGER NOT NULL, likely TEXT NOT NULL, certainty TEXT NOT NULL,
    reference TEXT REFERENCES reference(id), PRIMARY KEY (topic, number));
CREATE TABLE pitfall (
    id TEXT PRIMARY KEY, topic TEXT NOT NULL REFERENCES topic(id), position INTEGER NOT NULL, phase TEXT NOT NULL,
    severity TEXT NOT NULL, title TEXT NOT NULL, check_line TEXT NOT NULL, why TEXT NOT NULL, action TEXT NOT NULL,
    verification TEXT NOT NULL);
CREATE TABLE pitfall_source (
    pitfall TEXT NOT NULL REFERENCES pitfall(id), position INTEGER NOT NULL,
    reference TEXT NOT NULL REFERENCES reference(id), locator TEXT, verification TEXT NOT NULL,
    PRIMARY KEY (pitfall, position));
CREATE TABLE pitfall_claim (
    pitfall TEXT NOT NULL REFERENCES pitfall(id), claim TEXT NOT NULL REFERENCES claim(id),
    PRIMARY KEY (pitfall, claim));
CREATE TABLE pitfall_side (
    id TEXT PRIMARY KEY, pitfall TEXT NOT NULL REFERENCES pitfall(id), position INTEGER NOT NULL,
    says TEXT NOT NULL, verification TEXT NOT NULL, UNIQUE (pitfall, position));
CREATE TABLE pitfall_side_source (
    pitfall_side TEXT NOT NULL REFERENCES pitfall_side(id), position INTEGER NOT NULL,
    reference TEXT NOT NULL REFERENCES reference(id), locator TEXT, verification TEXT NOT NULL,
    PRIMARY KEY (pitfall_side, position));
CREATE TABLE not_covered (
    topic TEXT NOT NULL REFERENCES topic(id), position INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (topic, position));
CREATE TABLE guideline_option (
    id TEXT PRIMARY KEY, topic TEXT NOT NULL REFERENCES topic(id), position INTEGER NOT NULL, standing TEXT NOT NULL,
    issuer TEXT NOT NULL REFERENCES reference(id), dated TEXT NOT NULL, strength TEXT NOT NULL,
    certainty TEXT NOT NULL, graded_with TEXT NOT NULL, note TEXT, verification TEXT NOT NULL);
CREATE TABLE guideline_option_drug (
    guideline_option TEXT NOT NULL REFERENCES guideline_option(id), position INTEGER NOT NULL, drug TEXT NOT NULL,
    PRIMARY KEY (guideline_option, position));
CREATE TABLE guideline_option_enzyme (
    guideline_option TEXT NOT NULL REFERENCES guideline_option(id), enzyme TEXT NOT NULL,
    PRIMARY KEY (guideline_option, enzyme));
CREATE TABLE guideline_option_source (
    guideline_option TEXT NOT NULL REFERENCES guideline_option(id), position INTEGER NOT NULL,
    reference TEXT NOT NULL REFERENCES reference(id), locator TEXT, verification TEXT NOT NULL,
    PRIMARY KEY (guideline_option, position));
CREATE TABLE trigger_term (
    pitfall TEXT NOT NULL REFERENCES pitfall(id), part TEXT NOT NULL, line TEXT NOT NULL, term TEXT NOT NULL,
    PRIMARY KEY (pitfall, part, line, term));
CREATE TABLE drug (
    slug TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, units TEXT);
CREATE TABLE drug_name (
    drug TEXT NOT NULL REFERENCES drug(slug), kind TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (drug, kind, position));
CREATE TABLE remark (
    id INTEGER PRIMARY KEY, drug TEXT NOT NULL REFERENCES drug(slug), kind TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE remark_source (
    remark INTEGER NOT NULL REFERENCES remark(id), position INTEGER NOT NULL,
    reference TEXT NOT NULL REFERENCES reference(id), locator TEXT, verification TEXT NOT NULL,
    PRIMARY KEY (remark, position));
CREATE TABLE basis (
    drug TEXT NOT NULL REFERENCES drug(slug), slug TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL,
    short TEXT NOT NULL, product TEXT NOT NULL, reference TEXT NOT NULL REFERENCES reference(id), locator TEXT,
    verification TEXT NOT NULL, dated TEXT, indications TEXT NOT NULL, off_label_note TEXT,
    clearance_per_1_73 INTEGER NOT NULL, listed_unverified TEXT, PRIMARY KEY (drug, slug));
CREATE TABLE basis_note (
    drug TEXT NOT NULL, basis TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT, short TEXT,
    on_haemodialysis INTEGER NOT NULL, PRIMARY KEY (drug, basis, position),
    FOREIGN KEY (drug, basis) REFERENCES basis(drug, slug));
CREATE TABLE refusal (
    drug TEXT NOT NULL, basis TEXT NOT NULL, situation TEXT NOT NULL, reason TEXT NOT NULL, remedy TEXT NOT NULL,
    PRIMARY KEY (drug, basis, situation), FOREIGN KEY (drug, basis) REFERENCES basis(drug, slug));
CREATE TABLE dose_row (
    id TEXT PRIMARY KEY, drug TEXT NOT NULL, basis TEXT NOT NULL, position INTEGER NOT NULL, indication TEXT,
    decided_by TEXT NOT NULL, printed TEXT NOT NULL, printed_dose TEXT, low TEXT NOT NULL,
    low_inclusive INTEGER NOT NULL, high TEXT, high_inclusive INTEGER NOT NULL, unit TEXT NOT NULL,
    bounds_verification TEXT NOT NULL, from_months INTEGER, below_months INTEGER,
    reference TEXT NOT NULL REFERENCES reference(id), locator TEXT, verification TEXT NOT NULL,
    also_haemodialysis INTEGER NOT NULL, also_crrt INTEGER NOT NULL, refusal_reason TEXT, refusal_remedy TEXT,
    without_dialysis_reason TEXT, without_dialysis_remedy TEXT, FOREIGN KEY (drug, basis) REFERENCES basis(drug, slug));
CREATE TABLE dose_note (
    row TEXT NOT NULL REFERENCES dose_row(id), part TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL,
    kind TEXT, short TEXT, on_haemodialysis INTEGER NOT NULL, PRIMARY KEY (row, part, position));
CREATE TABLE dose_part (
    row TEXT NOT NULL REFERENCES dose_row(id), part TEXT NOT NULL, every_h TEXT, over_min_low TEXT,
    over_min_high TEXT, per_kg TEXT, divided TEXT, withdraw_ml TEXT, occasion TEXT, instead INTEGER,
    PRIMARY KEY (row, part));
CREATE TABLE dose_component (
    row TEXT NOT NULL, part TEXT NOT NULL, position INTEGER NOT NULL, substance TEXT NOT NULL, low_mg TEXT NOT NULL,
    high_mg TEXT NOT NULL, at_most_mg TEXT, printed_million_units_low TEXT, printed_million_units_high TEXT,
    PRIMARY KEY (row, part, position),
    FOREIGN KEY (row, part) REFERENCES dose_part(row, part));
CREATE TABLE preparation (
    drug TEXT NOT NULL, basis TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
    reference TEXT NOT NULL REFERENCES reference(id), locator TEXT, verification TEXT NOT NULL,
    PRIMARY KEY (drug, basis, position), FOREIGN KEY (drug, basis) REFERENCES basis(drug, slug));
CREATE TABLE worked_example (
    row TEXT NOT NULL REFERENCES dose_row(id), position INTEGER NOT NULL, figure TEXT, weight_kg TEXT, ideal_kg TEXT,
    total_mg_low TEXT NOT NULL, total_mg_high TEXT NOT NULL, loading_mg_low TEXT, loading_mg_high TEXT,
    PRIMARY KEY (row, position));
CREATE TABLE enzyme (
    slug TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, ambler_class TEXT NOT NULL);
CREATE TABLE effect (
    id INTEGER PRIMARY KEY, enzyme TEXT NOT NULL REFERENCES enzyme(slug), drug TEXT NOT NULL, state TEXT NOT NULL,
    reason TEXT NOT NULL, verification TEXT NOT NULL, UNIQUE (enzyme, drug));
CREATE TABLE effect_source (
    effect INTEGER NOT NULL REFERENCES effect(id), position INTEGER NOT NULL,
    reference TEXT NOT NULL REFERENCES reference(id), locator TEXT, verification TEXT NOT NULL,
    PRIMARY KEY (effect, position));
CREATE TABLE guideline (
    id TEXT PRIMARY KEY, topic TEXT NOT NULL REFERENCES topic(id), position INTEGER NOT NULL, name TEXT NOT NULL,
    issued TEXT NOT NULL, graded_with TEXT NOT NULL, note TEXT, verification TEXT NOT NULL);
CREATE TABLE guideline_source (
    guideline TEXT NOT NULL REFERENCES guideline(id), position INTEGER NOT NULL,
    reference TEXT NOT NULL REFERENCES reference(id), locator TEXT, verification TEXT NOT NULL,
    PRIMARY KEY (guideline, position));
CREATE TABLE guideline_position (
    guideline TEXT NOT NULL REFERENCES guideline(id), aspect TEXT NOT NULL, text TEXT NOT NULL, strength TEXT,
    certainty TEXT, verification TEXT NOT NULL, PRIMARY KEY (guideline, aspect));
CREATE TABLE study (
    id TEXT PRIMARY KEY, topic TEXT NOT NULL REFERENCES topic(id), position INTEGER NOT NULL, title TEXT NOT NULL,
    design TEXT NOT NULL, population TEXT NOT NULL, size TEXT NOT NULL, shows TEXT NOT NULL, cannot_show TEXT NOT NULL,
    overlap_note TEXT, preclinical INTEGER NOT NULL, verification TEXT NOT NULL);
CREATE TABLE study_source (
    study TEXT NOT NULL REFERENCES study(id), position INTEGER NOT NULL,
    reference TEXT NOT NULL REFERENCES reference(id), locator TEXT, verification TEXT NOT NULL,
    PRIMARY KEY (study, position));
CREATE TABLE study_overlap (
    study TEXT NOT NULL REFERENCES study(id), position INTEGER NOT NULL, other TEXT NOT NULL REFERENCES study(id),
    PRIMARY KEY (study, position));
CREATE TABLE study_count (
    study TEXT NOT NULL REFERENCES study(id), position INTEGER NOT NULL, outcome TEXT NOT NULL, title TEXT NOT NULL,
    PRIMARY KEY (study, position));
CREATE TABLE study_arm (
    study TEXT NOT NULL, count INTEGER NOT NULL, position INTEGER NOT NULL, label TEXT NOT NULL, events INTEGER,
    total INTEGER, percent TEXT, verification TEXT NOT NULL, PRIMARY KEY (study, count, position),
    FOREIGN KEY (study, count) REFERENCES study_count(study, position));
CREATE TABLE study_effect (
    study TEXT NOT NULL REFERENCES study(id), position INTEGER NOT NULL, measure TEXT NOT NULL, title TEXT NOT NULL,
    first TEXT NOT NULL, second TEXT NOT NULL, value TEXT NOT NULL, low TEXT, high TEXT, p TEXT, adjusted TEXT NOT NULL,
    verification TEXT NOT NULL, PRIMARY KEY (study, position));
CREATE TABLE breakpoint (
    id INTEGER PRIMARY KEY, topic TEXT NOT NULL REFERENCES topic(id), drug TEXT NOT NULL, standard TEXT NOT NULL,
    edition TEXT, note TEXT, verification TEXT NOT NULL);
CREATE TABLE breakpoint_limit (
    breakpoint INTEGER NOT NULL REFERENCES breakpoint(id), class TEXT NOT NULL, text TEXT NOT NULL,
    verification TEXT NOT NULL, PRIMARY KEY (breakpoint, class));
CREATE TABLE breakpoint_source (
    breakpoint INTEGER NOT NULL REFERENCES breakpoint(id), position INTEGER NOT NULL,
    reference TEXT NOT NULL REFERENCES reference(id), locator TEXT, verification TEXT NOT NULL,
    PRIMARY KEY (breakpoint, position));
CREATE TABLE answer (
    id TEXT PRIMARY KEY, topic TEXT NOT NULL REFERENCES topic(id), position INTEGER NOT NULL, question TEXT NOT NULL,
    not_covered TEXT);
CREATE TABLE answer_wording (
    answer TEXT NOT NULL REFERENCES answer(id), position INTEGER NOT NULL, wording TEXT NOT NULL,
    PRIMARY KEY (answer, position));
CREATE TABLE answer_role (
    answer TEXT NOT NULL REFERENCES answer(id), position INTEGER NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (answer, position));
CREATE TABLE answer_part (
    answer TEXT NOT NULL REFERENCES answer(id), position INTEGER NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL,
    PRIMARY KEY (answer, position));
CREATE TABLE term (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
    verification TEXT);
CREATE TABLE term_name (
    term TEXT NOT NULL REFERENCES term(id), position INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (term, position));
CREATE TABLE term_source (
    term TEXT NOT NULL REFERENCES term(id), position INTEGER NOT NULL,
    reference TEXT NOT NULL REFERENCES reference(id), locator TEXT, verification TEXT NOT NULL,
    PRIMARY KEY (term, position));
CREATE TABLE passage (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, target TEXT NOT NULL, topic TEXT, drug TEXT, title TEXT NOT NULL,
    text TEXT NOT NULL, link TEXT NOT NULL, verification TEXT);
CREATE TABLE passage_terms (
    id INTEGER PRIMARY KEY REFERENCES passage(id), title TEXT NOT NULL, words TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE search_term (term TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE search_word (letters TEXT PRIMARY KEY, term TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE search_meaning (
    asked TEXT NOT NULL, means TEXT NOT NULL, strength INTEGER NOT NULL, drug TEXT, PRIMARY KEY (asked, means));
CREATE TABLE search_name (letters TEXT PRIMARY KEY, drug TEXT) WITHOUT ROWID;
CREATE TABLE search_slip (letters TEXT PRIMARY KEY, meant TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE search_ignored (letters TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE passage_search USING fts5(
    title, words, text, content='passage_terms', content_rowid='id', prefix='1 2 3',
    tokenize="unicode61 remove_diacritics 0 tokenchars '.'");
"""
    + INDEXES
)

# The parts of a dose row, and what stands in for the row itself in dose_note.
MAINTENANCE, LOADING, SUPPLEMENT, WHOLE_ROW = "maintenance", "loading", "supplement", "row"
BRAND, ALIAS, SUBSTANCE = "brand", "alias", "substance"  # the kinds of a drug's other names
WARNING, LABEL_DIFFERENCE = "warning", "label-difference"  # the kinds of a remark about it
LIST_MARK = " "  # between whole numbers of hours in one column: "24 48"
