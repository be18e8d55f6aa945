"""Why a content pack is refused, in words for whoever stands at the machine."""

import errno

KEPT = "Nothing was changed: the content you had is still in use."
ASK = f"{KEPT} Ask for a new copy from the person or office that gave you the pack."


class PackRefusedError(Exception):
    """A pack, or a change of the content in use, that is refused: a code for scripts, what is wrong, what to do."""

    def __init__(self, code: str, reason: str, remedy: str = ASK) -> None:
        super().__init__(f"{reason} {remedy}")
        self.code = code
        self.reason = reason
        self.remedy = remedy


def damaged(what: str) -> PackRefusedError:
    """A pack that is not as its publisher made it; `what` is for whoever is asked for help."""
    return PackRefusedError("pack-damaged", f"This content pack is damaged, or was changed after it was made ({what}).")


def unreadable(error: OSError) -> PackRefusedError:
    """A pack that the machine cannot read, as when its stick is pulled out."""
    return PackRefusedError(
        "pack-unreadable",
        f"The content pack could not be read to its end ({error.strerror or 'no reason was given'}).",
        f"{KEPT} Leave the stick in until the import is done, and try again.",
    )


def not_written(error: OSError) -> PackRefusedError:
    """An import that the machine could not finish writing."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    why = "the disk is full" if full else f"your folder cannot be written ({error.strerror or 'no reason was given'})"
    code = "disk-full" if full else "not-written"
    return PackRefusedError(code, f"The content pack could not be kept: {why}.", f"{KEPT} Mend that, then try again.")
