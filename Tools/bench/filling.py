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
    cache = os.path.join(home, "cache")
    carrier = Carrier(company, folder)
    refresh = shell([company.teamsh, "cache", "refresh", "people"], os.path.join(folder, "filled"))
    programs = {
        # Every fill is a first one; taking away the files of the last one takes next to no time.
        TEAMSH: ["sh", "-c", f'rm -rf "$1" && {refresh[2]}', "sh", cache],
        "curl": carrier.following(company.url(PAGES)),
        CEILING: carrier.all_at_once,
    }
    row = measure(
        company, f"first fill of the cache, {people:,} people", programs, env, runs, "curl", 1.5)
    shutil.rmtree(home)
    return row
