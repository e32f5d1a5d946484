"""How good fit is: nDCG@10 and AUC on labelled goals, and the time for 30,000 titles.

    python tests/benchmarks/fit_quality.py [--weights]

Prints one row per matcher for the goals used in development and for those held out, with the 95 %
interval of nDCG over goals; with `--weights`, how nDCG on the development goals changes when one
weight of the model is halved or raised by half. Each set has
its own pool: every title in it and those in `others.csv`; a title not graded for a goal counts 0.
nDCG uses gains of 2^grade - 1; AUC sets grade 2 and 3 against the rest. The plain full-text search
is SQLite's FTS5 with its Porter stemmer over title and company, any word, ranked by bm25.
"""

from __future__ import annotations

import csv
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from math import log2
from pathlib import Path
from statistics import mean

import numpy as np

from netgraph.titles import fit, wanted
from netgraph.titles.fit import Titles, fit_scores

DATA = Path(__file__).parent.parent / "data" / "fit"
WEIGHTS = (
    *("EMPLOYER", "FOCUS", "KNOWN", "WORDS", "BEST", "STEP"),
    *("CLOSE", "CLOSE_TO_CLOSE", "SAME_FIELD", "SUBJECT"),
)
Job = tuple[str, str]
Grades = dict[str, dict[Job, int]]
Matcher = Callable[[Sequence[str], Sequence[Job]], list[list[float]]]


def labelled(name: str) -> tuple[Grades, list[Job]]:
    """Return the grades by goal and the pool of a labelled set."""
    grades: Grades = {}
    for row in _rows(name):
        grades.setdefault(row["goal"], {})[row["title"], row["company"]] = int(row["grade"])
    others = [(row["title"], row["company"]) for row in _rows("others")]
    pool = dict.fromkeys([job for graded in grades.values() for job in graded] + others)
    return grades, list(pool)


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ndcg(grades: Sequence[int], scores: Sequence[float], *, top: int = 10) -> float:
    """Return the normalised discounted gain of the first `top`; ties share their places."""
    gains = np.array([2.0**grade - 1 for grade in grades])
    values = np.array(scores)
    discounts = np.array([1 / log2(place + 2) for place in range(top)])
    discounts = np.pad(discounts, (0, max(0, len(gains) - top)))[: len(gains)]
    order = np.argsort(-values, kind="stable")
    shared = np.zeros(len(gains))
    for value in np.unique(values):
        tied = order[values[order] == value]
        places = np.flatnonzero(values[order] == value)
        shared[tied] = discounts[places].mean()
    return float(gains @ shared / (np.sort(gains)[::-1] @ discounts))


def auc(grades: Sequence[int], scores: Sequence[float]) -> float:
    """Return the chance that a title graded 2 or 3 scores above one graded less."""
    good = np.array([s for g, s in zip(grades, scores, strict=True) if g >= 2])
    rest = np.array([s for g, s in zip(grades, scores, strict=True) if g < 2])
    above = (good[:, None] > rest[None, :]).mean()
    return float(above + (good[:, None] == rest[None, :]).mean() / 2)


def full_text(goals: Sequence[str], jobs: Sequence[Job]) -> list[list[float]]:
    """Score by SQLite's full-text search."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE job USING fts5(title, company, tokenize='porter unicode61')")
    base.executemany("INSERT INTO job VALUES (?, ?)", jobs)
    results = []
    for goal in goals:
        scores = [0.0] * len(jobs)
        query = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", goal))
        for row, rank in base.execute("SELECT rowid, rank FROM job WHERE job MATCH ?", (query,)):
            scores[row - 1] = -rank
        results.append(scores)
    return results


def words(goals: Sequence[str], jobs: Sequence[Job]) -> list[list[float]]:
    """Score by our matcher."""
    titles = Titles([title for title, _ in jobs], companies=[company for _, company in jobs])
    return [titles.scores(goal) for goal in goals]


MATCHERS: dict[str, Matcher] = {
    "full-text search (FTS5, Porter)": full_text,
    "fit": words,
}


def quality(name: str, matcher: Matcher) -> tuple[list[float], list[float]]:
    """Return nDCG@10 and AUC of a matcher for each goal of a labelled set."""
    grades, pool = labelled(name)
    results = matcher(list(grades), pool)
    judged = [
        ([graded.get(job, 0) for job in pool], scores)
        for graded, scores in zip(grades.values(), results, strict=True)
    ]
    return [ndcg(*pair) for pair in judged], [auc(*pair) for pair in judged]


def interval(values: Sequence[float], *, draws: int = 2000) -> tuple[float, float]:
    """Return the 95 % interval of the mean over goals of this kind, by bootstrap."""
    drawn = np.random.default_rng(0).choice(np.array(values), (draws, len(values))).mean(axis=1)
    low, high = np.quantile(drawn, (0.025, 0.975))
    return float(low), float(high)


def many(count: int) -> list[str]:
    """Return `count` different titles: the labelled ones with ranks and places added."""
    titles = [title for name in ("development", "heldout") for title, _ in labelled(name)[1]]
    ranks = ("", "Senior ", "Lead ", "Junior ", "Deputy ", "Global ", "Freelance ", "Associate ")
    places = ("", ", EMEA", " (Berlin)", ", North America", " - Retail", " II", ", APAC", " | MBA")
    several = (f"{r}{title}{p}" for r in ranks for p in places for title in dict.fromkeys(titles))
    return list(islice(several, count))


def weights() -> None:
    """Print what becomes of the development goals when one weight changes."""
    usual = mean(quality("development", words)[0])
    print(f"as it is: nDCG@10 {usual:.3f}")
    for name in WEIGHTS:
        value = getattr(fit, name, None) or getattr(wanted, name)
        changes = []
        for factor in (0.5, 1.5, 1.0):
            _weigh(name, min(1.0, value * factor))
            changes.append(mean(quality("development", words)[0]) - usual)
        print(
            f"  {name:14} halved {changes[0]:+.3f}  raised by half (to 1 at most) {changes[1]:+.3f}"
        )


def _weigh(name: str, value: float) -> None:
    """Set a weight in the modules that use it."""
    for module in (fit, wanted):
        if hasattr(module, name):
            setattr(module, name, value)
    wanted.likeness.cache_clear()


def main() -> None:
    """Print quality and time."""
    for name in ("development", "heldout"):
        grades, pool = labelled(name)
        pairs = sum(len(graded) for graded in grades.values())
        print(f"{name}: {len(grades)} goals, {pairs} graded pairs, {len(pool)} titles")
        for label, matcher in MATCHERS.items():
            gains, areas = quality(name, matcher)
            low, high = interval(gains)
            print(
                f"  {label:32} nDCG@10 {mean(gains):.2f} ({low:.2f} to {high:.2f})"
                f"  AUC {mean(areas):.2f}"
            )
    titles = many(30_000)
    fit_scores("warm up", titles[:1])
    start = time.process_time()
    fit_scores("data science in climate tech", titles)
    spent = time.process_time() - start
    print(f"30,000 different titles, fit: {spent:.2f} s of processor time")


if __name__ == "__main__":
    weights() if sys.argv[1:] == ["--weights"] else main()
