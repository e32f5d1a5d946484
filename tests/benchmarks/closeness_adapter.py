"""The ask game for somebody whose data does not say how close people are, after some answers.

    closeness_adapter.py ANSWERS value|random

What a view says of the strength of ties is hidden. So many contacts are asked about, those whose
answer is worth most or any; an answer is right in four of five cases. One JSON view per line in,
one JSON ranking out, as in `ask_adapter`.
"""

from __future__ import annotations

import json
import random
import sys
from typing import Any

from netgraph.graph.strength import tie_strength
from netgraph.model.parameters import Parameters
from netgraph.suggestions.closeness_gain import closeness_gains
from netgraph.suggestions.context import ask_context, goal_scores
from tests.benchmarks.ask_adapter import START, graph, ranking, wants

RIGHT = 0.8
WORDS = ("barely", "warm", "close")
Answers = dict[str, str]


def truth(strength: float) -> str:
    """Return what somebody would say of a tie of that rank: a sixth are close, a third warm."""
    return "close" if strength >= 5 / 6 else "warm" if strength >= 1 / 2 else "barely"


def said(view: dict[str, Any], contact: dict[str, Any]) -> str:
    """Return the answer about a contact, the same whenever it is asked for."""
    draw = random.Random(f"{view['ego']} {contact['id']}")
    right = truth(contact["strength"])
    if draw.random() < RIGHT:
        return right
    return draw.choice([word for word in WORDS if word != right])


def told(view: dict[str, Any], answers: Answers) -> dict[str, Any]:
    """Return the view as somebody has it who gave these answers; who was introduced stays known."""
    contacts = []
    for contact in view["contacts"]:
        if contact.get("introduced_by"):
            contacts.append(contact)
            continue
        strength = tie_strength(0.0, closeness=answers.get(contact["id"], ""), model=Parameters())
        contacts.append(contact | {"strength": strength, "received": 0.0})
    return view | {"contacts": contacts}


def asked(view: dict[str, Any], number: int, order: str) -> Answers:
    """Return the answers to so many questions."""
    known = {c["id"]: c for c in view["contacts"]}
    answers: Answers = {}
    if order == "random":
        draw = random.Random(f"{view['ego']} order")
        chosen = draw.sample(sorted(known), min(number, len(known)))
        return {i: said(view, known[i]) for i in chosen}
    while len(answers) < min(number, len(known)):
        context = ask_context(graph(told(view, answers), START))
        found = closeness_gains([goal_scores(context, wants(view["goal"]))], settled=answers)
        best = max(
            (i for i in known if i not in answers),
            key=lambda i: (found.gain[context.features.people[i]], i),
        )
        answers[best] = said(view, known[best])
    return answers


def main() -> None:
    """Answer each view on standard input."""
    number, order = int(sys.argv[1]), sys.argv[2]
    kept: dict[str, Answers] = {}
    for line in sys.stdin:
        view = json.loads(line)
        case = json.dumps([view["ego"], view["goal"]], sort_keys=True)
        if not view["history"] or case not in kept:
            kept[case] = asked(view, number, order)
        print(json.dumps({"ranking": ranking(told(view, kept[case]))}), flush=True)


if __name__ == "__main__":
    main()
