"""What a person at the prompt waits for: the first prompt, and Tab among many names."""

import os
import shutil

from company import Company
from peers import Peer
from programs import resident_mebibytes
from startup import plain
from table import Row, Samples
from terminal import Terminal

PROMPT = rb"/( \[\d+\])?> [ \x08]*$"
"""The prompt with nothing behind it: a finished line is painted once more, its prompt included."""
FISH = ["fish", "--private"]
FISH_PROMPT = rb"[#>] "
TARGETS = {1_000: 2, 10_000: 3, 100_000: 10}
TEXTS = ["an", "nov", "zzx"]
"""A text that begins many names, one that stands inside some, and one that no name holds."""


def first_prompt(company: Company, env: dict[str, str], peers: list[Peer], runs: int) -> Row:
    """From the start to the prompt, with 100,000 people in the cache."""
    ours: list[float] = []
    others: dict[str, list[float]] = {peer.name: [] for peer in peers}
    for _ in range(runs + 1):
        with Terminal([company.teamsh], env) as terminal:
            ours.append(terminal.until(PROMPT))
        for peer in peers:
            with Terminal(peer.words, peer.environment(env["HOME"])) as terminal:
                others[peer.name].append(terminal.until(peer.prompt))
    return Row(
        "first prompt, 100,000 people cached", Samples(ours[1:]), 25,
        {name: Samples(times[1:]) for name, times in others.items()})


def idle_memory(company: Company, env: dict[str, str], peers: list[Peer]) -> Row:
    """What a prompt takes with nothing in the cache."""
    def memory(words: list[str], env: dict[str, str], prompt: bytes) -> Samples:
        with Terminal(words, env) as terminal:
            terminal.until(prompt)
            terminal.settle()
            return Samples([resident_mebibytes(terminal.pid)], "MiB")

    empty = env | {"TEAMSH_HOME": os.path.join(env["HOME"], "empty")}
    empty.pop("TEAMSH_ACCESS_TOKEN")
    return Row(
        "memory at the prompt, nothing cached", memory([company.teamsh], empty, PROMPT), 15,
        {peer.name: memory(peer.words, peer.environment(env["HOME"]), peer.prompt) for peer in peers})


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
        Row(f"Tab → painted, {people:,} people", slowest(ours), TARGETS[people], peers),
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
