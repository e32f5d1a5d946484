"""Write the sample data: an invented LinkedIn export, an older one, and a year's journal.

Run `python sample_data/generate.py` to write beside this file, or name another folder. The same
program writes the same bytes each time.
"""

from __future__ import annotations

import sys
from pathlib import Path

import archive
import cast
import journal
import letters

EXPORT = "Complete_LinkedInDataExport_05-01-2026"


def sample() -> dict[str, str]:
    """Every file, by its path within the folder."""
    words = cast.read_words()
    me, people, hidden = cast.ego(words), cast.everybody(words), cast.hidden(words)
    story = cast.read_rows("story.csv")
    tables, plan = archive.small_files()
    tables |= {
        "Connections.csv": archive.connections(people, hidden),
        "messages.csv": archive.mail(letters.messages(people, me, story, words)),
        "Invitations.csv": archive.invitations(people, me, words),
        "Recommendations_Given.csv": archive.recommendations(
            people, plan["recommendations"]["given"]
        ),
        "Recommendations_Received.csv": archive.recommendations(
            people, plan["recommendations"]["received"]
        ),
    }
    for way in ("given", "received"):
        tables[f"Endorsement_{way.title()}_Info.csv"] = archive.endorsements(
            people, plan["endorsements"], way, words
        )
    return {f"{EXPORT}/{name}": text for name, text in sorted(tables.items())} | {
        "journal.csv": journal.table(people, story),
        "older/Connections.csv": archive.connections_2019(people, hidden, words),
    }


def main(folder: Path) -> None:
    """Write every file into `folder`."""
    for name, text in sample().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
