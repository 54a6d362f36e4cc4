"""Programs that start, do next to nothing, and end; and scripts of local commands."""

import os

from programs import in_turns, present
from table import Row, Samples

LOCAL_COMMANDS = 10_000


def nothing(teamsh: str, home: str, runs: int) -> Row:
    """`teamsh -c ':'` beside other shells' nothing."""
    peers = present({
        "`sqlite3 :memory: .quit`": ["sqlite3", ":memory:", ".quit"],
        "`psql --version`": ["psql", "--version"],
        "`python3 -I -c 0`": ["/usr/bin/python3", "-I", "-c", "0"],
    })
    times = in_turns({"teamsh": [teamsh, "-c", ":"]} | peers, runs, plain(home))
    ours = Samples(times.pop("teamsh"))
    return Row("`teamsh -c ':'`", ours, 12, {name: Samples(of) for name, of in times.items()})


def local_commands(teamsh: str, home: str, runs: int) -> Row:
    """A script of commands that need no tenant; shells get the same words."""
    script = os.path.join(home, "local.teamsh")
    words = ["echo line {}", "true", "name=value{}; echo \"$name\"", ": nothing at {}"]
    with open(script, "w") as file:
        for number in range(LOCAL_COMMANDS):
            file.write(words[number % len(words)].format(number) + "\n")
    peers = present({"`bash`": ["bash", script]})
    times = in_turns({"teamsh": [teamsh, script]} | peers, runs, plain(home))
    ours = Samples([time / 1000 for time in times.pop("teamsh")], "s")
    return Row(
        f"{LOCAL_COMMANDS:,} local commands from a script", ours, 3,
        {name: Samples([time / 1000 for time in of], "s") for name, of in times.items()})


def plain(home: str) -> dict[str, str]:
    """The variables of a person who is signed in nowhere."""
    return {"PATH": os.environ.get("PATH", ""), "HOME": home, "LC_ALL": "C.UTF-8", "TERM": "xterm"}
