"""The public API is one list: every name with its signature, in a file that a change must touch."""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import EnumType
from pathlib import Path

import netgraph
from docs.api_page import MEMBERS, SECTIONS
from netgraph import frames

LIST = Path(__file__).parent / "data" / "public_api.txt"


def public() -> list[str]:
    """Return every public name, the frames after the rest."""
    return [*netgraph.__all__, *(f"frames.{name}" for name in frames.__all__)]


def found(name: str) -> object:
    """Return what a public name names."""
    module, _, last = name.rpartition(".")
    return getattr(frames if module else netgraph, last)


def signature(thing: Callable[..., object]) -> str:
    """Return parameters, types and defaults; a type stands there without the marks of a text."""
    told = inspect.signature(thing)
    if is_dataclass(thing):
        types = {field.name: field.type for field in fields(thing)}
        given = [p.replace(annotation=types[p.name]) for p in told.parameters.values()]
        told = told.replace(parameters=given, return_annotation=None)
    return re.sub(r"(: |-> )(['\"])(.*?)\2", r"\1\3", str(told))


def lines(name: str) -> Iterator[str]:
    """Yield a public name with what it takes, and the methods that are shown of it."""
    thing = found(name)
    if isinstance(thing, EnumType):
        yield f"{name}: {', '.join(str(member) for member in thing)}"  # type: ignore[var-annotated]
    elif callable(thing):
        yield f"{name}{signature(thing)}"
        for method in MEMBERS.get(name, ()):
            yield f"{name}.{method}{signature(getattr(thing, method))}"
    else:
        yield f"{name} = {thing!r}"


def test_the_public_api_is_what_the_list_says() -> None:
    """``GOLDEN=write`` writes the list anew; say what changed in the changelog."""
    text = "".join(f"{line}\n" for name in public() for line in lines(name))
    if os.environ.get("GOLDEN") == "write":
        LIST.write_text(text, encoding="utf-8")

    assert LIST.read_text(encoding="utf-8") == text


def test_the_reference_has_every_public_name_once() -> None:
    assert sorted(public()) == sorted(name for names in SECTIONS.values() for name in names)


def test_every_public_name_says_what_it_is() -> None:
    assert [] == [n for n in public() if callable(found(n)) and not inspect.getdoc(found(n))]
