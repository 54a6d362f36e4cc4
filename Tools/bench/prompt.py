"""What a person at the prompt waits for: the first prompt, and Tab among many names."""

import os
import shutil

from company import Company
from programs import resident_mebibytes
from startup import plain
from table import Row, Samples
from terminal import Terminal

PROMPT = rb"/> "
FISH = ["fish", "--private"]
FISH_PROMPT = rb"[#>] "
TEXTS = ["an", "nov", "zzx"]
"""A text that begins many names, one that stands inside some, and one that no name holds."""


def first_prompt(company: Company, env: dict[str, str], runs: int) -> Row:
    """From the start to the prompt, with 100,000 people in the cache."""
    ours, fish = [], []
    home = env["HOME"]
    for _ in range(runs + 1):
        with Terminal([company.teamsh], env) as terminal:
            ours.append(terminal.until(PROMPT))
        if shutil.which("fish"):
            with Terminal(FISH, plain(home)) as terminal:
                fish.append(terminal.until(FISH_PROMPT))
    peers = {"`fish`": Samples(fish[1:])} if fish else {}
    return Row("first prompt, 100,000 people cached", Samples(ours[1:]), 25, peers)


def tab(company: Company, env: dict[str, str], people: int, runs: int) -> tuple[Row, Row]:
    """Tab among so many people: the slowest kind of search, and the memory it is done in."""
    with Terminal([company.teamsh], env) as terminal:
        terminal.until(PROMPT)
        terminal.settle()
        memory = Samples([resident_mebibytes(terminal.pid)], "MiB")
        ours = [strokes(terminal, "user show ", text, runs) for text in TEXTS]
    peers, peer_memory = {}, {}
    if shutil.which("fish"):
        names = names_file(company, env, people)
        complete = f"complete -c user -f -a '(cat {names})'"
        with Terminal(FISH + ["-C", complete], plain(env["HOME"])) as terminal:
            terminal.until(FISH_PROMPT)
            terminal.settle()
            theirs = [strokes(terminal, "user show ", text, min(runs, 5)) for text in TEXTS]
            peers["`fish`"] = slowest(theirs)
            peer_memory["`fish` after the same Tab"] = Samples(
                [resident_mebibytes(terminal.pid)], "MiB")
    return (
        Row(f"Tab → painted, {people:,} people", slowest(ours), 10, peers),
        Row(f"memory at the prompt, {people:,} people", memory, 60, peer_memory))


def strokes(terminal: Terminal, words: str, text: str, runs: int) -> Samples:
    """Times Tab behind some words, each time on a fresh line; the first time is for warming up."""
    times = []
    for _ in range(runs + 1):
        terminal.type(words + text)
        terminal.settle()
        times.append(terminal.painted("\t"))
        terminal.type("\x15")
        terminal.settle()
    return Samples(times[1:])


def slowest(all_samples: list[Samples]) -> Samples:
    return max(all_samples, key=lambda samples: samples.middle)


def names_file(company: Company, env: dict[str, str], people: int) -> str:
    """The same people's names, a line each, for shells that complete from a file."""
    path = os.path.join(env["HOME"], "names")
    page = company.get("/users?$top=999&$select=displayName")
    names = [user["displayName"] for user in page["value"]]
    with open(path, "w") as file:
        for number in range(people):
            file.write(f"{names[number % len(names)]} {number}\n")
    return path
