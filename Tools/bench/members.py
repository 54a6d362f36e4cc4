"""The members of a thousand teams: beside Microsoft's client for Python, and under the limits."""

import json
import os
import subprocess

from carrier import Carrier, shell
from company import Company
from load import CEILING, TEAMSH, measure
from paging import lines
from table import Row, Samples

TEAMS = 1_000
COMPANY = ["--teams", str(TEAMS), "--people", "400", "--messages", "0"]
SCRIPT = "for each in $(team list); member list --team $each -o ndjson; end\n"
PER_SECOND = 60
"""What Graph allows one app of `GET /teams/{id}/members` in one tenant."""
WINDOW = 1.1
"""Seconds after which no request counts any more."""
HERE = os.path.dirname(os.path.abspath(__file__))
ENVIRONMENT = os.path.join(HERE, "../official-clients/environment")


def members(company: Company, folder: str, runs: int) -> Row:
    """Both whole programs, with nothing in the way but the tenant's speed."""
    python = subprocess.run(
        [ENVIRONMENT], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    peer = [python, os.path.join(HERE, "read-members.py")]
    carrier = Carrier(company, folder)
    expected = write_links(company, carrier.links)
    outputs = {name: os.path.join(folder, name) for name in ["ours", "one", "eight"]}
    peers = {
        "msgraph-sdk": shell([*peer, "1"], outputs["one"]),
        "msgraph-sdk, 8 teams at once": shell([*peer, "8"], outputs["eight"]),
    }
    programs = {
        TEAMSH: shell([company.teamsh, script(folder)], outputs["ours"]),
        CEILING: carrier.all_at_once,
    }
    row = measure(
        company, f"members of {TEAMS:,} teams", programs | peers, company.environment(folder), runs,
        "msgraph-sdk", 1 / 5, once=peers)
    row.rival = min(peers, key=lambda name: row.peers[name].middle)
    for output in outputs.values():
        if lines(output) != expected:
            raise SystemExit(f"bench: {lines(output)} members in {output}, not {expected}")
    return row


def paced_members(company: Company, record: str, folder: str, runs: int) -> Row:
    """teamsh alone, at a tenant that refuses what is above the published limits."""
    env = company.environment(folder) | {"TEAMSH_PACE": "published"}
    output = os.path.join(folder, "paced")
    before = lines(record)
    programs = {TEAMSH: shell([company.teamsh, script(folder)], output)}
    allowed = "what the limits allow"
    # A program that ended within the last second has used up the next one's first requests.
    row = measure(
        company, f"members of {TEAMS:,} teams, paced", programs, env, runs, allowed, 1 / 0.85,
        rest=WINDOW)
    with open(record) as file:
        answers = [json.loads(line) for line in list(file)[before:]]
    asked = sum("/members" in answer["path"] for answer in answers) // (runs + 1)
    row.peers[allowed] = Samples([(asked - 1) // PER_SECOND], "s")
    row.refusals = sum(answer["status"] == 429 for answer in answers)
    return row


def script(folder: str) -> str:
    path = os.path.join(folder, "members.teamsh")
    with open(path, "w") as file:
        file.write(SCRIPT)
    return path


def write_links(company: Company, path: str) -> int:
    """Writes down the address of every page; returns how many members there are."""
    count = 0
    with open(path, "w") as file:
        for url, teams in company.pages("/teams"):
            file.write(url + "\n")
            for team in teams:
                for address, people in company.pages(f"/teams/{team['id']}/members"):
                    file.write(address + "\n")
                    count += len(people)
    return count
