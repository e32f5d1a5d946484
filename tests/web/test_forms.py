"""A form says an action, and an action makes the inputs of its form."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from netgraph.model.actions import Action
from netgraph.web.forms import action_of, inputs_of

WORDS = st.text(min_size=1).map(str.strip).filter(bool)


@given(WORDS, st.lists(WORDS, max_size=2), st.dictionaries(WORDS, WORDS, max_size=3))
def test_the_inputs_of_an_action_say_the_action(
    verb: str, who: list[str], fields: dict[str, str]
) -> None:
    action = Action(verb, tuple(who), fields)
    inputs = [*inputs_of(action).items(), *(("who", i) for i in who)]

    assert action == action_of(MultiDict(inputs))


def test_what_is_left_empty_is_not_said() -> None:
    form = MultiDict([("verb", "ask"), ("who", ""), ("who", "ana"), ("field-note", "  ")])

    assert Action("ask", ("ana",), {}) == action_of(form)
