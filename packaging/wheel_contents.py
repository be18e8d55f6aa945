"""What a wheel carries beside the program: the content and the resources that ship."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# The build back end reads this file by its path, so the files beside it are not yet importable.
sys.path.insert(0, str(Path(__file__).parent))

from shipped import shipped_files


class CustomBuildHook(BuildHookInterface[Any]):
    """Places the shipped files where `desktop/paths.py` looks for them in an installed wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Nothing is returned; an editable install gets no copies, for they would go stale beside the checkout."""
        if version == "editable":
            return
        for file, place in shipped_files(Path(self.root)):
            build_data["force_include"][str(file)] = f"desktop/shipped/{place}"
