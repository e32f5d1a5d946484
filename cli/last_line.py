"""The last line of an answer names the one next step; where a command names none, it is here."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence
from typing import Final

from . import output

AFTER: Final[Mapping[str, str]] = {
    "stats": "what your talks taught, and what they left out: netgraph reflect",
    "reciprocity": "what is due, a thank-you first: netgraph today",
    "favours": "how give and take stand by these: netgraph reciprocity",
    "people": "see one of them: netgraph show WHO",
    "show": "a page to prepare a talk with: netgraph brief {}",
    "brief": "after the talk: netgraph debrief {}",
    "suggest": "choose those of this week by their numbers: netgraph plan NUMBERS",
    "map": "whom to ask, and why: netgraph suggest",
    "report": "whom to ask, and why: netgraph suggest",
    "path": "whom to ask first, and why: netgraph suggest",
    "at": "the chains that lead there: netgraph path {}",
    "goal": "whom to ask, and why: netgraph suggest",
    "edit": "what is known now: netgraph show {}",
    "tie": "be asked about the pairs that matter most: netgraph tie --interview",
    "add": "say how well you know those who matter: netgraph closeness",
    "pool": "the pools you are in: netgraph pool list",
    "centre": "what nobody reaches: netgraph centre gaps",
    "backup": "to bring it back one day: netgraph restore {}",
}
"""What comes after a command whose own last line names nothing; ``{}`` is its first word."""

ELSE: Final = "how things stand: netgraph"
"""What comes after all others."""

FILES: Final = frozenset({"map", "report", "tree", "export"})
"""Commands that write a file and have no other answer."""

SILENT: Final = frozenset(
    {"demo", "serve", "start", "import", "debrief", "skill", "mcp", "completion"}
)
"""Commands that lead on by themselves, keep running, or print what goes into a file."""

_NAMES_A_STEP: Final = re.compile(r"\bnetgraph\b|^Next: ")


def say_last(words: Sequence[str]) -> None:
    """Say what comes next, if a command that was given with these words did not.

    Nothing is said to a script (``--json``). Beside a table or a file it is on stderr.
    """
    if not words or words[0] in SILENT or "--json" in words:
        return
    said, in_table = output.last_said()
    if in_table or (not said and words[0] in FILES):
        output.note(f"Next: {after(words)}")
    elif said and not _NAMES_A_STEP.search(said):
        output.say(f"Next: {after(words)}")


def after(words: Sequence[str]) -> str:
    """Return the step that comes after a command.

    >>> after(["show", "Ana Silva"]), after(["check"])
    ("a page to prepare a talk with: netgraph brief 'Ana Silva'", 'how things stand: netgraph')
    """
    step = AFTER.get(words[0], ELSE)
    named = next((word for word in words[1:] if not word.startswith("-")), "")
    about_nobody = named in ("", "me", "event") or (len(words) > 1 and words[1].startswith("-"))
    if "{}" in step:
        return ELSE if about_nobody else step.format(shlex.quote(named))
    return step
