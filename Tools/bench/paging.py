"""A channel's whole history as a message a line, beside curl on the same links."""

import os
import shlex
import subprocess
import urllib.parse

from company import Company
from programs import milliseconds
from table import Row, Samples

CHANNEL = ("Contoso IT", "General")
HERE = os.path.dirname(os.path.abspath(__file__))


def messages(company: Company, folder: str, runs: int) -> Row:
    env = company.environment(folder)
    team, channel = identifiers(company)
    output = os.path.join(folder, "messages")
    command = [company.teamsh, "message", "list", "--team", team, "--channel", channel]
    command += ["--all", "-o", "ndjson"]
    walk = Walk(company, team, channel, folder)
    ours, curl, ceiling = [], [], []
    for _ in range(runs + 1):
        ours.append(milliseconds(command, env, output))
        curl.append(milliseconds(walk.following, env))
        ceiling.append(milliseconds(walk.all_at_once, env))
    with open(output, "rb") as file:
        count = sum(1 for _ in file)
    return Row(
        f"{count:,} messages as NDJSON", Samples(ours[1:]), 1.15, {"curl": Samples(curl[1:])},
        rival="curl", ceiling=Samples(ceiling[1:]))


class Walk:
    """The peer's two ways through the same pages: link by link, and all known links at once."""

    def __init__(self, company: Company, team: str, channel: str, folder: str):
        program = os.path.join(folder, "follow-links")
        source = os.path.join(HERE, "follow-links.c")
        subprocess.run(
            ["cc", "-O2", "-pthread", "-o", program, source, "-lcurl"], check=True)
        headers = os.path.join(folder, "headers")
        with open(headers, "w") as file:
            file.write(f"Authorization: Bearer {company.token}\nAccept: application/json\n")
        url = f"{company.facts['graph']}/v1.0/teams/{team}/channels/"
        url += f"{urllib.parse.quote(channel)}/messages?$top=50"
        links, pages = os.path.join(folder, "links"), os.path.join(folder, "pages")
        self.following = shell([program, links, url], headers, pages)
        self.all_at_once = shell([program, links], headers, os.devnull)


def shell(words: list[str], headers: str, output: str) -> list[str]:
    return ["sh", "-c", f"{shlex.join(words)} < {headers} > {output}"]


def identifiers(company: Company) -> tuple[str, str]:
    team_name, channel_name = CHANNEL
    query = urllib.parse.quote(f"displayName eq '{team_name}'")
    team = company.get(f"/teams?$filter={query}")["value"][0]["id"]
    channels = company.get(f"/teams/{team}/channels")["value"]
    named = [channel["id"] for channel in channels if channel["displayName"] == channel_name]
    return team, named[0]
