"""Commands from one script, a request each, beside curl with the same requests."""

import os

from carrier import Carrier, shell
from company import Company
from load import CEILING, TEAMSH, measure
from table import Row, Samples

COMMANDS = 1_000


def commands(company: Company, folder: str, runs: int) -> Row:
    """What a command costs beside its request: the times' difference, a command."""
    carrier = Carrier(company, folder)
    teams = [team["id"] for _, page in company.pages("/teams") for team in page]
    paths = [f"/teams/{teams[number % len(teams)]}" for number in range(COMMANDS)]
    script = os.path.join(folder, "commands.teamsh")
    with open(script, "w") as file:
        file.writelines(f"graph get {path}\n" for path in paths)
    with open(carrier.links, "w") as file:
        file.writelines(company.url(path) + "\n" for path in paths)
    urls = os.path.join(folder, "urls")
    with open(urls, "w") as file:
        file.write(f'header = "Authorization: Bearer {company.token}"\nsilent\ncompressed\n')
        file.writelines(f'url = "{company.url(path)}"\n' for path in paths)
    programs = {
        TEAMSH: shell([company.teamsh, script], os.path.join(folder, "shown")),
        "curl": shell(["curl", "-K", urls], os.path.join(folder, "fetched")),
        CEILING: carrier.all_at_once,
    }
    row = measure(
        company, f"{COMMANDS:,} commands from a script, each beside its request", programs,
        company.environment(folder), runs, "curl", 1)
    curl = row.peers["curl"].middle
    row.ours = Samples([(value - curl) * 1000 / COMMANDS for value in row.ours.values])
    # The difference says nothing about the tenant's speed, which both wait for.
    row.target, row.rival, row.ceiling = 0.5, None, None
    return row
