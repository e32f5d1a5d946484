"""What can be proved of a page without a browser."""

from __future__ import annotations

import base64
import hashlib
import json
from html.parser import HTMLParser

BANNED_TAGS = frozenset("iframe frame object embed base form link img video audio source".split())
BANNED_ATTRIBUTES = frozenset(
    "src srcset style action formaction background poster data ping".split()
)


class _Reader(HTMLParser):
    """Collects scripts, styles and what must not be there."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.policies: list[str] = []
        self.blocks: list[tuple[str, str, str]] = []
        self._open: tuple[str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in BANNED_TAGS:
            self.faults.append(f"<{tag}>")
        for name, value in attributes.items():
            link = name in ("href", "xlink:href") and not value.startswith("#")
            if name.startswith("on") or name in BANNED_ATTRIBUTES or link:
                self.faults.append(f"{tag} {name}={value!r}")
        if "http-equiv" in attributes:
            if self.blocks:
                self.faults.append("the policy comes too late")
            self.policies.append(attributes.get("content", ""))
        if tag in ("script", "style"):
            self._open = (tag, attributes.get("type", ""))

    def handle_data(self, data: str) -> None:
        if self._open:
            self.blocks.append((*self._open, data))

    def handle_endtag(self, tag: str) -> None:
        self._open = None


def faults(html: str) -> list[str]:
    """Return what is wrong with a page: nothing, unless something could run or load."""
    reader = _Reader()
    reader.feed(html)
    found = list(reader.faults)
    if not html.startswith("<!doctype html>"):
        found.append("no doctype first")
    if len(reader.policies) != 1:
        return [*found, f"{len(reader.policies)} policies"]
    policy = {part.split()[0]: part.split()[1:] for part in reader.policies[0].split(";")}
    for name in ("default-src", "base-uri", "form-action", "connect-src"):
        if policy.get(name) != ["'none'"]:
            found.append(f"{name} is not 'none'")
    hashes = set()
    for tag, kind, text in reader.blocks:
        if kind == "application/json":
            json.loads(text)
            if "<" in text:
                found.append("markup in the data")
            continue
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        hashes.add(f"'sha256-{digest}'")
        if f"'sha256-{digest}'" not in policy[f"{tag}-src"]:
            found.append(f"a {tag} that the policy does not know")
    if hashes != {*policy["script-src"], *policy["style-src"]}:
        found.append("the policy allows what is not there")
    return found
