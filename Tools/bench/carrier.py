"""A client in C that only carries bytes: curl's own speed, and the tenant's."""

import os
import shlex
import subprocess

from company import Company

HERE = os.path.dirname(os.path.abspath(__file__))


class Carrier:
    """The program's two ways through the same pages: link by link, and all known links at once."""

    def __init__(self, company: Company, folder: str):
        self.program = os.path.join(folder, "follow-links")
        source = os.path.join(HERE, "follow-links.c")
        subprocess.run(
            ["cc", "-O2", "-pthread", "-o", self.program, source, "-lcurl"], check=True)
        self.headers = os.path.join(folder, "headers")
        with open(self.headers, "w") as file:
            file.write(f"Authorization: Bearer {company.token}\nAccept: application/json\n")
        self.links = os.path.join(folder, "links")
        self.pages = os.path.join(folder, "pages")

    def following(self, url: str) -> list[str]:
        """Follows next links from an address, and keeps the links for the other way."""
        return shell([self.program, self.links, url], self.pages, self.headers)

    def following_many(self, first: str) -> list[str]:
        """Follows next links from each address of a file, over twenty connections; keeps the links."""
        return shell([self.program, self.links, f"@{first}"], self.pages, self.headers)

    @property
    def all_at_once(self) -> list[str]:
        return shell([self.program, self.links], os.devnull, self.headers)


def shell(words: list[str], output: str, input: str = os.devnull) -> list[str]:
    """The same program, its streams in files."""
    return ["sh", "-c", f"exec {shlex.join(words)} < {shlex.quote(input)} > {shlex.quote(output)}"]
