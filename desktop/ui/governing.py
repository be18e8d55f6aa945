"""What an administrator's policy changes in the window."""

from desktop.policy import Policy
from desktop.ui.main_window import MainWindow
from desktop.ui.notices import NoticeStrip, insert_notices
from desktop.ui.words import only_english

_WHOSE_UNIT = only_english("This hospital's policy has set this unit. Choose the one that your laboratory prints.")


def govern(window: MainWindow, policy: Policy) -> None:
    """Follow the policy, and say for as long as the window is open what is wrong with it."""
    if policy.faults:
        strip = NoticeStrip()
        insert_notices(window, strip)
        strip.show_notices([policy.fault_words])
    if policy.why_no_doses:
        window.place.prepare(lambda desk: desk.turn_off_calculators(policy.why_no_doses))
    elif (unit := policy.creatinine_unit) is not None:
        window.place.prepare(lambda desk: desk.bedside.dosing.prefer_unit(unit, _WHOSE_UNIT))
