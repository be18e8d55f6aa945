"""Qt's support code as the standalone program carries it: laid open, without what only developers need, compiled."""

import compileall
import importlib.util
import os
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = "files.dir"
_SIGNATURE = Path(FOLDER, "shibokensupport", "signature")
_PARSER, STUBS, _LOADER = _SIGNATURE / "parser.py", _SIGNATURE / "lib" / "pyi_generator.py", _SIGNATURE / "loader.py"
_PACKAGE = Path(FOLDER, "shibokensupport", "__init__.py")
_SAID = "# Changed for Wardlight: "
_AT_ONCE = """\
arglistParser = ArglistParser()


def _parse_arglist(argstr):
    return arglistParser.parse(argstr)
"""
_WHEN_NEEDED = f"""\
{_SAID}its pattern is compiled when the first signature is read, for the words of an error.
arglistParser = None


def _parse_arglist(argstr):
    global arglistParser
    arglistParser = arglistParser or ArglistParser()
    return arglistParser.parse(argstr)
"""
_EVERY_IMPORT = "            builtins.__import__ = builtins.__feature_import__\n"
_NO_IMPORT = f"            {_SAID}nothing here imports __feature__, so no import looks whether its module does.\n"
_ALL_LOADED = "# end of file\n"
_KEPT = f"""\
{_SAID}kept for whoever imports all of this once more, see shibokensupport/__init__.py.
sys.modules["signature_bootstrap"].loaded_support = {{
    name: module for name, module in sys.modules.items() if name.partition(".")[0] == "shibokensupport"
}}

# end of file
"""
_BLANK = "# this file intentionally left blank\n"
_SAME_AGAIN = f"""\
{_SAID}when support code lies in a folder, the bootstrap loads it, forgets it and loads it once more.
# The second time it is what it was.
import sys
import signature_bootstrap

sys.modules.update(getattr(signature_bootstrap, "loaded_support", {{}}))
"""
_NO_STUBS = f"{_SAID}the generator of stub files is left out; it is for developers.\n"
CHANGES = (
    (_PARSER, _AT_ONCE, _WHEN_NEEDED),
    (_LOADER, _EVERY_IMPORT, _NO_IMPORT),
    (_LOADER, _ALL_LOADED, _KEPT),
    (_PACKAGE, _BLANK, _SAME_AGAIN),
)


class UnknownSupportCodeError(Exception):
    """Why Qt's support code is not changed: it is not the one that was looked at."""


def unfold(place: Path) -> None:
    """Nothing; the support code lies compiled in the given folder, below files.dir.

    Otherwise PySide6 compiles that code from source at every start, which costs about a seventh of the time to the
    first painted page.
    """
    subprocess.run([sys.executable, "-c", "import PySide6.QtCore"], env=os.environ | {"SBK_EMBED": "0"}, check=True)
    spec = importlib.util.find_spec("shiboken6")
    if spec is None or spec.origin is None:
        sys.exit("shiboken6 is not installed: run `python3 packaging/dev.py build`.")
    written = Path(spec.origin).parent / FOLDER
    shutil.copytree(written, place / FOLDER, ignore=shutil.ignore_patterns("__pycache__"))
    # Left there, it would change how long every program takes to start here, the benchmark's yardstick too.
    shutil.rmtree(written)
    spare(place)
    # Unchecked: the times of files change when a bundle is copied, and a read-only one could not be compiled again.
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(place, quiet=1, invalidation_mode=mode, stripdir=str(place)):
        sys.exit("Qt's support code did not compile.")


def spare(place: Path) -> None:
    """Nothing; of the support code below a folder, what no reader needs is left out or put off.

    That is a twentieth of the time to the first painted page.
    """
    texts = {file: (place / file).read_text(encoding="utf-8") for file, _, _ in CHANGES}
    known = all(texts[file].count(before) == 1 for file, before, _ in CHANGES)
    if not known or not (place / STUBS).is_file():
        raise UnknownSupportCodeError("Qt's support code is not that of PySide6 6.11.3: see packaging/support_code.py")
    for file, before, after in CHANGES:
        texts[file] = texts[file].replace(before, after)
        (place / file).write_text(texts[file], encoding="utf-8")
    (place / STUBS).write_text(_NO_STUBS, encoding="utf-8")
