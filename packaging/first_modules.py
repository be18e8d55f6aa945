"""The modules that the first window needs: the program holds them uncompressed, as unpacking delays every start."""

import json
import os
import subprocess
import sys
import tempfile

from environment import ROOT

_PROGRAM = """
import json, sys
from desktop.__main__ import main
status = main(["--exit-after-paint", "--data", sys.argv[1]])
sys.stdout.write(json.dumps(sorted(sys.modules)))
sys.exit(status)
"""


def first_modules() -> frozenset[str]:
    """What has been imported when the first page of the program is painted."""
    with tempfile.TemporaryDirectory() as data:
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM, data],
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=True,
        )
    return frozenset(json.loads(done.stdout))
