"""Modules joined into the one script of a page."""

from __future__ import annotations

import re
from importlib.resources import files

from netgraph.pages.scripts import script_of


def test_every_module_stands_once_and_after_those_that_it_imports() -> None:
    script = script_of("report_page.js")

    made = re.findall(r'^modules\["([\w.]+)"\] = ', script, re.MULTILINE)
    needed = re.findall(r'^const \{[^}]*\} = modules\["([\w.]+)"\];', script, re.MULTILINE)
    assert len(made) == len(set(made))
    assert set(needed) <= set(made)
    for at, name in enumerate(made):
        body = script.split(f'modules["{name}"] = ', 1)[1].split("\nmodules[", 1)[0]
        for other in re.findall(r'= modules\["([\w.]+)"\];', body):
            assert other in made[:at], f"{name} comes before {other}"


def test_a_page_leaves_no_import_or_export_to_the_browser() -> None:
    assert not re.search(r"^(import|export)\b", script_of("report_page.js"), re.MULTILINE)


def test_every_module_is_on_some_page() -> None:
    template = files("netgraph.pages").joinpath("template")
    there = {item.name for item in template.iterdir() if item.name.endswith(".js")}

    used = "".join(script_of(f"{page}_page.js") for page in ("map", "tree", "report"))

    assert {name for name in there if f'modules["{name}"] = ' not in used} == set()
