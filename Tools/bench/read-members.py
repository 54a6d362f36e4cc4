"""The peer: prints who is in which team, read with Microsoft's own client.

usage: read-members.py WIDTH — so many teams at once; as its documentation writes it otherwise.
"""

import asyncio
import json
import os
import sys
import time
import urllib.parse

from azure.core.credentials import AccessToken
from kiota_authentication_azure.azure_identity_authentication_provider import (
    AzureIdentityAuthenticationProvider,
)
from msgraph import GraphRequestAdapter, GraphServiceClient
from msgraph.graph_request_adapter import options
from msgraph_core import GraphClientFactory
from msgraph_core.tasks.page_iterator import PageIterator

GRAPH = os.environ["TEAMSH_GRAPH_URL"]


class ReadyToken:
    """A sign-in that has happened already."""

    def get_token(self, *_, **__) -> AccessToken:
        return AccessToken(os.environ["TEAMSH_ACCESS_TOKEN"], int(time.time()) + 3600)


def client() -> GraphServiceClient:
    provider = AzureIdentityAuthenticationProvider(
        ReadyToken(), scopes=["https://graph.microsoft.com/.default"],
        allowed_hosts=[urllib.parse.urlsplit(GRAPH).hostname])
    http = GraphClientFactory.create_with_default_middleware(host=GRAPH, options=options)
    return GraphServiceClient(request_adapter=GraphRequestAdapter(provider, http))


async def all_of(graph: GraphServiceClient, page) -> list:
    items: list = []
    await PageIterator(page, graph.request_adapter).iterate(lambda item: items.append(item) or True)
    return items


async def main(width: int) -> None:
    graph = client()
    turn = asyncio.Semaphore(width)

    async def read(team: str) -> None:
        async with turn:
            for member in await all_of(graph, await graph.teams.by_team_id(team).members.get()):
                print(json.dumps({
                    "team": team, "id": member.id, "name": member.display_name,
                    "email": member.email, "roles": member.roles}))

    teams = await all_of(graph, await graph.teams.get())
    await asyncio.gather(*(read(team.id) for team in teams))


asyncio.run(main(int(sys.argv[1])))
