"""What a link of the page or of the bedside opens in the drawer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.content.library import Library
from desktop.domain.citation import citation_text, dose_text, finding_text
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.drugs import Drug
from desktop.domain.guidance import Section, Statement, Topic
from desktop.domain.regimen import Pitfall
from desktop.ui.answers_html import Holdings, answer_html
from desktop.ui.codes import addresses, code_html
from desktop.ui.drug_html import drug_html
from desktop.ui.fragments import CITE_LINK, TOPIC_LINK
from desktop.ui.glossary_html import glossary_html, term_html
from desktop.ui.html_text import escape
from desktop.ui.ledger_html import claim_html
from desktop.ui.matrix_html import drug_words
from desktop.ui.page_content import PageContent
from desktop.ui.source_html import (
    cited_html,
    dose_html,
    effect_html,
    reference_page_html,
    sources_html,
    statement_html,
)
from desktop.ui.studies_html import study_html
from desktop.ui.words import only_english, tr


@dataclass(frozen=True, slots=True)
class Opened:
    """A title and the HTML below it, and the place in it that is meant."""

    title: str
    html: str
    place: str = ""


@dataclass(slots=True)
class Links:
    """Finds what a link stands for; `answers` are the doses on screen, `kept_html` what is noted on a statement."""

    content: PageContent
    library: Library
    kept_html: Callable[[str], str]
    answers: Sequence[Dose | Withheld] = ()

    @property
    def drugs(self) -> Mapping[str, Drug]:
        """Every drug that can be shown, by its slug."""
        return {drug.slug: drug for drug in self.library.rulebook.drugs}

    def show_answers(self, answers: Sequence[Dose | Withheld]) -> None:
        """Take the doses that are on screen now."""
        self.answers = answers

    def opened_by(self, link: str) -> Opened | None:
        """What a link opens, or None where it names nothing known."""
        kind, _, key = link.partition(":")
        find: dict[str, Callable[[str], Opened | None]] = {
            "reference": self._reference,
            "statement": self._statement,
            "claim": self._claim,
            "answer": self._answer,
            "drug": self._drug,
            "dose": self._dose,
            "pitfall": self._pitfall,
            "effect": self._effect,
            "term": self._term,
            "glossary": self._glossary,
            "page": self._page,
            "study": self._study,
            "code": self._code,
        }
        return find[kind](key) if kind in find else None

    def _reference(self, key: str) -> Opened | None:
        reference = self.content.references.get(key)
        return Opened(reference.short, reference_page_html(reference)) if reference else None

    def _code(self, key: str) -> Opened | None:
        """The code that a phone reads, above the reference that it leads to."""
        slug, _, name = key.partition("/")
        reference = self.content.references.get(slug)
        address = addresses(reference).get(name) if reference else None
        if reference is None or address is None:
            return None
        return Opened(f"{reference.short}: {address}", code_html(address) + reference_page_html(reference))

    def _statement(self, key: str) -> Opened | None:
        for topic, section, statement in self._statements():
            if statement.id == key:
                claims = self.library.claims(topic.id)
                where = statement_html(statement, self.content.references, claims)
                html = self.kept_html(key) + where + cited_html("statement", key)
                if topic is self.content.topic:
                    return Opened(tr("Where this comes from: {section}", section=section.title), html)
                link = f'<a href="{TOPIC_LINK}{topic.id}#{statement.id}">{tr("Read it in its topic")}</a>'
                return Opened(f"{topic.title}: {section.title}", f"{statement.html}<p>{link}</p>{html}")
        return None

    def _statements(self) -> Iterator[tuple[Topic, Section, Statement]]:
        """Every statement of the library, those of the open topic first."""
        others = (slug for slug in self.library.topic_slugs if slug != self.content.topic.id)
        for topic in (self.content.topic, *(self.library.topic(slug) for slug in others)):
            for section in topic.sections:
                yield from ((topic, section, statement) for statement in section.statements)

    def _claim(self, key: str) -> Opened | None:
        for claim in (claim for slug in self.library.topic_slugs for claim in self.library.claims(slug)):
            if claim.id == key:
                words = f"{claim_html(claim)}{self._references_of(claim.references)}"
                return Opened(tr("The article's claim {claim}", claim=claim.id), words)
        return None

    def _references_of(self, keys: Sequence[str]) -> str:
        named = (f'<a href="reference:{key}">{escape(self.content.references[key].short)}</a>' for key in keys)
        return f"<p>{tr('Sources: {sources}', sources=', '.join(named))}</p>" if keys else ""

    def _pitfall(self, key: str) -> Opened | None:
        pitfall = self._pitfall_of(key)
        if pitfall is None:
            return None
        html = sources_html(pitfall.sources, self.content.references) + cited_html("pitfall", key)
        return Opened(pitfall.title, html)

    def _pitfall_of(self, key: str) -> Pitfall | None:
        every = (pitfall for slug in self.library.topic_slugs for pitfall in self.library.pitfalls(slug))
        return next((pitfall for pitfall in every if pitfall.id == key), None)

    def _answer(self, key: str) -> Opened | None:
        for answer in (answer for slug in self.library.topic_slugs for answer in self.library.answers(slug)):
            if answer.id == key:
                said = {statement.id: statement for _, _, statement in self._statements()}
                return Opened(
                    answer.question, answer_html(answer, Holdings(said.get, self._pitfall_of, self.drugs.get))
                )
        return None

    def _effect(self, key: str) -> Opened | None:
        for effect in self.content.matrix.effects:
            if effect.id == key:
                title = only_english(f"{drug_words(effect.drug)} and {effect.enzyme.upper()}")
                return Opened(title, effect_html(effect, self.content.references))
        return None

    def _term(self, key: str) -> Opened | None:
        for term in self.library.glossary:
            if term.id == key:
                return Opened(term.name, term_html(term, self.content.references, self.drugs))
        return None

    def _study(self, key: str) -> Opened | None:
        topic = self.library.topic_of_study(key)
        if topic is None:
            return None
        # With the numbers that its references have there; no other page is read than that.
        content = self.content if topic == self.content.topic.id else PageContent(self.library, topic)
        study = next(study for study in content.studies if study.id == key)
        html = study_html(study, content.numbers) + sources_html(study.sources, self.content.references)
        return Opened(study.title, html)

    def _glossary(self, _key: str) -> Opened | None:
        return Opened(tr("Glossary"), glossary_html(self.library.glossary, self.content.references, self.drugs))

    def _page(self, key: str) -> Opened | None:
        return next((Opened(page.title, page.html) for page in self.library.pages if page.id == key), None)

    def _dose(self, key: str) -> Opened | None:
        dose = self._dose_of(key)
        if dose is None:
            return None
        html = dose_html(dose, self.content.references) + cited_html("dose", key)
        return Opened(f"{dose.drug.name}, {dose.basis.short}", html)

    def _dose_of(self, key: str) -> Dose | None:
        return next((one for one in self.answers if isinstance(one, Dose) and one.row.id == key), None)

    def cited(self, link: str) -> str | None:
        """What a copy link such as "cite:statement:id" puts on the clipboard, with its citation; None for no such."""
        kind, _, key = link.removeprefix(CITE_LINK).partition(":")
        references, edition = self.content.references, self.library.edition
        if kind == "statement":
            for _, _, said in self._statements():
                if said.id == key:
                    return citation_text(said.text, said.sources, said.verification, references, edition)
        if kind == "pitfall" and (pitfall := self._pitfall_of(key)):
            return citation_text(finding_text(pitfall), pitfall.sources, pitfall.verification, references, edition)
        if kind == "dose" and (dose := self._dose_of(key)):
            return citation_text(dose_text(dose), dose.sources, dose.row.source.verification, references, edition)
        return None

    def _drug(self, key: str) -> Opened | None:
        """The page of a drug at one of its places, such as "cefiderocol/us-label/02"."""
        drug = self.drugs.get(key.partition("/")[0])
        return Opened(drug.name, drug_html(drug, self.content.references), key) if drug else None
