"""The checks that tell whether the content can be trusted on this machine; each can fail."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.content.drugs import UnavailableDrug
from desktop.content.library import Library
from desktop.domain.drugs import Drug
from desktop.health.citations import broken_links
from desktop.health.recomputing import example_fault
from desktop.paths import CONTENT_SHA256
from desktop.policy import Policy

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, and what was found."""

    name: str
    ok: bool
    detail: str


def content_checks(library: Library, expected_sha256: str | None) -> tuple[Check, ...]:
    """Every check of an opened library; `expected_sha256` is None where no hash is known for the file."""
    return (
        hash_check(library.sha256, expected_sha256),
        _looked_at("database", lambda: database_check(library)),
        _looked_at("dose-rows", lambda: dose_rows_check(library)),
        _looked_at("worked-examples", lambda: worked_examples_check(library)),
        _looked_at("citations", lambda: citations_check(library)),
    )


def expected_hash(library: Library) -> str | None:
    """The hash that the content must have; one from a pack was already compared when it was opened."""
    if library.source == "bundled":
        return CONTENT_SHA256.read_text(encoding="ascii").strip()
    return None if library.source == "file" else library.sha256


def policy_check(policy: Policy) -> Check:
    """Whether what an administrator set could be read, and what it is."""
    if policy.faults:
        return Check("policy", ok=False, detail=policy.fault_words)
    if policy.file is None:
        return Check("policy", ok=True, detail="No policy is set for this machine.")
    return Check("policy", ok=True, detail=f"Set by this hospital's policy, {policy.file}: {policy.words}")


def _looked_at(name: str, check: Callable[[], Check]) -> Check:
    """The check's own answer, or a failed check where the content cannot even be read."""
    try:
        return check()
    except Exception as error:
        return Check(name, ok=False, detail=f"The content cannot be read for this check ({type(error).__name__}).")


def hash_check(found: str, expected: str | None) -> Check:
    """Whether the file is byte for byte the one that was published."""
    if expected is None:
        return Check("content-hash", ok=True, detail=f"Unverified: no hash is known for this file. SHA-256 {found}.")
    if found == expected:
        return Check("content-hash", ok=True, detail=f"The file is the one that was published. SHA-256 {found}.")
    return Check("content-hash", ok=False, detail=f"The file was changed: SHA-256 {found}, published {expected}.")


def database_check(library: Library) -> Check:
    """Whether the file and every link between its tables are in order, and it says what it is."""
    if library.is_sound():
        name = f"{library.edition.name} {library.edition.edition}"
        return Check("database", ok=True, detail=f"{name}: the file and every link in it are in order.")
    return Check("database", ok=False, detail="SQLite finds the file damaged or a link in it broken.")


def dose_rows_check(library: Library) -> Check:
    """Whether the rows of every drug can be read and answer every clearance exactly once."""
    drugs = [library.drug(slug) for slug in library.drug_slugs]
    faults = [drug.reason for drug in drugs if isinstance(drug, UnavailableDrug)]
    rows = sum(len(basis.rows) for drug in readable(drugs) for basis in drug.bases)
    done = f"{len(drugs)} drugs, {rows} rows: every clearance has a row or a reason why not."
    return _judged("dose-rows", faults, rows, done)


def worked_examples_check(library: Library) -> Check:
    """Whether every worked example of the authors comes out of the bedside's own arithmetic."""
    drugs = readable(library.drug(slug) for slug in library.drug_slugs)
    results = [example_fault(drug, example) for drug in drugs for example in library.worked_examples(drug.slug)]
    faults = [fault for fault in results if fault is not None]
    return _judged("worked-examples", faults, len(results), f"{len(results)} worked examples recompute.")


def citations_check(library: Library) -> Check:
    """Whether everything that is cited is in the library."""
    faults = broken_links(library)
    done = f"{len(library.references)} references; every citation leads to one."
    return _judged("citations", faults, len(library.references), done)


def readable(drugs: Iterable[Drug | UnavailableDrug]) -> list[Drug]:
    """The drugs whose rows can be trusted."""
    return [drug for drug in drugs if isinstance(drug, Drug)]


def _judged(name: str, faults: Sequence[str], looked_at: int, done: str) -> Check:
    """A check over many things: it fails on any fault, and where there was nothing to look at."""
    if faults:
        more = f" And {len(faults) - _SHOWN} more." if len(faults) > _SHOWN else ""
        return Check(name, ok=False, detail=" ".join(faults[:_SHOWN]) + more)
    if not looked_at:
        return Check(name, ok=False, detail="There is nothing of this kind in the content.")
    return Check(name, ok=True, detail=done)
