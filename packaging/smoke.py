"""Starts the standalone program in every way that it must stand: `python3 packaging/dev.py smoke`."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bundle import (
    NOBODY,
    Bundle,
    complaints,
    internet_calls,
    is_root,
    no_network,
    program,
    set_writable,
    virtual_screen,
)
from bundle_contents import dangling_links, misplaced_files, misplaced_modules, missing_libraries, oversize, size_mb
from environment import ROOT

BUILT = ROOT / "dist" / "wardlight"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
PAINT, COMPLETE = "--exit-after-paint", "--exit-when-complete"

# A folder as people name them: a space, accents, and signs that mean something in an address.
AWKWARD_NAME = "Wärd líght #1 50%"


class NotTriedError(Exception):
    """A check whose tool is not installed; `--strict` counts it as failed."""


class NotPermittedError(NotTriedError):
    """A check that this system forbids, as some containers do; never counted as failed."""


Check = Callable[[Bundle], list[str]]


def holds_what_it_should(bundle: Bundle) -> list[str]:
    """Complaints about what lies in the folder."""
    folder = bundle.folder
    found = misplaced_files(folder) + dangling_links(folder) + missing_libraries(folder) + oversize(folder)
    return found + misplaced_modules(bundle.window) + misplaced_modules(bundle.console)


def paints_offscreen(bundle: Bundle) -> list[str]:
    """Complaints about a start with no screen at all, left after the first page and left when all is made."""
    found = complaints(bundle.start([bundle.window, PAINT], OFFSCREEN))
    return found + complaints(bundle.start([bundle.window, COMPLETE], OFFSCREEN))


def paints_on_a_screen(bundle: Bundle) -> list[str]:
    """Complaints about a start on a virtual X screen."""
    _need("Xvfb")
    with virtual_screen() as display:
        return complaints(bundle.start([bundle.window, COMPLETE], {"DISPLAY": display}))


def opens_no_connection(bundle: Bundle) -> list[str]:
    """Complaints about internet sockets, seen from the kernel while a window is painted."""
    _need("Xvfb")
    _need("strace")
    log = bundle.home / "trace"
    strace = ["strace", "--follow-forks", "--trace=network", f"--output={log}"]
    if subprocess.run([*strace, "true"], capture_output=True, check=False).returncode != 0:
        raise NotPermittedError("this system lets no program watch another")
    # A session bus that Qt starts where there is none outlives the program, and would be watched for ever.
    with virtual_screen() as display:
        screen = {"DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        run = bundle.start([*strace, bundle.window, COMPLETE], screen)
    trace = log.read_text(encoding="utf-8", errors="replace")
    # The way to the screen is a socket too, so a trace without one has seen nothing.
    blind = [] if "AF_UNIX" in trace else ["strace saw not even the socket to the screen"]
    return complaints(run) + blind + internet_calls(trace)


def paints_without_a_network(bundle: Bundle) -> list[str]:
    """Complaints about a start in an empty network namespace, where not even loopback is up."""
    words = no_network()
    if words is None:
        raise NotPermittedError("this system permits no network namespace")
    return complaints(bundle.start([*words, bundle.window, COMPLETE], OFFSCREEN))


def paints_from_a_read_only_folder(bundle: Bundle) -> list[str]:
    """Complaints about a start, as a plain user, from a folder in which nothing may be written."""
    guest = replace(bundle, home=bundle.home.with_name("guest"))
    guest.home.mkdir(mode=0o700)
    if is_root():
        os.chown(guest.home, NOBODY, NOBODY)
    before = set(bundle.folder.rglob("*"))
    run = guest.start([bundle.window, COMPLETE], OFFSCREEN, unprivileged=True)
    written = set(bundle.folder.rglob("*")) - before
    return complaints(run) + [f"wrote {path.name} into its own folder" for path in sorted(written)]


def paints_from_anywhere(bundle: Bundle) -> list[str]:
    """Complaints about a start by its path, while standing in another folder."""
    found = complaints(bundle.start([bundle.window, COMPLETE], OFFSCREEN, cwd=Path("/")))
    return found + complaints(bundle.start([bundle.window, COMPLETE], OFFSCREEN, cwd=bundle.folder.parent))


def trusts_its_content(bundle: Bundle) -> list[str]:
    """Complaints about `content verify` on the content as it was shipped."""
    run = bundle.start([bundle.console, "content", "verify", "--json"])
    return complaints(run) + ([] if _answer(run).get("ok") is True else ["the answer is not ok"])


def states_a_dose(bundle: Bundle) -> list[str]:
    """Complaints about one dose that is known from the label: 1.25 g in total for a clearance of 40 mL/min."""
    command = ["dose", "--drug", "ceftazidime-avibactam", "--basis", "us-label", "--crcl", "40", "--json"]
    run = bundle.start([bundle.console, *command])
    results = _answer(run).get("results")
    first = results[0] if isinstance(results, list) and results else {}
    right = first.get("status") == "dose" and first.get("maintenance", {}).get("total_mg") == 1250
    return complaints(run) + ([] if right else [f"not the label's dose: {run.stdout[:300]}"])


def answers_without_qt(bundle: Bundle) -> list[str]:
    """Complaints about a command that loads Qt, which it would wait for and needs for nothing."""
    if sys.platform != "linux":
        raise NotPermittedError("elsewhere PyInstaller itself loads Qt for every command")
    loaded = bundle.home / "loaded"
    run = bundle.start([bundle.console, "--version"], {"LD_DEBUG": "files", "LD_DEBUG_OUTPUT": str(loaded)})
    names = "".join(log.read_text(errors="replace") for log in bundle.home.glob("loaded.*"))
    blind = [] if "libpython" in names else ["the loader told of nothing that it loaded"]
    return complaints(run) + blind + (["Qt was loaded"] if "libQt6" in names else [])


def uses_no_plug_ins_of_others(bundle: Bundle) -> list[str]:
    """Complaints about a start where the desktop names plug-ins for all programs, and they are of no use."""
    foreign = bundle.home / "plugins"
    (foreign / "platforms").mkdir(parents=True)
    shutil.copy2(next(bundle.folder.rglob("platforms/libqoffscreen*")), foreign / "platforms")
    log = bundle.home / "plug-ins.log"
    told = {"QT_PLUGIN_PATH": str(foreign), "LD_DEBUG": "files", "LD_DEBUG_OUTPUT": str(log)}
    run = bundle.start([bundle.window, PAINT], OFFSCREEN | told)
    names = "".join(part.read_text(errors="replace") for part in bundle.home.glob("plug-ins.log.*"))
    return complaints(run) + (["plug-ins of another Qt were loaded"] if str(foreign) in names else [])


def distrusts_damaged_content(bundle: Bundle) -> list[str]:
    """Complaints when one changed byte in the content goes unnoticed; the byte is put back."""
    content = bundle.folder / "_internal" / "content.db"
    shipped = content.read_bytes()
    middle = len(shipped) // 2
    content.chmod(0o644)
    content.write_bytes(shipped[:middle] + bytes([shipped[middle] ^ 1]) + shipped[middle + 1 :])
    run = bundle.start([bundle.console, "content", "verify", "--json"])
    content.write_bytes(shipped)
    traceback = ["a traceback was shown"] if "Traceback" in run.stdout + run.stderr else []
    return ([] if run.returncode == 3 else [f"status {run.returncode} instead of 3"]) + traceback


def finds_itself_well(bundle: Bundle) -> list[str]:
    """Complaints about `self-test`, which must pass as built and name the one file that was altered."""
    run = bundle.start([bundle.console, "self-test", "--json"])
    found = complaints(run) + ([] if _answer(run).get("ok") is True else [f"not well: {run.stdout[:500]}"])
    altered = next((bundle.folder / "_internal" / "resources" / "icons").glob("*.svg"))
    shipped = altered.read_bytes()
    altered.chmod(0o644)
    altered.write_bytes(shipped + b" ")
    spoilt = bundle.start([bundle.console, "self-test", "--json"])
    altered.write_bytes(shipped)
    named = spoilt.returncode == 3 and altered.name in spoilt.stdout
    return found + ([] if named else [f"{altered.name} was altered and not named"])


CHECKS: tuple[Check, ...] = (
    holds_what_it_should,
    paints_offscreen,
    paints_on_a_screen,
    opens_no_connection,
    paints_without_a_network,
    paints_from_a_read_only_folder,
    paints_from_anywhere,
    trusts_its_content,
    states_a_dose,
    answers_without_qt,
    uses_no_plug_ins_of_others,
    distrusts_damaged_content,
    finds_itself_well,
)


def main(arguments: list[str]) -> int:
    """0 when every check passed; with `--strict`, only when every check was also tried."""
    if not program(BUILT, "wardlight").is_file():
        sys.exit("There is nothing in dist/wardlight: run `python3 packaging/dev.py build` first.")
    with tempfile.TemporaryDirectory() as scratch:
        bundle = _copy(Path(scratch))
        print(f"{size_mb(bundle.folder):.1f} MB unpacked, without content")
        passed = [_tried(check, bundle, strict="--strict" in arguments) for check in CHECKS]
        set_writable(bundle.folder, writable=True)
    return 0 if all(passed) else 1


def _copy(scratch: Path) -> Bundle:
    """A read-only copy in a folder with an awkward name, with an empty home beside it."""
    scratch.chmod(0o755)
    home = scratch / "home"
    home.mkdir(mode=0o700)
    folder = scratch / AWKWARD_NAME / "wardlight"
    shutil.copytree(BUILT, folder, symlinks=True)
    set_writable(folder, writable=False)
    return Bundle(folder, home)


def _tried(check: Check, bundle: Bundle, strict: bool) -> bool:
    """True when a check passed, or could not be tried and need not be; says so on a line of its own."""
    name = check.__name__.replace("_", " ")
    try:
        found = check(bundle)
    except NotTriedError as reason:
        print(f"not tried  {name}: {reason}")
        return not strict or isinstance(reason, NotPermittedError)
    print(f"{'FAILED' if found else 'ok':9}  {name}")
    for complaint in found:
        print(f"           {complaint}")
    return not found


def _need(program: str) -> None:
    """Nothing when the program is on the path; otherwise the check is not tried."""
    if shutil.which(program) is None:
        raise NotTriedError(f"{program} is not installed")


def _answer(run: subprocess.CompletedProcess[str]) -> dict[str, object]:
    """The JSON object on standard output; an empty one when there is none."""
    try:
        answer = json.loads(run.stdout)
    except json.JSONDecodeError:
        return {}
    return answer if isinstance(answer, dict) else {}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
