"""Whether anything may be calculated on this machine, where an administrator decides."""

from desktop.commands.reply import FAILED, NOT_TRUSTED, CommandError
from desktop.policy import machine_policy


def need_calculators(instead: str = "") -> None:
    """Nothing where doses may be made; otherwise the refusal that names the policy, and what works `instead`."""
    policy = machine_policy()
    if policy.why_no_doses:
        status = NOT_TRUSTED if policy.faults else FAILED
        raise CommandError("calculators-off", f"{policy.why_no_doses} {instead}".rstrip(), status=status)
