"""Chats: made, named, joined and left, listed, and what stands at their top."""

import datetime

from msgraph.generated.chats.chats_request_builder import ChatsRequestBuilder
from msgraph.generated.chats.item.pinned_messages.pinned_messages_request_builder import (
    PinnedMessagesRequestBuilder,
)
from msgraph.generated.models.aad_user_conversation_member import AadUserConversationMember
from msgraph.generated.models.chat import Chat
from msgraph.generated.models.chat_type import ChatType
from msgraph.generated.models.pinned_chat_message_info import PinnedChatMessageInfo

from clients import asking, inspection, member, people, refused, text

EVERYTHING = datetime.datetime(1, 1, 1, tzinfo=datetime.timezone.utc)


async def group(graph, *names, topic=None):
    """A new group chat of the caller with others."""
    others = await people(graph, *names)
    members = [await graph.me.get(), *(others if isinstance(others, list) else [others])]
    return await graph.chats.post(Chat(
        chat_type=ChatType.Group, topic=topic,
        members=[member(person, "owner") for person in members]))


async def create_a_one_on_one_chat(at):
    graph = at.as_person()
    me, partner = await graph.me.get(), await people(graph, "henrietta")
    wanted = Chat(
        chat_type=ChatType.OneOnOne, members=[member(me, "owner"), member(partner, "owner")])
    made = await graph.chats.post(wanted)
    assert made.chat_type == ChatType.OneOnOne and made.topic is None, made
    assert made.created_date_time.tzinfo is not None and made.tenant_id == at.facts["tenantId"]
    again = await graph.chats.post(wanted)
    assert again.id == made.id and again.created_date_time == made.created_date_time, again
    error = await refused(
        graph.chats.by_chat_id(made.id).members.post(
            member(await people(graph, "diego"), "owner")), 403)
    assert error.code == "Forbidden", error


async def create_a_group_chat(at):
    graph = at.as_person()
    made = await group(graph, "adele", "alex", topic="Made by msgraph-sdk")
    assert made.chat_type == ChatType.Group and made.topic == "Made by msgraph-sdk", made
    chat = graph.chats.by_chat_id(made.id)
    renamed = await chat.patch(Chat(topic="Renamed"))
    assert renamed.topic == "Renamed" and renamed.id == made.id, renamed
    assert (await chat.get()).topic == "Renamed"
    members = (await chat.members.get()).value
    assert len(members) == 3 and all(
        isinstance(one, AadUserConversationMember) and one.roles == ["owner"] and one.user_id
        for one in members), members
    await refused(chat.patch(Chat(topic="a:b")), 400)


async def change_the_members_of_a_chat(at):
    graph = at.as_person()
    chat = graph.chats.by_chat_id((await group(graph, "adele")).id)
    alex, diego, patti = await people(graph, "alex", "diego", "patti")
    day = datetime.datetime(2025, 11, 20, 8, 30, tzinfo=datetime.timezone.utc)
    inspected = inspection()
    await chat.members.post(
        member(alex, "owner", visible_history_start_date_time=EVERYTHING),
        request_configuration=asking(headers=inspected))
    location = next(iter(inspected.response_headers.get("location")))
    await chat.members.post(member(diego, "owner", visible_history_start_date_time=day))
    await chat.members.post(member(patti, "owner"))
    found = {one.user_id: one for one in (await chat.members.get()).value}
    assert len(found) == 5, found
    assert location.endswith(found[alex.id].id), location
    assert found[alex.id].visible_history_start_date_time == EVERYTHING, found[alex.id]
    assert found[diego.id].visible_history_start_date_time == day, found[diego.id]
    assert found[patti.id].visible_history_start_date_time > day, found[patti.id]
    await refused(chat.members.post(member(patti, "owner")), 409)
    one = chat.members.by_conversation_member_id(found[alex.id].id)
    assert (await one.get()).display_name == "Alex Wilber"
    await one.delete()
    assert len((await chat.members.get()).value) == 4
    await refused(one.delete(), 404)


async def list_chats(at):
    graph = at.as_person()
    query = ChatsRequestBuilder.ChatsRequestBuilderGetQueryParameters(
        filter="topic eq 'Project X'", expand=["members", "lastMessagePreview"])
    chats = (await graph.chats.get(request_configuration=asking(query))).value
    assert [chat.topic for chat in chats] == ["Project X"], chats
    assert isinstance(chats[0].members[0], AadUserConversationMember), chats[0].members
    preview = chats[0].last_message_preview
    assert preview.id and preview.created_date_time and preview.body.content is not None, preview
    query = ChatsRequestBuilder.ChatsRequestBuilderGetQueryParameters(
        filter="chatType eq 'meeting'", top=2,
        orderby=["lastMessagePreview/createdDateTime desc"])
    page = await graph.chats.get(request_configuration=asking(query))
    assert len(page.value) == 2 and page.odata_next_link, page
    rest = await graph.chats.with_url(page.odata_next_link).get()
    found = page.value + rest.value
    assert {chat.chat_type for chat in found} == {ChatType.Meeting}, found
    assert len({chat.id for chat in found}) == len(found) >= 3, found
    assert found[0].online_meeting_info.join_web_url, found[0]


async def pin_messages(at):
    graph = at.as_person()
    chat = graph.chats.by_chat_id((await group(graph, "adele")).id)
    sent = await chat.messages.post(text("Pinned by msgraph-sdk"))
    pin = PinnedChatMessageInfo(additional_data={
        "message@odata.bind":
            f"https://graph.microsoft.com/v1.0/chats/{sent.chat_id}/messages/{sent.id}"})
    made = await chat.pinned_messages.post(pin)
    query = PinnedMessagesRequestBuilder.PinnedMessagesRequestBuilderGetQueryParameters(
        expand=["message"])
    pins = (await chat.pinned_messages.get(request_configuration=asking(query))).value
    assert [one.id for one in pins] == [made.id], pins
    assert pins[0].message.body.content == "Pinned by msgraph-sdk", pins[0]
    await chat.pinned_messages.by_pinned_chat_message_info_id(made.id).delete()
    assert not (await chat.pinned_messages.get()).value


SCENARIOS = [
    create_a_one_on_one_chat, create_a_group_chat, change_the_members_of_a_chat, list_chats,
    pin_messages,
]
