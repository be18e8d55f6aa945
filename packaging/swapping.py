"""Which functions a mutant changes, and the exchange of their code in a running process."""

from collections.abc import Iterator
from types import CodeType, FunctionType, ModuleType

from reach import plain_function

_OPTIMIZED = 0x1
"""The flag of a function's code, which the body of a class or a module lacks."""


def changed_functions(before: CodeType, after: CodeType) -> dict[str, tuple[CodeType, CodeType]] | None:
    """Old and new code of each function that differs, by its qualified name; None where something outside does.

    Outside are constants, defaults, annotations and decorators: what runs when the module is imported. An empty answer
    means that both compile to the same instructions, so that no test can tell them apart.
    """
    if _shell(before) != _shell(after):
        return None
    found: dict[str, tuple[CodeType, CodeType]] = {}
    for one, other in zip(_inner(before), _inner(after), strict=True):
        if one.co_flags & _OPTIMIZED:
            if not _is_same(one, other):
                found[one.co_qualname] = (one, other)
            continue
        inside = changed_functions(one, other)
        if inside is None:
            return None
        found |= inside
    return found


def function_of(module: ModuleType, name: str, code: CodeType) -> FunctionType | None:
    """The function that runs this code; None where a decorator hides it."""
    *classes, last = name.split(".")
    holder: object = module
    for each in classes:
        holder = getattr(holder, each, None)
    found = plain_function(vars(holder).get(last)) if hasattr(holder, "__dict__") else None
    return found if found is not None and _is_same(found.__code__, code) else None


def _is_same(one: CodeType, other: CodeType) -> bool:
    """Whether two codes run alike; where their lines stand does not matter."""
    if _shell(one) != _shell(other):
        return False
    return all(_is_same(mine, yours) for mine, yours in zip(_inner(one), _inner(other), strict=True))


def _shell(code: CodeType) -> tuple[object, ...]:
    """What a code is apart from the codes inside it; the type of a constant counts, for 1 equals True."""
    constants = ["code" if isinstance(each, CodeType) else (type(each), repr(each)) for each in code.co_consts]
    names = (code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars)
    counts = (code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags)
    return (code.co_code, code.co_exceptiontable, constants, names, counts)


def _inner(code: CodeType) -> Iterator[CodeType]:
    return (each for each in code.co_consts if isinstance(each, CodeType))
