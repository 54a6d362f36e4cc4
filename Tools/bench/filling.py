"""The first fill of the cache with everybody, beside curl on the same pages."""

import os
import shutil

from carrier import Carrier, shell
from company import Company
from load import CEILING, TEAMSH, measure
from table import Row

PAGES = "/users?$top=999&$select=id,displayName,userPrincipalName,mail,jobTitle,userType"
"""What `cache refresh people` asks for."""


def first_fill(company: Company, folder: str, people: int, runs: int) -> Row:
    home = os.path.join(folder, "filling")
    env = company.home(home, people)
    carrier = Carrier(company, folder)
    said = os.path.join(folder, "filled")
    refresh = shell([company.teamsh, "cache", "refresh", "people"], said)
    programs = {
        # Every fill is a first one; taking away the files of the last one takes next to no time.
        TEAMSH: ["sh", "-c", f'rm "$1"/*.sqlite* && {refresh[2]}', "sh", home],
        "curl": carrier.following(company.url(PAGES)),
        CEILING: carrier.all_at_once,
    }
    row = measure(
        company, f"first fill of the cache, {people:,} people", programs, env, runs, "curl", 1.5)
    with open(said) as file:
        if f"{people} people" not in (answer := file.read()):
            raise SystemExit(f"bench: the cache was filled otherwise: {answer}")
    shutil.rmtree(home)
    return row
