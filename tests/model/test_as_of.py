"""A view works each part out once, and only when somebody asks for it."""

from __future__ import annotations

from datetime import date

from netgraph.model.as_of import AsOf, growing, lacks, lasting, parameters_on, part, shelved
from netgraph.model.records import Ask, Ledger, Person


def test_a_part_is_made_once_for_each_view() -> None:
    made: list[date] = []

    @part
    def counted(view: AsOf) -> int:
        made.append(view.day)
        return len(made)

    one, other = (AsOf(Ledger(), date(2026, 5, day)) for day in (1, 2))
    assert [1, 1, 2, 1] == [counted(view) for view in (one, one, other, one)]
    assert [one.day, other.day] == made


def test_nothing_is_worked_out_before_it_is_asked_for() -> None:
    view = AsOf(Ledger(), date(2026, 5, 1))
    assert {} == view.kept

    parameters_on(view)
    assert 1 == len(view.kept)


def test_a_growing_part_is_made_of_the_newest_that_there_is() -> None:
    made: list[Ledger] = []

    def longer(was: list[str], earlier: Ledger, view: AsOf) -> list[str] | None:
        made.append(earlier)
        return [*was, "more"] if view.ledger.people else None

    @growing(longer)
    def names(view: AsOf) -> list[str]:
        return ["anew"]

    first = AsOf(Ledger(), date(2026, 5, 1))
    names(first)
    second = first.after(Ledger({"ana": Person("ana", "Ana")}))
    third = second.after(Ledger({"ben": Person("ben", "Ben")}))

    assert ["anew", "more"] == names(third) == names(third)
    assert ["anew", "more"] == names(second)
    assert ["anew", "more", "more"] == names(second.after(third.ledger))
    assert ["anew"] == names(third.after(Ledger()))
    assert [first.ledger, first.ledger, second.ledger, third.ledger] == made


def test_a_lasting_part_is_made_anew_once_its_fields_are_others() -> None:
    @lasting("people")
    def names(view: AsOf) -> list[str]:
        return [person.name for person in view.ledger.people.values()]

    first = AsOf(Ledger({"ana": Person("ana", "Ana")}), date(2026, 5, 1))
    found = names(first)
    same = first.after(Ledger(first.ledger.people, asks=(Ask("a", "ana"),)))

    assert found is names(same)
    assert ["Ben"] == names(same.after(Ledger({"ben": Person("ben", "Ben")})))


class Board:
    """A shelf in mind."""

    def __init__(self) -> None:
        self.parts: dict[tuple[str, bool], bytes] = {}

    def take(self, name: str, *, stands: bool) -> memoryview | None:
        """Return a part."""
        data = self.parts.get((name, stands))
        return None if data is None else memoryview(data)

    def put(self, name: str, data: bytes, *, stands: bool) -> None:
        """Keep a part."""
        self.parts[name, stands] = data

    def wants(self, name: str, *, stands: bool) -> bool:
        """Whether a part is not there."""
        return (name, stands) not in self.parts


def test_a_part_on_the_shelf_is_not_made_again_unless_it_cannot_be_read() -> None:
    made: list[date] = []

    @part
    @shelved(
        "n", lambda n: str(n).encode(), lambda view, data: int(data) + view.day.day, stands=True
    )
    def counted(view: AsOf) -> int:
        made.append(view.day)
        return 100

    board, day = Board(), date(2026, 5, 1)
    assert 100 == counted(AsOf(Ledger(), day, shelf=board))
    assert {("n", True): b"100"} == board.parts
    assert 101 == counted(AsOf(Ledger(), day, shelf=board))
    assert 1 == len(made)
    board.parts["n", True] = b"what"
    assert 100 == counted(AsOf(Ledger(), day, shelf=board))
    assert 100 == counted(AsOf(Ledger(), day))
    assert 3 == len(made)


def test_a_part_lacks_only_where_there_is_a_shelf_without_it() -> None:
    board, day = Board(), date(2026, 5, 1)
    assert lacks(AsOf(Ledger(), day, shelf=board), "n")
    board.put("n", b"", stands=False)
    assert not lacks(AsOf(Ledger(), day, shelf=board), "n")
    assert not lacks(AsOf(Ledger(), day), "n")
