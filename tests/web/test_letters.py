"""Letters in the user's own words, tried, kept and given up again."""

from __future__ import annotations

from pathlib import Path

from tests.web.user import User


def test_letters_are_said_in_ones_own_words_and_ours_again(stocked: User, path: Path) -> None:
    page = "/settings/letters?kind=thanks"
    assert "These are our words" in stocked.get(page).text
    mine = {"kind": "thanks", "language": "en", "words": "Subject: Ta\n\nCheers {{ you.first }}!"}
    assert "Your own words are kept" in stocked.send("/settings/letters", **mine, back=page).text
    assert "Cheers Ana!" in stocked.get("/people/ana/write/thanks").text
    assert 0o600 == (path.parent / "templates/en/thanks.j2").stat().st_mode & 0o777

    wrong = stocked.send("/settings/letters", **{**mine, "words": "Hello {{ ''.join(you) }}"})
    assert (400, True) == (wrong.status_code, "Nothing was changed" in wrong.text)
    assert "Hello" in wrong.text
    stocked.send("/settings/letters", kind="thanks", answer="ours", back=page)
    assert "Cheers Ana!" not in stocked.get("/people/ana/write/thanks").text
    stocked.send("/settings/letters", kind="thanks", answer="before", back=page)
    assert "Cheers Ana!" in stocked.get("/people/ana/write/thanks").text
