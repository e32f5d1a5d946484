"""What Robin wrote and was written: the messages of the export, in LinkedIn's order."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Literal

from cast import EXPORTED, Person, Words, day, strangers

Story = list[dict[str, str]]

GROUPS = (
    ("Kelp alumni", ("ines", "chidi", "emeka"), 34),
    ("Capstone team", ("malik", "lotte", "jae", "priya"), 52),
    ("Data for Oceans organisers", ("noor", "juno", "marsha"), 18),
    ("", ("tom", "elsa", "sunniva"), 22),
)


@dataclass(frozen=True, slots=True)
class Message:
    """One row of messages.csv."""

    conversation: str
    sender: str
    sender_url: str
    to: str
    to_urls: str
    when: datetime
    content: str
    title: str = ""
    subject: str = ""
    folder: Literal["INBOX", "ARCHIVE", "SPAM"] = "INBOX"
    draft: bool = False
    conversation_draft: bool = False


def messages(people: list[Person], me: Person, story: Story, words: Words) -> list[Message]:
    """All messages: newest conversation first, and newest message first within each."""
    rng = Random(words["seed"] + 2)
    write = Writer(me, words, rng)
    told = _told(story)
    found = [
        message
        for person in people
        for message in write.with_person(person, told.get(person.key, []))
    ]
    found += write.groups(people, story)
    found += write.from_strangers({person.name for person in people})
    found += write.advertisements()
    latest: dict[str, datetime] = {}
    for message in found:
        last = latest.get(message.conversation, message.when)
        latest[message.conversation] = max(last, message.when)
    found.sort(key=lambda m: (latest[m.conversation], m.conversation, m.when), reverse=True)
    return found


def _told(story: Story) -> dict[str, list[tuple[date, str, bool]]]:
    """Per person, what the journal says was written: day, kind of text, whether Robin wrote it."""
    texts = {
        ("ask", "asked"): ("asked", True),
        ("ask", "agreed"): ("yes", False),
        ("ask", "declined"): ("no", False),
        ("thanked", ""): ("thanks", True),
        ("reported-back", ""): ("news", True),
    }
    told: dict[str, list[tuple[date, str, bool]]] = {}
    for row in story:
        text = texts.get((row["kind"], row["status"]))
        if text and row["person"]:
            told.setdefault(row["person"], []).append((date.fromisoformat(row["date"]), *text))
    return told


class Writer:
    """Holds what every letter needs: Robin, the phrases and the dice."""

    def __init__(self, me: Person, words: Words, rng: Random) -> None:
        """Take the words and the dice."""
        self.me = me
        self.words = words
        self.phrases: dict[str, list[str]] = words["mail"]
        self.rng = rng

    def with_person(self, person: Person, told: list[tuple[date, str, bool]]) -> list[Message]:
        """The one conversation with a connection; empty with most."""
        if not person.warmth:
            return []
        conversation = self._id()
        folder: Literal["INBOX", "ARCHIVE"] = "ARCHIVE" if self.rng.random() < 0.1 else "INBOX"
        found = [
            self._say(conversation, person, self._at(when), kind, mine)
            for when, kind, mine in told
            if when >= person.connected
        ]
        if not person.key and person.warmth == 1 and self.rng.random() < 0.5:
            found += self._unanswered(conversation, person)
        else:
            bursts = round(person.warmth * self.rng.uniform(0.9, 1.6))
            for _ in range(bursts):
                found += self._burst(conversation, person)
        return [replace(message, folder=folder) for message in found]

    def groups(self, people: list[Person], story: Story) -> list[Message]:
        """Talks of more than two: old colleagues, the data school, and every introduction."""
        known = {person.key: person for person in people if person.key}
        found: list[Message] = []
        for title, keys, count in GROUPS:
            members = [self.me, *(known[key] for key in keys)]
            found += self._round(members, title, count, max(m.connected for m in members[1:]))
        for row in story:
            by, person = known.get(row["by"]), known.get(row["person"])
            if row["kind"] == "referral" and row["status"] == "introduced" and by and person:
                when = date.fromisoformat(row["date"])
                if by.connected <= when:
                    found += self._round([by, self.me, person], "", 3, when)
        return found

    def from_strangers(self, taken: set[str]) -> list[Message]:
        """Recruiters, spam, and members who are gone."""
        found: list[Message] = []
        for first, last in strangers(self.words, self.rng, 24, taken):
            slug = f"{first}-{last}-{self.rng.getrandbits(24):06x}".lower()
            someone = Person("", first, last, slug, "", "", "", date(2019, 1, 1))
            conversation = self._id()
            when = self._moment(date(2021, 1, 1), EXPORTED - timedelta(days=1))
            message = self._say(conversation, someone, when, "recruiter", False)
            kind = self.rng.choice(("gone", "spam", "plain", "answered"))
            if kind == "gone":
                message = replace(message, sender="LinkedIn Member", sender_url="")
            elif kind == "spam":
                message = replace(message, folder="SPAM")
            elif kind == "answered":
                later = when + timedelta(hours=5)
                if later.date() < EXPORTED:
                    found.append(self._say(conversation, someone, later, "reply", True))
            found.append(message)
        return found + self._gone()

    def advertisements(self) -> list[Message]:
        """Paid mails, which LinkedIn puts among the others."""
        found = []
        for _ in range(64):
            subject = self.rng.choice(self.phrases["sponsored"])
            firm = self.rng.choice(self.words["firms"]["data"] + self.words["firms"]["bank"])
            body = (
                '<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%,</p>'
                '<p class="spinmail-quill-editor__spin-break"><br></p>'
                f"<p>{subject}. Read more at&nbsp;https://www.example.com/offer &amp; save.</p>"
            )
            when = self._moment(date(2022, 3, 1), EXPORTED - timedelta(days=1))
            me = self.me
            found.append(
                Message(self._id(), firm, "", me.name, me.url, when, body, subject, subject)
            )
        return found

    def _gone(self) -> list[Message]:
        """A long talk with somebody who has left LinkedIn since."""
        conversation = self._id()
        start = datetime(2021, 10, 4, 9, 12, tzinfo=UTC)
        found = []
        for turn in range(14):
            when = start + timedelta(hours=7 * turn, minutes=self.rng.randrange(50))
            text = self._text("reply", "Robin", "")
            mine = turn % 2 == 1
            sender = (self.me.name, self.me.url) if mine else ("LinkedIn Member", "")
            to = ("LinkedIn Member", "") if mine else (self.me.name, self.me.url)
            found.append(Message(conversation, *sender, *to, when, text))
        return found

    def _burst(self, conversation: str, person: Person) -> list[Message]:
        """A few messages within days; close friends lately, others soon after they met."""
        lately = person.warmth >= 4 or person.circle == "climate"
        share = self.rng.betavariate(2, 1) if lately else self.rng.betavariate(1, 2)
        span = (EXPORTED - person.connected).days - 12
        when = self._at(person.connected + timedelta(days=int(max(span, 1) * share)))
        mine = self.rng.random() < 0.55
        turns = self.rng.randint(2, 8)
        found = []
        for turn in range(turns):
            kind = "open" if turn == 0 else "close" if turn == turns - 1 else "reply"
            if when.date() < EXPORTED:
                found.append(self._say(conversation, person, when, kind, mine))
            when += timedelta(seconds=self.rng.randrange(200, 90_000))
            mine = not mine if self.rng.random() < 0.85 else mine
        if self.rng.random() < 0.02:
            found.append(self._draft(conversation, person, when))
        return found

    def _unanswered(self, conversation: str, person: Person) -> list[Message]:
        mine = self.rng.random() < 0.6
        first = self._moment(person.connected, EXPORTED - timedelta(days=40))
        return [
            self._say(conversation, person, first + timedelta(days=9 * turn), "open", mine)
            for turn in range(self.rng.randint(1, 2))
        ]

    def _draft(self, conversation: str, person: Person, when: datetime) -> Message:
        draft = self._say(conversation, person, when, "open", True)
        return replace(draft, draft=True, conversation_draft=self.rng.random() < 0.4)

    def _round(self, members: list[Person], title: str, count: int, since: date) -> list[Message]:
        """A talk of several; the first member begins."""
        conversation = self._id()
        when = self._at(since + timedelta(days=1))
        found = []
        for turn in range(count):
            sender = members[turn % len(members)] if turn < 3 else self.rng.choice(members)
            others = [member for member in members if member is not sender]
            you = others[0].first if len(others) == 1 else "all"
            if when.date() < EXPORTED:
                found.append(
                    Message(
                        conversation,
                        sender.name,
                        sender.url,
                        ",".join(other.name for other in others),
                        ",".join(other.url for other in others),
                        when,
                        self._text("reply", you, sender.first),
                        title,
                    )
                )
            gap = 54_000 if count <= 3 else 540_000
            when += timedelta(seconds=self.rng.randrange(1_200, gap))
        return found

    def _say(
        self, conversation: str, person: Person, when: datetime, kind: str, mine: bool
    ) -> Message:
        sender, reader = (self.me, person) if mine else (person, self.me)
        text = self._text(kind, reader.first, sender.first)
        return Message(conversation, sender.name, sender.url, reader.name, reader.url, when, text)

    def _text(self, kind: str, you: str, me: str) -> str:
        if kind == "reply" and self.rng.random() < 0.02:
            return ""  # a reaction or a picture: LinkedIn leaves the text empty
        text = self.rng.choice(self.phrases[kind])
        return text.replace("{you}", you.strip()).replace("{me}", me.strip())

    def _id(self) -> str:
        return "2-" + b64encode(self.rng.randbytes(27)).decode()

    def _moment(self, first: date, last: date) -> datetime:
        return self._at(day(self.rng, first, last))

    def _at(self, when: date) -> datetime:
        return datetime.combine(when, time(self.rng.randrange(7, 22), *self._minutes(), tzinfo=UTC))

    def _minutes(self) -> tuple[int, int]:
        return self.rng.randrange(60), self.rng.randrange(60)
