"""Microsoft's clients, made for the local tenant, and what several scenarios ask of them."""

import asyncio
import urllib.parse

import azure.identity
from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_authentication_azure.azure_identity_authentication_provider import (
    AzureIdentityAuthenticationProvider,
)
from kiota_http.middleware.options import HeadersInspectionHandlerOption
from msgraph import GraphRequestAdapter, GraphServiceClient
from msgraph.generated.models.aad_user_conversation_member import AadUserConversationMember
from msgraph.generated.models.chat_message import ChatMessage
from msgraph.generated.models.item_body import ItemBody
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.models.teams_async_operation_status import TeamsAsyncOperationStatus
from msgraph.graph_request_adapter import options
from msgraph_core import GraphClientFactory

import tenant

DEFAULT = ["https://graph.microsoft.com/.default"]


class Tenant:
    """The tenant, and a client of each kind for it."""

    def __init__(self, facts):
        self.facts = facts
        self.authority = f"{facts['login']}/{facts['tenantId']}"
        self.host = urllib.parse.urlsplit(facts["graph"]).hostname
        self.identity = {
            "tenant_id": facts["tenantId"],
            "client_id": facts["clientId"],
            "authority": facts["login"],
            "disable_instance_discovery": True,
        }
        self.browsers = {}
        self.person = self.browser(facts["admin"])

    def browser(self, account):
        if account not in self.browsers:
            self.browsers[account] = tenant.Browser({"account": account, "proof": "approve"})
        return self.browsers[account]

    def consent_for_everybody(self):
        """Approves the app for all people, as its administrator does once."""
        home = "http://localhost:47115"
        query = urllib.parse.urlencode({"client_id": self.facts["clientId"], "redirect_uri": home})
        landed = self.person.visit(f"{self.authority}/adminconsent?{query}", stops_at=home)
        assert "admin_consent=True" in landed, landed

    def graph(self, credential):
        provider = AzureIdentityAuthenticationProvider(
            credential, scopes=DEFAULT, allowed_hosts=[self.host])
        client = GraphClientFactory.create_with_default_middleware(
            host=self.facts["graph"], options=options)
        return GraphServiceClient(request_adapter=GraphRequestAdapter(provider, client))

    def as_person(self, account=None):
        browser = self.browser(account) if account else self.person

        def approve(address, code, _):
            browser.answers["user_code"] = code
            browser.visit(address)

        return self.graph(azure.identity.DeviceCodeCredential(prompt_callback=approve, **self.identity))

    def as_app(self):
        return self.graph(azure.identity.ClientSecretCredential(
            client_secret=self.facts["clientSecret"], **self.identity))


def asking(query=None, newer=False, headers=None):
    """What a request asks beside its path; newer members of enumerations on request."""
    configuration = RequestConfiguration(query_parameters=query)
    if newer:
        configuration.headers.add("Prefer", "include-unknown-enum-members")
    if headers:
        configuration.options = [headers]
    return configuration


async def refused(work, status):
    """The error that Graph answers with, which must have this status."""
    try:
        await work
    except ODataError as error:
        assert error.response_status_code == status, error
        return error.error
    raise AssertionError(f"nothing was refused with {status}")


def bound(person):
    """A person in a relationship, as the samples write it."""
    return {"user@odata.bind": f"https://graph.microsoft.com/v1.0/users('{person.id}')"}


def member(person, *roles, **more):
    return AadUserConversationMember(roles=list(roles), additional_data=bound(person), **more)


def text(content, **more):
    return ChatMessage(body=ItemBody(content=content), **more)


async def people(graph, *names):
    """People of the company, by the local part of their addresses."""
    found = [await graph.users.by_user_id(f"{name}@contoso.com").get() for name in names]
    return found if len(found) > 1 else found[0]


async def team_named(graph, name):
    teams = (await graph.me.joined_teams.get()).value
    return next(team for team in teams if team.display_name == name)


def inspection():
    """Keeps an answer's headers, which the typed client does not show."""
    return HeadersInspectionHandlerOption(inspect_response_headers=True)


async def end_of_operation(graph, inspected):
    """Follows the address that a 202 came with until the operation has ended."""
    location = next(iter(inspected.response_headers.get("location")))
    parts = location.replace("('", "/").replace("')", "").strip("/").split("/")
    team, operation = parts[parts.index("teams") + 1], parts[parts.index("operations") + 1]
    builder = graph.teams.by_team_id(team).operations.by_teams_async_operation_id(operation)
    for _ in range(80):
        found = await builder.get(request_configuration=asking(newer=True))
        if found.status == TeamsAsyncOperationStatus.Succeeded:
            return found
        assert found.status in (
            TeamsAsyncOperationStatus.NotStarted, TeamsAsyncOperationStatus.InProgress), found
        await asyncio.sleep(0.1)
    raise AssertionError("the operation has no end")
