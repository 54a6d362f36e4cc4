"""A local tenant, somebody signed in at it, and homes with what teamsh remembers of it."""

import json
import os
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Iterator

SCOPES = (
    "User.Read.All Team.ReadBasic.All TeamMember.Read.All Channel.ReadBasic.All Chat.Read "
    "ChannelMessage.Read.All")
GRANT = "urn:ietf:params:oauth:grant-type:device_code"


class Company:
    """A tenant that runs as long as the `with` block."""

    def __init__(self, binaries: str, options: list[str]):
        self.teamsh = os.path.join(binaries, "teamsh")
        self.process = subprocess.Popen(
            [os.path.join(binaries, "teamsh-tenant"), "--with-parent", *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> "Company":
        self.facts = json.loads(self.process.stdout.readline())
        self.token = self._sign_in()
        return self

    def __exit__(self, *_) -> None:
        self.process.stdin.close()
        self.process.wait(timeout=30)

    def environment(self, home: str) -> dict[str, str]:
        """The variables that make teamsh the administrator here, without a question or a request."""
        kept = {name: os.environ[name] for name in ["PATH", "TMPDIR"] if name in os.environ}
        return kept | {
            "HOME": home, "TEAMSH_HOME": home, "TERM": "xterm", "LC_ALL": "C.UTF-8",
            "TEAMSH_TENANT": self.facts["tenantId"], "TEAMSH_GRAPH_URL": self.facts["graph"],
            "TEAMSH_LOGIN_URL": self.facts["login"], "TEAMSH_ACCESS_TOKEN": self.token, "TEAMSH_PACE": "off",
        }

    def home(self, folder: str, people: int) -> dict[str, str]:
        """Makes a home whose cache holds so many people; returns the environment for it."""
        os.makedirs(folder)
        with open(os.path.join(folder, "config.yaml"), "w") as profile:
            profile.write(f"default: bench\nprofiles:\n  bench:\n    cache-people: {people}\n")
        env = self.environment(folder)
        filled = subprocess.run(
            [self.teamsh, "cache", "refresh"], env=env, check=True, capture_output=True, text=True)
        if f"{people} people" not in filled.stdout:
            raise SystemExit(f"bench: the cache was filled otherwise: {filled.stdout}")
        return env

    def url(self, path: str) -> str:
        return f"{self.facts['graph']}/v1.0{path}"

    def get(self, path: str) -> dict:
        """One object of the tenant's Graph."""
        return self._get(self.url(path))

    def pages(self, path: str) -> Iterator[tuple[str, list[dict]]]:
        """A collection's pages, each behind its address."""
        url: str | None = self.url(path)
        while url:
            page = self._get(url)
            yield url, page["value"]
            url = page.get("@odata.nextLink")

    def _get(self, url: str) -> dict:
        request = urllib.request.Request(url, headers={"Authorization": f"Bearer {self.token}"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def become_app(self) -> None:
        """Goes on as the app itself, which is in every team."""
        fields = {
            "client_id": self.facts["clientId"], "client_secret": self.facts["clientSecret"],
            "grant_type": "client_credentials", "scope": f"{self.facts['graph']}/.default"}
        answer = self._post(f"{self.facts['tenantId']}/oauth2/v2.0/token", fields)
        self.token = json.loads(answer)["access_token"]

    def _sign_in(self) -> str:
        """The device flow, approved on the tenant's own page."""
        client = {"client_id": self.facts["clientId"]}
        oauth = f"{self.facts['tenantId']}/oauth2/v2.0"
        device = json.loads(self._post(f"{oauth}/devicecode", client | {"scope": SCOPES}))
        visit = {"user_code": device["user_code"], "account": self.facts["admin"]}
        self._post("devicelogin", visit)
        self._post("devicelogin", visit | {"decision": "approve"})
        grant = client | {"grant_type": GRANT, "device_code": device["device_code"]}
        return json.loads(self._post(f"{oauth}/token", grant))["access_token"]

    def _post(self, path: str, fields: dict[str, str]) -> bytes:
        body = urllib.parse.urlencode(fields).encode()
        with urllib.request.urlopen(f"{self.facts['login']}/{path}", body) as answer:
            return answer.read()
