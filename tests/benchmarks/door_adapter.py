"""The ask game for somebody who says, of some contacts, whether they may know one who is wanted.

    door_adapter.py ANSWERS value|random

A view has one more field, ``doors``: the contacts who do know somebody with the first trait of the
goal, which counts as its employer. So many contacts are asked about, those whose answer is worth
most or any; an answer is right in four of five cases. One JSON view per line in, one JSON ranking
out, as in `ask_adapter`.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import date
from typing import Any

from netgraph.identity.firms import Firms
from netgraph.journal.asks import ask_states
from netgraph.journal.doors import Doors, doors_said
from netgraph.journal.limits import rests
from netgraph.measures.give_and_take import load
from netgraph.model.records import Statement
from netgraph.suggestions.context import AskContext, ask_context, goal_scores
from netgraph.suggestions.door_gain import door_gains
from netgraph.suggestions.suggestion import chosen
from tests.benchmarks.ask_adapter import MONTH, PAST, START, graph, records, wants

RIGHT = 0.8
Answers = dict[str, bool]
Attrs = dict[str, list[str]]


def as_employer(view: dict[str, Any]) -> dict[str, Any]:
    """Return the view with the first trait of the goal called a company."""
    first = min(view["goal"]["attrs"])
    called = {first: "company", PAST + first: f"{PAST}company"}

    def renamed(attrs: Attrs) -> Attrs:
        return {called.get(kind, kind): values for kind, values in attrs.items()}

    goal = view["goal"]
    return view | {
        "goal": goal | {"attrs": renamed(goal["attrs"]), "hints": renamed(goal["hints"])},
        "contacts": [c | {"attrs": renamed(c["attrs"])} for c in view["contacts"]],
        "named": {i: renamed(attrs) for i, attrs in view["named"].items()},
    }


def said(view: dict[str, Any], contact: str) -> bool:
    """Return the answer about a contact, the same whenever it is asked for."""
    right = random.Random(f"{view['ego']} {contact} door").random() < RIGHT
    return (contact in view["doors"]) == right


def doors(view: dict[str, Any], answers: Answers) -> Doors:
    """Return the answers as what the user said."""
    employer = tuple(view["goal"]["attrs"]["company"])
    fields = {True: "may_know_at", False: "knows_nobody_at"}
    those = (Statement(i, i, fields[may], employer) for i, may in answers.items())
    return doors_said(those, Firms(()))


def context(view: dict[str, Any], answers: Answers) -> AskContext:
    """Return what is known after some answers and asks."""
    as_of, book = START + len(view["history"]) * MONTH, records(view)
    return ask_context(
        graph(view, as_of),
        asks=ask_states(book, as_of=as_of),
        referrals=book.referrals,
        rests=rests(book, as_of=as_of),
        loads=load(book, as_of=as_of),
        doors=doors(view, answers),
    )


def asked(view: dict[str, Any], number: int, order: str) -> Answers:
    """Return the answers to so many questions; by value, to no more than are worth asking."""
    known = sorted(c["id"] for c in view["contacts"])
    if order == "random":
        chosen_ = random.Random(f"{view['ego']} order").sample(known, min(number, len(known)))
        return {i: said(view, i) for i in chosen_}
    answers: Answers = {}
    while len(answers) < number:
        now = context(view, answers)
        worth = door_gains([goal_scores(now, wants(view["goal"]))]).worth_asking()
        if not worth:
            break
        best = now.ids[worth[0][1]]
        answers[best] = said(view, best)
    return answers


def ranking(view: dict[str, Any], answers: Answers) -> list[str]:
    """Return whom to ask, best first; who rests comes last, who is ready soonest first."""
    now = context(view, answers)
    best = [s.person for s in chosen([goal_scores(now, wants(view["goal"]))], None)]
    later = sorted(now.rests, key=lambda i: now.rests[i][0] or date.max)
    return [*best, *later, *(c["id"] for c in view["contacts"])]


def main() -> None:
    """Answer each view on standard input."""
    number, order = int(sys.argv[1]), sys.argv[2]
    kept: dict[str, Answers] = {}
    for line in sys.stdin:
        view = as_employer(json.loads(line))
        case = json.dumps([view["ego"], view["goal"]], sort_keys=True)
        if not view["history"] or case not in kept:
            kept[case] = asked(view, number, order)
        print(json.dumps({"ranking": ranking(view, kept[case])}), flush=True)


if __name__ == "__main__":
    main()
