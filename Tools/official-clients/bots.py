"""What a bot on Microsoft's own connector client does, and how it takes signed activities."""

import http.server
import json
import queue
import threading

import msal
import requests
from botbuilder.schema import Activity, ChannelAccount, ConversationParameters, Mention
from botframework.connector import ConnectorClient
from botframework.connector.auth import (
    AuthenticationConfiguration,
    BotFrameworkAuthenticationFactory,
    MicrosoftAppCredentials,
    PasswordServiceClientCredentialFactory,
)
from botframework.connector.models import ErrorResponseException
from botframework.connector.teams import TeamsConnectorClient


def credentials_of(at, **changes):
    """The bot's credentials, whose authority is not looked up in Microsoft's own directory."""
    secret = changes.get("secret", at.facts["botSecret"])
    credentials = MicrosoftAppCredentials(at.facts["botId"], secret)
    credentials.app = msal.ConfidentialClientApplication(
        at.facts["botId"], client_credential=secret, instance_discovery=False,
        authority=f"{at.facts['login']}/{credentials.tenant}")
    return credentials


def connector_of(at):
    return ConnectorClient(credentials_of(at), base_url=at.facts["bot"])


async def first_team(at):
    """The team with the bot, its general channel, and a second channel."""
    graph = at.as_person()
    team = (await graph.me.joined_teams.get()).value[0]
    channels = (await graph.teams.by_team_id(team.id).channels.get()).value
    general = next(channel for channel in channels if channel.display_name == "General")
    other = next(channel for channel in channels if channel.display_name == "Helpdesk")
    return team, general.id, other.id


def words(text, **more):
    return Activity(type="message", text=text, **more)


async def speak_in_a_channel(at):
    team, _, channel = await first_team(at)
    conversations = connector_of(at).conversations
    begun = conversations.create_conversation(ConversationParameters(
        is_group=True, bot=ChannelAccount(id=f"28:{at.facts['botId']}"),
        channel_data={"channel": {"id": channel}}, activity=words("One **bold** word")))
    assert begun.id == f"{channel};messageid={begun.activity_id}", begun
    reply = conversations.reply_to_activity(begun.id, begun.activity_id, words("Two"))
    third = conversations.send_to_conversation(begun.id, words("Three"))
    conversations.update_activity(begun.id, third.id, words("Tres"))
    conversations.delete_activity(begun.id, reply.id)
    messages = at.as_person().teams.by_team_id(team.id).channels.by_channel_id(channel).messages
    found = messages.by_chat_message_id(begun.activity_id)
    root = await found.get()
    assert root.body.content == "One <strong>bold</strong> word", root.body.content
    assert root.from_.application.id == at.facts["botId"], root.from_
    replies = {answer.id: answer for answer in (await found.replies.get()).value}
    assert replies[third.id].body.content == "Tres", replies
    assert replies[reply.id].deleted_date_time, replies


async def speak_to_a_person(at):
    _, general, _ = await first_team(at)
    conversations = connector_of(at).conversations
    roster = conversations.get_conversation_members(general)
    megan = next(
        member for member in roster if member.additional_properties["email"] == at.facts["admin"])
    parameters = ConversationParameters(
        bot=ChannelAccount(id=f"28:{at.facts['botId']}"), members=[ChannelAccount(id=megan.id)],
        channel_data={"tenant": {"id": at.facts["tenantId"]}})
    made = conversations.create_conversation(parameters)
    assert conversations.create_conversation(parameters).id == made.id
    sent = conversations.send_to_conversation(made.id, words(
        "<at>Megan</at>, look", entities=[Mention(
            type="mention", text="<at>Megan</at>",
            mentioned=ChannelAccount(id=megan.id, name="Megan"))]))
    chats = (await at.as_person().me.chats.get()).value
    chat = next(chat for chat in chats if at.facts["botId"] in chat.id)
    found = await at.as_person().chats.by_chat_id(chat.id).messages.by_chat_message_id(sent.id).get()
    assert found.mentions[0].mentioned.user.display_name == megan.name, found.mentions


async def read_rosters_and_teams(at):
    team, general, channel = await first_team(at)
    conversations = connector_of(at).conversations
    everybody = conversations.get_conversation_members(general)
    page = conversations.get_teams_conversation_paged_members(general)
    assert [member.id for member in page.members] == [member.id for member in everybody]
    one = conversations.get_conversation_member(general, everybody[0].id)
    assert one.aad_object_id == everybody[0].aad_object_id, one
    teams = TeamsConnectorClient(credentials_of(at), base_url=at.facts["bot"]).teams
    details = teams.get_team_details(general)
    assert (details.name, details.aad_group_id) == (team.display_name, team.id), details
    listed = teams.get_teams_channels(general).conversations
    assert channel in [found.id for found in listed], listed


async def see_refusals(at):
    unknown = "19:00000000000000000000000000000000@thread.tacv2"
    for conversation, code in ((unknown, "ConversationNotFound"), ("nonsense", "BadArgument")):
        try:
            connector_of(at).conversations.send_to_conversation(conversation, words("x"))
        except ErrorResponseException as refusal:
            assert refusal.error.error.code == code, refusal.error.error
        else:
            raise AssertionError(f"{conversation} was taken")
    try:
        credentials_of(at, secret="wrong").get_access_token()
    except PermissionError as refusal:
        assert "AADSTS7000215" in str(refusal), refusal
    else:
        raise AssertionError("a wrong secret was taken")


class Endpoint(http.server.ThreadingHTTPServer):
    """A bot's endpoint that keeps what arrives."""

    def __init__(self):
        self.arrived = queue.Queue()
        super().__init__(("127.0.0.1", 0), _Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/api/messages"


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.arrived.put((self.headers["Authorization"], json.loads(body)))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def authentication_of(at, **changes):
    """How Microsoft's SDK checks who speaks to a bot, with the tenant's addresses."""
    host = "https://api.botframework.com"
    return BotFrameworkAuthenticationFactory.create(
        validate_authority=True, to_channel_from_bot_login_url=f"{at.facts['login']}/botframework.com",
        to_channel_from_bot_oauth_scope=host, to_bot_from_channel_token_issuer=host,
        oauth_url=host, to_bot_from_channel_open_id_metadata_url=(
            f"{at.facts['login']}/v1/.well-known/openidconfiguration"),
        to_bot_from_emulator_open_id_metadata_url="https://localhost/none",
        credential_factory=PasswordServiceClientCredentialFactory(
            changes.get("bot", at.facts["botId"]), at.facts["botSecret"]),
        auth_configuration=AuthenticationConfiguration())


async def take_signed_activities(at):
    endpoint = Endpoint()
    control = f"{at.facts['login']}/teams/api"

    def deed(method, path, **body):
        answer = requests.request(method, f"{control}/{path}", json=body, timeout=20)
        answer.raise_for_status()
        return answer.json()

    try:
        deed("PATCH", "bot", endpoint=endpoint.address)
        deed("POST", "messages", **{
            "as": at.facts["admin"], "place": "bot", "text": "new incident <now>"})
        header, body = endpoint.arrived.get(timeout=20)
        activity = Activity().deserialize(body)
        assert activity.text == "new incident <now>", body
        result = await authentication_of(at).authenticate_request(activity, header)
        assert result.claims_identity.get_claim_value("aud") == at.facts["botId"]
        forged = Activity().deserialize(body | {"serviceUrl": "https://evil.example/"})
        other = authentication_of(at, bot="11111111-2222-4333-8444-555555555555")
        for check, asked in ((authentication_of(at), forged), (other, activity)):
            try:
                await check.authenticate_request(asked, header)
            except PermissionError:
                continue
            raise AssertionError("a forged activity was taken")
        conversations = ConnectorClient(
            credentials_of(at), base_url=activity.service_url).conversations
        answer = conversations.reply_to_activity(
            activity.conversation.id, activity.id, words("I see"))
        assert answer.id, answer
    finally:
        deed("PATCH", "bot", endpoint=None)
        endpoint.shutdown()


SCENARIOS = [
    speak_in_a_channel, speak_to_a_person, read_rosters_and_teams, see_refusals,
    take_signed_activities,
]
