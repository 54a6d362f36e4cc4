"""Programs that start, do next to nothing, and end; and scripts of local commands."""

import os

from programs import in_turns, present
from table import Row, Samples

LOCAL_COMMANDS = 10_000
STDIN_MEGABYTES = 50
PGCLI = os.path.join(
    os.path.dirname(os.path.abspath(__file__)), "../../.build/bench-peers/bin/pgcli")


def nothing(teamsh: str, home: str, runs: int) -> list[Row]:
    """`teamsh -c ':'` and `--version`, beside other programs' nothing."""
    peers = present({
        "`bash -c :`": ["bash", "-c", ":"],
        "`zsh -f -c :`": ["zsh", "-f", "-c", ":"],
        "`fish -c ''`": ["fish", "-c", ""],
        "`sqlite3 :memory: .quit`": ["sqlite3", ":memory:", ".quit"],
        "`psql --version`": ["psql", "--version"],
        "`pgcli --version`": [PGCLI, "--version"],
        "`python3 -I -c 0`": ["/usr/bin/python3", "-I", "-c", "0"],
    })
    ours = {"teamsh -c ':'": [teamsh, "-c", ":"], "teamsh --version": [teamsh, "--version"]}
    times = in_turns(ours | peers, runs, plain(home))
    rows = [Row(f"`{name}`", Samples(times.pop(name)), 12) for name in ours]
    rows[0].peers.update({name: Samples(of) for name, of in times.items()})
    return rows


def standard_input(teamsh: str, home: str, runs: int) -> Row:
    """A script of comments on standard input: how fast it is taken in."""
    script = os.path.join(home, "comments.teamsh")
    line = "# " + "x" * 97 + "\n"
    with open(script, "w") as file:
        file.write(line * (STDIN_MEGABYTES * 10_000))
    peers = present({"`bash`": ["bash"]})
    times = in_turns({"teamsh": [teamsh]} | peers, runs, plain(home), stdin=script)
    ours = Samples([time / 1000 for time in times.pop("teamsh")], "s")
    return Row(
        f"a script of {STDIN_MEGABYTES} MB on standard input", ours, STDIN_MEGABYTES / 50,
        {name: Samples([time / 1000 for time in of], "s") for name, of in times.items()})


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
