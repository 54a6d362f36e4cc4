"""What a person's fingers feel: keys, interrupts, pastes, recalled lines, help, and the way out."""

import json
import os
import time

from company import Company
from never import NeverAnswering
from peers import Peer
from prompt import PROMPT
from table import Row, Samples
from terminal import Terminal

KEYS = 60
PASTED = 20_000
RECALLED = 20_000
STAYING = ["`sqlite3`"]
"""Peers that show no new prompt at Ctrl-C."""


def key_to_echo(company: Company, env: dict[str, str], peers: list[Peer]) -> list[Row]:
    """One typed letter until its first byte is back; and all the bytes that it costs."""
    times, costs = typing(company, env)
    plain_times, plain_costs = typing(company, env, "set hints off", "set colors off")
    _, accessible = typing(company, env, "set accessible on")
    others = {}
    for peer in peers:
        with Terminal(peer.words, peer.environment(env["HOME"])) as terminal:
            terminal.until(peer.prompt)
            terminal.settle()
            others[peer.name] = Samples([terminal.echoed("a")[0] for _ in range(KEYS)])
    return [
        Row("key → echo, hints and colours on", times, 0.5, others),
        Row("key → echo, without them", plain_times, 0.5),
        Row("a typed key, hints and colours on", costs, 120),
        Row("a typed key, without them", plain_costs, 1),
        Row("a typed key, accessible", accessible, 1),
    ]


def typing(company: Company, env: dict[str, str], *settings: str) -> tuple[Samples, Samples]:
    with Terminal([company.teamsh], env) as terminal:
        terminal.until(PROMPT)
        terminal.settle()
        for line in settings:
            terminal.answered(line + "\r", PROMPT)
            terminal.settle()
        terminal.type("echo ")
        terminal.settle()
        pairs = [terminal.echoed("a") for _ in range(KEYS)]
    return Samples([time for time, _ in pairs]), Samples([float(cost) for _, cost in pairs], "bytes")


def interrupt(company: Company, env: dict[str, str], peers: list[Peer], runs: int) -> list[Row]:
    """Ctrl-C on a half-typed line, and during a request that nobody answers."""
    ours = Samples(interrupts([company.teamsh], env, PROMPT, runs))
    others = {
        peer.name: Samples(interrupts(peer.words, peer.environment(env["HOME"]), peer.prompt, runs))
        for peer in peers if peer.name not in STAYING}
    with NeverAnswering(b"/organization ") as server:
        deaf = env | {"TEAMSH_GRAPH_URL": server.root, "TEAMSH_HOME": os.path.join(env["HOME"], "deaf")}
        with Terminal([company.teamsh], deaf) as terminal:
            terminal.until(PROMPT)
            terminal.settle()
            times = []
            for _ in range(runs):
                before = server.count
                terminal.type("graph get /organization\r")
                server.wait(before + 1)
                terminal.settle()
                times.append(terminal.answered("\x03", PROMPT))
                terminal.settle()
    return [
        Row("Ctrl-C at the prompt → new prompt", ours, 2, others),
        Row("Ctrl-C while no answer comes → prompt", Samples(times), 50),
    ]


def interrupts(words: list[str], env: dict[str, str], prompt: bytes, runs: int) -> list[float]:
    with Terminal(words, env) as terminal:
        terminal.until(prompt)
        terminal.settle()
        times = []
        for _ in range(runs):
            terminal.type("half a line")
            terminal.settle()
            times.append(terminal.answered("\x03", prompt))
            terminal.settle()
    return times


def paste(company: Company, env: dict[str, str], peers: list[Peer], runs: int) -> Row:
    """A long text pasted in one piece, until the last of it is painted."""
    text = ("lorem ipsum dolor sit amet " * (PASTED // 27 + 1))[:PASTED]
    pasted = f"\x1b[200~{text}\x1b[201~"

    def times(words: list[str], env: dict[str, str], prompt: bytes) -> Samples:
        values = []
        for _ in range(runs):
            with Terminal(words, env) as terminal:
                terminal.until(prompt)
                terminal.settle()
                values.append(terminal.painted(pasted))
        return Samples(values)

    ours = times([company.teamsh], env, PROMPT)
    others = {
        peer.name: times(peer.words, peer.environment(env["HOME"]), peer.prompt)
        for peer in peers if peer.name in ["`bash`", "`zsh`", "`fish`"]}
    return Row(f"{PASTED:,} pasted characters → painted", ours, 30, others)


def recall(company: Company, env: dict[str, str], runs: int) -> list[Row]:
    """The first Up with a long history, and a line that is kept in it."""
    home = os.path.join(env["HOME"], "recalling")
    os.makedirs(home)
    env = env | {"TEAMSH_HOME": home}
    first, kept = [], []
    for _ in range(runs):
        with open(os.path.join(home, "history"), "w") as file:
            for number in range(RECALLED):
                line = {"context": "/", "duration": 0.2, "status": 0,
                        "text": f"message list --limit {number}", "time": 1.7e9 + number}
                file.write(json.dumps(line, sort_keys=True) + "\n")
        with Terminal([company.teamsh], env) as terminal:
            terminal.until(PROMPT)
            terminal.settle()
            first.append(terminal.answered("\x1b[A", rb"message list --limit \d"))
            terminal.type("\x15")
            terminal.settle()
            kept.append(terminal.answered(":\r", PROMPT))
    return [
        Row(f"first Up, {RECALLED:,} lines of history", Samples(first), 15),
        Row("`:` → next prompt, the line kept", Samples(kept), 5),
    ]


def leave(company: Company, env: dict[str, str], peers: list[Peer], runs: int) -> Row:
    """Ctrl-D on an empty line, until the process is gone."""
    def times(words: list[str], env: dict[str, str], prompt: bytes) -> Samples:
        values = []
        for _ in range(runs):
            with Terminal(words, env) as terminal:
                terminal.until(prompt)
                terminal.settle()
                values.append(terminal.ended("\x04"))
        return Samples(values)

    ours = times([company.teamsh], env, PROMPT)
    others = {
        peer.name: times(peer.words, peer.environment(env["HOME"]), peer.prompt) for peer in peers}
    return Row("Ctrl-D → process gone", ours, 10, others)


def helping(company: Company, env: dict[str, str], runs: int) -> list[Row]:
    """Help at the prompt, without a pager around it."""
    with Terminal([company.teamsh], env) as terminal:
        terminal.until(PROMPT)
        terminal.settle()
        terminal.answered("set pager off\r", PROMPT)
        times: dict[str, list[float]] = {"help message send": [], "apropos member": []}
        for _ in range(runs):
            for line, values in times.items():
                terminal.settle()
                terminal.type(line)
                terminal.settle()
                values.append(terminal.answered("\r", PROMPT))
    return [Row(f"`{line}` → next prompt", Samples(values), 5) for line, values in times.items()]


def cold_tab(company: Company, env: dict[str, str], runs: int) -> Row:
    """Tab for teams of which nothing was ever read, while nobody answers."""
    times = []
    with NeverAnswering(b" HTTP/1.1") as server:
        for number in range(runs):
            home = os.path.join(env["HOME"], f"cold{number}")
            cold = env | {"TEAMSH_GRAPH_URL": server.root, "TEAMSH_HOME": home}
            with Terminal([company.teamsh], cold) as terminal:
                terminal.until(PROMPT)
                terminal.settle()
                terminal.type("use ")
                terminal.settle()
                times.append(terminal.answered("\t", rb"loading|nothing read"))
    return Row("Tab with nothing read yet → said so", Samples(times), 20)


def notice(company: Company, env: dict[str, str], runs: int) -> Row:
    """A job's end above a half-typed line: from the end of its work to the screen."""
    with Terminal([company.teamsh], env) as terminal:
        terminal.until(PROMPT)
        terminal.settle()
        values = []
        for _ in range(runs):
            terminal.written = b""
            pipe = os.path.join(env["HOME"], "done")
            if os.path.exists(pipe):
                os.remove(pipe)
            os.mkfifo(pipe)
            terminal.answered(f"source {pipe} &\r", PROMPT)
            terminal.type("half a line")
            terminal.settle()
            terminal.written = b""
            start = time.perf_counter()
            with open(pipe, "w") as end:
                end.write("true\n")
            terminal.answered("", rb"done")
            values.append((time.perf_counter() - start) * 1000)
            terminal.type("\x15")
            terminal.settle()
    return Row("a job's end → notice above the line", Samples(values), 5)
