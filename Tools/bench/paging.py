"""A channel's whole history as a message a line, beside curl on the same links."""

import os
import urllib.parse

from carrier import Carrier, shell
from company import Company
from load import CEILING, TEAMSH, measure
from table import Row

CHANNEL = ("Contoso IT", "General")


def messages(company: Company, folder: str, runs: int) -> Row:
    team, channel = identifiers(company)
    output = os.path.join(folder, "messages")
    command = [company.teamsh, "message", "list", "--team", team, "--channel", channel]
    command += ["--all", "-o", "ndjson"]
    carrier = Carrier(company, folder)
    path = f"/teams/{team}/channels/{urllib.parse.quote(channel)}/messages?$top=50"
    programs = {
        TEAMSH: shell(command, output),
        "curl": carrier.following(company.url(path)),
        CEILING: carrier.all_at_once,
    }
    row = measure(
        company, "messages as NDJSON", programs, company.environment(folder), runs, "curl", 1.15)
    row.name = f"{lines(output):,} {row.name}"
    return row


def lines(path: str) -> int:
    with open(path, "rb") as file:
        return sum(1 for _ in file)


def identifiers(company: Company) -> tuple[str, str]:
    team_name, channel_name = CHANNEL
    query = urllib.parse.quote(f"displayName eq '{team_name}'")
    team = company.get(f"/teams?$filter={query}")["value"][0]["id"]
    channels = company.get(f"/teams/{team}/channels")["value"]
    named = [channel["id"] for channel in channels if channel["displayName"] == channel_name]
    return team, named[0]
