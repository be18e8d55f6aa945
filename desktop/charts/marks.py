"""The word and the shape of a severity: nothing is said by colour alone, on screen or on paper."""

from desktop.domain.regimen import Severity

SEVERITY_WORDS = {Severity.STOP: "Stop", Severity.CAUTION: "Caution", Severity.INFORMATION: "Information"}
SEVERITY_SHAPES = {Severity.STOP: "■", Severity.CAUTION: "▲", Severity.INFORMATION: "●"}
