"""One run of one command: arguments read, content opened, answer shown."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.commands import arguments as forms
from desktop.commands.check import check
from desktop.commands.claims import claims
from desktop.commands.content import PACK_ACTIONS, content, content_actions
from desktop.commands.dose import dose
from desktop.commands.opened import opened_file
from desktop.commands.output import say, show
from desktop.commands.read import read
from desktop.commands.reply import NOT_TRUSTED, CommandError, Reply
from desktop.commands.search import search
from desktop.content.library import Library
from desktop.content.opening import ContentFault
from desktop.packs.choosing import choose
from desktop.policy import machine_policy

NO_DISPLAY = (
    "There is no display (DISPLAY, WAYLAND_DISPLAY and QT_QPA_PLATFORM are unset), so here is the topic as text."
)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the form of its arguments and what answers it."""

    parser: Callable[[], forms.Parser]
    answer: Callable[[Library, argparse.Namespace], Reply]


def _sheet(library: Library, options: argparse.Namespace) -> Reply:
    from desktop.commands.sheet import sheet  # Qt, which no other command needs

    return sheet(library, options)


COMMANDS: Mapping[str, Command] = {
    "read": Command(forms.read_parser, read),
    "search": Command(forms.search_parser, search),
    "dose": Command(forms.dose_parser, dose),
    "check": Command(forms.check_parser, check),
    "claims": Command(forms.claims_parser, claims),
    "content": Command(forms.content_parser, content),
    "sheet": Command(forms.sheet_parser, _sheet),
}
SELF_TEST = "self-test"
PARSERS = {name: command.parser for name, command in COMMANDS.items()} | {SELF_TEST: forms.self_test_parser}
THERE_IS = (
    f"read, search, dose, check, claims, {', '.join(f'content {action}' for action in content_actions())}, "
    f"{SELF_TEST}, sheet"
)


def run(arguments: Sequence[str], *, as_json: bool) -> int:
    """The status of the command that was asked for, after its answer was written."""
    name, *rest = arguments
    if name not in PARSERS:
        raise CommandError("command", f'There is no command "{name[:20]}". There is: {THERE_IS}.')
    parser = PARSERS[name]()
    if forms.HELP_FLAGS & set(rest):
        return show(help_reply(parser), as_json=as_json)
    options = parser.parse_args(rest)
    if answer := _unopened(name, options):
        return show(answer(options), as_json=as_json)
    return show(COMMANDS[name].answer(opened(options), options), as_json=as_json)


def _unopened(name: str, options: argparse.Namespace) -> Callable[[argparse.Namespace], Reply] | None:
    """What must answer even where no content can be trusted; loaded only when it is asked for."""
    if name == "content" and options.action in PACK_ACTIONS:
        from desktop.commands.packs import pack_action

        return pack_action
    if name == SELF_TEST:
        from desktop.commands.self_test import self_test_reply

        return self_test_reply
    return None


def help_reply(parser: forms.Parser) -> Reply:
    """The usage of a command, or of the window together with the commands there are."""
    text = parser.format_help()
    return Reply({"help": text}, text)


def read_without_display(options: argparse.Namespace) -> int:
    """The status after the topic was printed in place of the window."""
    library = opened(options)
    reply = read(library, argparse.Namespace(topic=options.topic, role=None))
    say(NO_DISPLAY)
    return show(reply, as_json=False)


def opened(options: argparse.Namespace) -> Library:
    """The library that a request is answered from; content that cannot be trusted ends the request."""
    if options.content is not None:
        return opened_file(options.content)
    choice = choose(None, None if options.data is None else Path(options.data))
    if choice.notices:
        say(" ".join(choice.notices))
    if isinstance(choice.content, ContentFault):
        raise CommandError(choice.content.code, f"{choice.content.reason} {choice.content.remedy}", status=NOT_TRUSTED)
    return Library(choice.content, machine_policy().basis)
