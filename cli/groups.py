"""Which commands there are, grouped by what somebody wants to do; each is loaded when it is used.

The groups are those of the README's table, a beginner's first.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import NoReturn

import click

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Begin": ("start", "import", "goal", "closeness", "suggest"),
    "Write down what happens": ("plan", "skip", "ask", "log", "refer", "guess", "undo"),
    "Talk to people": ("draft", "brief", "debrief", "reflect", "apply"),
    "See what is due": ("today", "done", "later", "reciprocity", "favours"),
    "See the whole": ("at", "map", "tree", "report", "stats", "path"),
    "Find ways together": ("pool", "centre"),
    "Keep people right": ("people", "show", "add", "edit", "tie", "duplicates", "merge"),
    "Lose nothing, and let go": ("backup", "restore", "check", "export", "forget"),
    "Without a terminal": ("serve",),
    "For an assistant": ("skill", "mcp"),
    "For your terminal": ("completion",),
    "Try it": ("demo",),
}

MODULES: Mapping[str, str] = {"import": "import_", "restore": "backup"}
"""In which module a command is, where that has another name."""

NAMES: Mapping[str, str] = {"import": "import_command", "map": "map_"}
"""What a command is called there, where Python needs another name."""

MEANT: Mapping[str, tuple[str, ...]] = {
    "suggest": ("who", "whom", "next", "recommend", "suggestions", "suggestion"),
    "people": ("list", "ls", "contacts", "search", "find", "all"),
    "show": ("person", "info", "view", "whois", "me"),
    "today": ("due", "todo", "tasks", "agenda", "now", "week", "calendar"),
    "apply": ("application", "applications", "jobs", "offer", "job"),
    "later": ("snooze", "postpone", "defer", "wait"),
    "done": ("tick", "finished", "complete"),
    "skip": ("not", "dismiss", "hide"),
    "plan": ("choose", "pick"),
    "reflect": ("think", "themes", "hypotheses", "insights"),
    "debrief": ("learned", "notes", "minutes", "protocol"),
    "brief": ("prepare", "preparation", "questions", "interview"),
    "draft": ("letter", "mail", "message", "template", "email"),
    "import": ("read", "load", "linkedin", "upload", "in"),
    "goal": ("goals", "want", "target"),
    "log": ("write", "note", "met", "talked", "thank", "thanks", "thanked", "history"),
    "map": ("graph", "draw", "plot", "network", "picture"),
    "tree": ("referrals", "chain", "doors"),
    "refer": ("introduce", "introduction", "lead", "leads", "referral"),
    "stats": ("numbers", "statistics", "status"),
    "edit": ("change", "correct", "rename", "set"),
    "add": ("new", "create", "contact"),
    "forget": ("delete", "remove", "rm", "erase"),
    "undo": ("back", "revert"),
    "at": ("company", "employer", "employers", "companies", "targets"),
    "centre": ("center", "adviser", "advisor", "students", "career"),
    "pool": ("share", "club", "class", "cohort", "together"),
    "path": ("route", "way", "reach"),
    "merge": ("join", "same"),
    "skill": ("assistant", "agent", "ai"),
    "completion": ("complete-shell", "tab", "autocomplete", "shell"),
    "start": ("begin", "setup", "init", "guide", "hello"),
    "demo": ("example", "try", "sample", "tour"),
}
"""Other words for a command, which people try."""


class LazyGroup(click.Group):
    """The commands of `GROUPS`, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return all commands in the order of the help."""
        return [name for names in GROUPS.values() for name in names]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import a command."""
        if name not in self.commands and name in self.list_commands(ctx):
            module = import_module(f".{MODULES.get(name, name)}", __package__)
            self.add_command(getattr(module, NAMES.get(name, name)), name)
        return self.commands.get(name)

    def loaded(self) -> dict[str, click.Command]:
        """Return every command by name."""
        ctx = click.Context(self)
        return {name: c for name in self.list_commands(ctx) if (c := self.get_command(ctx, name))}

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; if there is none of that name, say which may be meant."""
        word = args[0]
        if not word.startswith("-") and word not in self.list_commands(ctx):
            self._unknown(ctx, word)
        return super().resolve_command(ctx, args)

    def _unknown(self, ctx: click.Context, word: str) -> NoReturn:
        """Name the command that is meant."""
        from difflib import get_close_matches

        word = word.lower()
        meant = [name for name, words in MEANT.items() if word in words]
        close = meant or get_close_matches(word, self.list_commands(ctx), n=2)
        says = [
            f"\n  netgraph {name}: {command.get_short_help_str(limit=200)}"
            for name in close
            if (command := self.get_command(ctx, name))
        ]
        lead = " Did you mean:" if says else " All commands: netgraph --help"
        ctx.fail(f"There is no command {word!r}.{lead}{''.join(says)}")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands in their groups, the first sentence of each whole."""
        width = max(map(len, self.list_commands(ctx)))
        for title, names in GROUPS.items():
            rows = [
                (name.ljust(width), command.get_short_help_str(limit=500))
                for name in names
                if (command := self.get_command(ctx, name))
            ]
            with formatter.section(title):
                formatter.write_dl(rows)
