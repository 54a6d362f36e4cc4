"""A million people at the prompt: Tab for each kind of match, and the memory they take."""

import contextlib
import glob
import os
import sqlite3
from dataclasses import dataclass

from company import Company
from programs import resident_mebibytes
from prompt import PROMPT, strokes
from table import Row, Samples, number
from terminal import Terminal

READ = 100_000
"""So many are read from the tenant."""
COPIES = 9
PEOPLE = READ * (COPIES + 1)
TEXTS = {
    "a beginning": "an", "a word": "mor", "inside a word": "itchel", "letters in order": "osmtl",
    "nobody": "zzx",
}
TAB_TARGET, MEMORY_TARGET = 25, 200
LOADED = rb"as of \d"
"""What the menu's last row says once the names are in memory."""


@dataclass
class Spread(Samples):
    """Measurements of which the slow ones count."""

    @property
    def high(self) -> float:
        return sorted(self.values)[max(0, -(-len(self.values) * 95 // 100) - 1)]

    def __str__(self) -> str:
        return f"{super().__str__()}, p95 {number(self.high)} {self.unit}"


def million(company: Company, folder: str, runs: int) -> list[Row]:
    env = company.home(os.path.join(folder, "million"), READ)
    for path in glob.glob(os.path.join(env["HOME"], "*.sqlite")):
        multiply(path)
    rows = []
    with Terminal([company.teamsh], env) as terminal:
        terminal.until(PROMPT)
        # Loading takes its time, behind the prompt.
        terminal.answered("user show an\t", LOADED)
        terminal.settle()
        terminal.type("\x15")
        terminal.settle()
        for kind, text in TEXTS.items():
            times = Spread(strokes(terminal, "user show ", text, runs).values)
            rows.append(Row(f"Tab → painted, {PEOPLE:,} people, {kind}", times, TAB_TARGET))
        memory = Samples([resident_mebibytes(terminal.pid)], "MiB")
    return [*rows, Row(f"memory at the prompt, {PEOPLE:,} people", memory, MEMORY_TARGET)]


def multiply(path: str) -> None:
    """Makes ten of each person in a cache file, with ids and addresses of their own."""
    mark = "'.' || copy.number || '@'"
    name = "char(103 + copy.number) || substr(id, 2)"
    copies = f"WITH RECURSIVE copy(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copy WHERE number < {COPIES})"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(f"""
            BEGIN;
            DROP INDEX entry_by_id;
            {copies}
            INSERT INTO entry (collection, names, id, name, detail, alternates, cachedAt, note)
            SELECT collection, replace(names, '@', {mark}), {name}, name, replace(detail, '@', {mark}),
              replace(alternates, '@', {mark}), cachedAt, note
            FROM entry, copy WHERE collection = (SELECT key FROM collection WHERE kind = 'people')
            ORDER BY 2, 3;
            {copies}
            INSERT INTO entry_name (collection, folded, id)
            SELECT collection, replace(folded, '@', {mark}), {name}
            FROM entry_name, copy WHERE collection = (SELECT key FROM collection WHERE kind = 'people')
            ORDER BY 2, 3;
            CREATE UNIQUE INDEX entry_by_id ON entry (collection, id);
            UPDATE collection SET revision = revision + 1, cutAt = NULL WHERE kind = 'people';
            COMMIT;
            """)
