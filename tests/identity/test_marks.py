from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netgraph.identity.marks import marks_of, meet

URLS = ["https://www.linkedin.com/in/ana-silva"]


def test_the_same_person_has_the_same_marks_however_they_are_written() -> None:
    here = marks_of(
        b"secret", name="Ana Sílva", emails=["Ana@Example.org"], employers=["Acme Inc."]
    )
    there = marks_of(b"secret", name="ana silva", emails=["ana@example.org"], employers=["ACME"])

    assert here == there
    assert ["e", "n"] == [mark[0] for mark in here]


def test_another_pool_has_other_marks() -> None:
    assert {*marks_of(b"one", urls=URLS)}.isdisjoint(marks_of(b"two", urls=URLS))


def test_a_desk_a_web_page_and_a_bare_name_are_nobodys_mark() -> None:
    assert () == marks_of(
        b"secret", name="Ana Silva", emails=["info@acme.com"], urls=["https://acme.com"]
    )


def test_two_of_one_name_at_one_employer_are_two_if_each_has_a_profile() -> None:
    one, other = ["p1", "nx"], ["p2", "nx"]

    assert not meet(one, other)
    assert meet(one, ["e3", "nx"])


@given(st.text(), st.text())
def test_a_mark_holds_nothing_of_what_it_is_of(name: str, employer: str) -> None:
    for mark in marks_of(b"secret", name=name, employers=[employer]):
        assert 33 == len(mark)
        assert "n" == mark[0]
        assert {*mark[1:]} <= {*"0123456789abcdef"}
