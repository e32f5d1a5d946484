"""Templates that can read facts and do nothing else, in bounded steps and bounded output.

A template is a Jinja2 text of conditions, loops and the filters below. Calls, assignments,
macros, imports, arithmetic and attributes of objects are refused before anything runs, so that
the only work left is to walk through the facts, and each step of that is counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from jinja2 import (
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

from netgraph.model.errors import InvalidInput

LONGEST: Final = 20_000
"""Characters that a template, or what it writes, may have."""

STEPS: Final = 5_000
"""Turns that all loops of a template may make together."""

_NODES: Final = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.If,
    nodes.For,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Concat,
    nodes.CondExpr,
)
_WORDS: Final[Mapping[type[nodes.Node], str]] = {
    nodes.Call: "calls something",
    nodes.Include: "includes another file",
    nodes.Import: "imports another file",
    nodes.FromImport: "imports another file",
    nodes.Extends: "builds on another file",
    nodes.Assign: "sets a value",
}
_TAG = re.compile(r"\s*\{%[^%]*%\}\s*")
_LAST_TAG = re.compile(r"(?<![-+])%\}$")
_TESTS: Final = frozenset({"defined", "none", "string", "sameas", "eq", "ne", "gt", "lt", "in"})
_LOOP: Final = frozenset({"index", "index0", "first", "last", "length"})


class _Environment(SandboxedEnvironment):
    """Jinja2's sandbox, in which a dot reads a fact by its name and never an attribute."""

    left = STEPS

    def counted(self, values: Iterable[Any]) -> Iterator[Any]:
        """Yield the values of a loop, as long as all loops together do not take too long."""
        for value in values:
            self.left -= 1
            if self.left < 0:
                raise InvalidInput(f"a template loops more than {STEPS} times")
            yield value

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a fact of a group of facts, or where a loop is."""
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return a fact by name, or one of several by number."""
        readable = isinstance(obj, Mapping) or (isinstance(obj, tuple) and type(argument) is int)
        try:
            return obj[argument] if readable else self.undefined(obj=obj, name=argument)
        except LookupError:
            return self.undefined(obj=obj, name=argument)


def render(
    source: str,
    facts: Mapping[str, Any],
    *,
    name: str,
    filters: Mapping[str, Callable[..., Any]] | None = None,
) -> str:
    """Return what a template makes of facts.

    Parameters
    ----------
    source
        The template.
    facts
        Plain data: texts, numbers, days, and tuples and mappings of these.
    name
        What the template is called in messages.
    filters
        What it may use besides ``first``, ``last``, ``length``, ``lower``, ``upper``, ``trim``
        and ``join``.

    Raises
    ------
    InvalidInput
        If it is no template, does more than read facts, asks for a fact that is not there, or
        goes on for too long.

    Examples
    --------
    >>> render("Dear {{ you.first }}", {"you": {"first": "Ana"}}, name="x")
    'Dear Ana'
    >>> render("{{ ''.join('a') }}", {}, name="x")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    netgraph.model.errors.InvalidInput: the template x, line 1, calls something: ...
    """
    try:
        environment, template = _compiled(source, name, tuple((filters or {}).items()))
        environment.left = STEPS
        return "".join(_bounded(template.generate(**facts), name))
    except TemplateSyntaxError as error:
        raise InvalidInput(f"the template {name}, line {error.lineno}: {error.message}") from error
    except UndefinedError as error:
        known = ", ".join(sorted(facts))
        raise InvalidInput(f"the template {name}: {error.message}; facts are: {known}") from error
    except (TemplateError, TypeError, ValueError, RecursionError, MemoryError) as error:
        if isinstance(error, InvalidInput):
            raise
        raise InvalidInput(f"the template {name} cannot be filled in: {error}") from error


@lru_cache(maxsize=64)
def _compiled(
    source: str, name: str, filters: tuple[tuple[str, Callable[..., Any]], ...]
) -> tuple[_Environment, Template]:
    """Return a template that was found to do no more than read facts."""
    if len(source) > LONGEST:
        raise InvalidInput(f"the template {name} is longer than {LONGEST} characters")
    environment = _Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters = {**_FILTERS, "steps": environment.counted, **dict(filters)}
    environment.tests = {t: environment.tests[t] for t in _TESTS}
    environment.globals = {}
    tree = environment.parse(_with_line_ends(source))
    _check(tree, environment, name)
    return environment, environment.from_string(tree)


def _with_line_ends(source: str) -> str:
    """Let a line that ends in a tag, but has more in it, keep its end; a tag alone leaves nothing.

    So what one sees is what one gets.
    """
    return "\n".join(
        line if _TAG.fullmatch(line) else _LAST_TAG.sub("+%}", line) for line in source.split("\n")
    )


def _check(tree: nodes.Template, environment: _Environment, name: str) -> None:
    """Raise for whatever does more than read facts, and let every loop be counted."""
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _NODES):
            what = _WORDS.get(type(node), f"has a {type(node).__name__.lower()}")
            _refuse(name, node, what)
        if isinstance(node, nodes.Name) and (node.name == "self" or node.name[0] == "_"):
            _refuse(name, node, f"uses {node.name}")
        if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            _refuse(name, node, f"looks into {node.attr}")
        if isinstance(node, nodes.Filter) and node.name not in environment.filters:
            _refuse(name, node, f"uses the filter {node.name}")
        if isinstance(node, nodes.Test) and node.name not in environment.tests:
            _refuse(name, node, f"uses the test {node.name}")
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = nodes.Filter(loop.iter, "steps", [], [], None, None, lineno=loop.lineno)
    tree.set_environment(environment)


def _refuse(name: str, node: nodes.Node, what: str) -> None:
    """Raise for one part of a template."""
    raise InvalidInput(f"the template {name}, line {node.lineno}, {what}: it may only read facts")


def _bounded(chunks: Iterable[str], name: str) -> Iterator[str]:
    """Yield what a template writes, as long as it is not too much."""
    written = 0
    for chunk in chunks:
        written += len(chunk)
        if written > LONGEST:
            raise InvalidInput(f"the template {name} writes more than {LONGEST} characters")
        yield chunk


def _joined(values: Iterable[Any], between: str = "") -> str:
    """Return texts as one, if that is not too long."""
    texts = [str(value) for value in values]
    if sum(map(len, texts)) + len(between) * len(texts) > LONGEST:
        raise InvalidInput(f"a template joins more than {LONGEST} characters")
    return between.join(texts)


_FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "first": lambda values: next(iter(values), ""),
    "last": lambda values: values[-1] if values else "",
    "length": len,
    "lower": lambda text: str(text).lower(),
    "upper": lambda text: str(text).upper(),
    "trim": lambda text: str(text).strip(),
    "join": _joined,
}
