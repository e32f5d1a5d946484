"""What was put off stays in the address, and no more than some of it."""

from __future__ import annotations

from urllib.parse import parse_qs

from flask import Flask

from netgraph.web.asking import MOST, later, put_off


def test_one_more_question_is_put_off_in_the_address() -> None:
    with Flask("x").test_request_context("/ties?later=a.b&later=c.d"):
        assert ("a.b", "c.d") == put_off()
        assert "/ties?later=a.b&later=c.d&later=e+f" == later("e f")


def test_the_oldest_are_asked_again_when_many_were_put_off() -> None:
    many = "&".join(f"later={n}" for n in range(MOST + 5))
    with Flask("x").test_request_context(f"/ties?{many}"):
        kept = parse_qs(later("new").partition("?")[2])["later"]
        assert (MOST, "6", "new") == (len(kept), kept[0], kept[-1])
