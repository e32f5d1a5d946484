"""The scripts and styles of a page, each joined into one: the page itself imports nothing.

The scripts are modules, so that tools check and test them one by one.  In a page every module is a
function with names of its own, after those that it imports, which returns what it exports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w.]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:const|class) ([\w$]+))", re.MULTILINE)


def script_of(start: str) -> str:
    """Return a script and every module it imports as one script."""
    modules: dict[str, str] = {}
    _collect(start, modules)
    joined = "\n".join(modules.values())
    return f'"use strict";\n(() => {{\nconst modules = {{}};\n{joined}\n}})();\n'


def style_of(names: Sequence[str]) -> str:
    """Return styles as one."""
    return "\n".join(map(_text, names))


def _collect(name: str, modules: dict[str, str]) -> None:
    """Add a module to those already there, after the ones that it imports."""
    text = _text(name)
    for _, needed in _IMPORT.findall(text):
        if needed not in modules:
            _collect(needed, modules)
    exported = ", ".join(found for _, found in _EXPORT.findall(text))
    body = _EXPORT.sub(r"\1", _IMPORT.sub(r'const \1 = modules["\2"];\n', text))
    modules[name] = f'modules["{name}"] = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();'


def _text(name: str) -> str:
    """Return a file of the template."""
    return files("netgraph.pages").joinpath("template", name).read_text("utf-8")
