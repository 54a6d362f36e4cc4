"""Every channel's whole history in a file of its own, beside curl with as many connections."""

import glob
import os
import urllib.parse

from carrier import Carrier, shell
from company import Company
from load import CEILING, TEAMSH, measure
from paging import lines
from table import Row

TEAMS = 86
"""Which have two hundred channels."""


def export(company: Company, folder: str, runs: int) -> Row:
    """As the app, since no person is in every team."""
    company.become_app()
    carrier = Carrier(company, folder)
    first = os.path.join(folder, "first")
    channels = write_first_links(company, first)
    files = os.path.join(folder, "export")
    # A second run into the same folder would only see that nothing has changed.
    command = f"rm -rf {files}; exec {company.teamsh} message export / --to {files}"
    programs = {
        TEAMSH: ["sh", "-c", f"{command} > {os.devnull}"],
        "curl, 20 connections": carrier.following_many(first),
        CEILING: carrier.all_at_once,
    }
    row = measure(
        company, "", programs, company.environment(folder), runs, "curl, 20 connections", 1.15)
    written = [name for name in glob.glob(f"{files}/*.ndjson") if not name.endswith("/export.ndjson")]
    if len(written) != channels:
        raise SystemExit(f"bench: {len(written)} channels in {files}, not {channels}")
    row.name = f"export of {sum(map(lines, written)):,} messages over {channels} channels"
    return row


def write_first_links(company: Company, path: str) -> int:
    """Writes down the address of each channel's first page; returns how many there are."""
    count = 0
    with open(path, "w") as file:
        for _, teams in company.pages("/teams"):
            for team in teams:
                for channel in company.get(f"/teams/{team['id']}/channels")["value"]:
                    name = urllib.parse.quote(channel["id"])
                    messages = f"/teams/{team['id']}/channels/{name}/messages"
                    file.write(company.url(f"{messages}?$top=50&$expand=replies") + "\n")
                    count += 1
    return count
