"""What happens to messages: mentions, replies, changes, reactions, pictures and quotes."""

import json

from msgraph.generated.models.body_type import BodyType
from msgraph.generated.models.chat_message import ChatMessage
from msgraph.generated.models.chat_message_attachment import ChatMessageAttachment
from msgraph.generated.models.chat_message_hosted_content import ChatMessageHostedContent
from msgraph.generated.models.chat_message_importance import ChatMessageImportance
from msgraph.generated.models.chat_message_mention import ChatMessageMention
from msgraph.generated.models.chat_message_mentioned_identity_set import (
    ChatMessageMentionedIdentitySet,
)
from msgraph.generated.models.identity import Identity
from msgraph.generated.models.item_body import ItemBody
from msgraph.generated.models.teamwork_user_identity import TeamworkUserIdentity
from msgraph.generated.models.teamwork_user_identity_type import TeamworkUserIdentityType
from msgraph.generated.users.item.chats.item.messages.item.set_reaction.set_reaction_post_request_body import (  # noqa: E501
    SetReactionPostRequestBody,
)
from msgraph.generated.users.item.chats.item.messages.item.unset_reaction.unset_reaction_post_request_body import (  # noqa: E501
    UnsetReactionPostRequestBody,
)
from msgraph.generated.chats.item.messages.reply_with_quote.reply_with_quote_post_request_body import (  # noqa: E501
    ReplyWithQuotePostRequestBody,
)

from chats import group
from clients import people, refused, team_named, text

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c63f8cf50f01f00050501ff2ac2a5bd0000000049454e44ae426082")


def html(content, **more):
    return ChatMessage(body=ItemBody(content_type=BodyType.Html, content=content), **more)


async def general(graph):
    team = graph.teams.by_team_id((await team_named(graph, "Contoso IT")).id)
    channels = (await team.channels.get()).value
    found = next(channel for channel in channels if channel.display_name == "General")
    return team.channels.by_channel_id(found.id)


async def mention_somebody(at):
    graph = at.as_person()
    adele = await people(graph, "adele")
    sent = await (await general(graph)).messages.post(html(
        '<at id="0">Adele Vance</at> please look', subject="Look", importance=(
            ChatMessageImportance.High), mentions=[ChatMessageMention(
                id=0, mention_text="Adele Vance", mentioned=ChatMessageMentionedIdentitySet(
                    user=Identity(id=adele.id, display_name="Adele Vance", additional_data={
                        "userIdentityType": "aadUser"})))]))
    assert sent.importance == ChatMessageImportance.High and sent.subject == "Look", sent
    mention = sent.mentions[0]
    assert mention.id == 0 and mention.mentioned.user.id == adele.id, mention
    assert sent.from_.user.id == (await graph.me.get()).id, sent.from_
    assert sent.channel_identity.channel_id and sent.web_url, sent
    await refused((await general(graph)).messages.post(html("No marker", mentions=[
        ChatMessageMention(id=0, mention_text="Adele", mentioned=(
            ChatMessageMentionedIdentitySet(user=Identity(id=adele.id))))])), 400)


async def change_a_message(at):
    graph = at.as_person()
    messages = (await general(graph)).messages
    sent = await messages.post(text("First words"))
    one = messages.by_chat_message_id(sent.id)
    await one.patch(text("Other words"))
    changed = await one.get()
    assert changed.body.content == "Other words" and changed.last_edited_date_time, changed
    assert changed.etag != sent.etag and changed.created_date_time == sent.created_date_time
    reply = await one.replies.post(text("A reply"))
    answer = one.replies.by_chat_message_id1(reply.id)
    assert reply.reply_to_id == sent.id, reply
    assert [found.id for found in (await one.replies.get()).value] == [reply.id]
    await answer.soft_delete.post()
    gone = await answer.get()
    assert gone.deleted_date_time and gone.body.content == "", gone
    await answer.undo_soft_delete.post()
    assert (await answer.get()).body.content == "A reply"
    await one.soft_delete.post()
    assert (await one.get()).deleted_date_time
    await one.undo_soft_delete.post()
    back = await one.get()
    assert back.deleted_date_time is None and back.body.content == "Other words", back


async def keep_what_hangs_on_a_message(at):
    graph = at.as_person()
    messages = (await general(graph)).messages
    card = json.dumps({"type": "AdaptiveCard", "version": "1.4", "body": []})
    mark = '<attachment id="card1"></attachment>'
    sent = await messages.post(html(f"See {mark}", attachments=[ChatMessageAttachment(
        id="card1", content_type="application/vnd.microsoft.card.adaptive", content=card)]))
    one = messages.by_chat_message_id(sent.id)
    await one.patch(html(f"See this {mark}"))
    changed = await one.get()
    assert [found.id for found in changed.attachments] == ["card1"], changed.attachments
    assert changed.attachments[0].content == card, changed.attachments[0]
    await one.patch(html("See nothing", attachments=[]))
    assert (await one.get()).attachments == []


async def react_to_a_message(at):
    graph = at.as_person()
    me = await graph.me.get()
    chat = await group(graph, "adele")
    messages = graph.users.by_user_id(me.id).chats.by_chat_id(chat.id).messages
    sent = await graph.chats.by_chat_id(chat.id).messages.post(text("React"))
    one = messages.by_chat_message_id(sent.id)
    await one.set_reaction.post(SetReactionPostRequestBody(reaction_type="💘"))
    reaction = (await one.get()).reactions[0]
    assert reaction.reaction_type == "💘" and reaction.user.user.id == me.id, reaction
    assert isinstance(reaction.user.user, TeamworkUserIdentity), reaction.user.user
    assert reaction.user.user.user_identity_type == TeamworkUserIdentityType.AadUser
    await one.unset_reaction.post(UnsetReactionPostRequestBody(reaction_type="💘"))
    assert (await one.get()).reactions == []


async def delete_a_message_of_a_chat(at):
    graph = at.as_person()
    me, chat = await graph.me.get(), await group(graph, "adele")
    sent = await graph.chats.by_chat_id(chat.id).messages.post(text("Soon gone"))
    one = (graph.users.by_user_id(me.id).chats.by_chat_id(chat.id)
           .messages.by_chat_message_id(sent.id))
    await one.soft_delete.post()
    assert (await one.get()).deleted_date_time
    await one.undo_soft_delete.post()
    assert (await one.get()).body.content == "Soon gone"
    # Graph has the action below the person only.
    await refused(
        graph.chats.by_chat_id(chat.id).messages.by_chat_message_id(sent.id).soft_delete.post(),
        405)


async def send_a_picture(at):
    graph = at.as_person()
    chat = graph.chats.by_chat_id((await group(graph, "adele")).id)
    for messages in (chat.messages, (await general(graph)).messages):
        sent = await messages.post(html(
            '<p>Look: <img src="../hostedContents/1/$value"></p>',
            hosted_contents=[ChatMessageHostedContent(
                content_bytes=PICTURE, content_type="image/png",
                additional_data={"@microsoft.graph.temporaryId": "1"})]))
        hosted = messages.by_chat_message_id(sent.id).hosted_contents
        found = (await hosted.get()).value
        assert len(found) == 1 and found[0].id in sent.body.content, sent.body
        one = hosted.by_chat_message_hosted_content_id(found[0].id)
        assert (await one.get()).id == found[0].id
        assert await one.content.get() == PICTURE


async def quote_a_message(at):
    graph = at.as_person()
    chat = graph.chats.by_chat_id((await group(graph, "adele")).id)
    first = await chat.messages.post(text("What was said"))
    quote = await chat.messages.reply_with_quote.post(ReplyWithQuotePostRequestBody(
        message_ids=[first.id], reply_message=html("And the answer")))
    attachment = quote.attachments[0]
    assert attachment.content_type == "messageReference" and attachment.id == first.id, attachment
    content = json.loads(attachment.content)
    assert content["messagePreview"] == "What was said", content
    assert content["messageSender"]["user"]["displayName"] == "Megan Bowen", content
    assert f'<attachment id="{first.id}">' in quote.body.content, quote.body


SCENARIOS = [
    mention_somebody, change_a_message, keep_what_hangs_on_a_message, react_to_a_message,
    delete_a_message_of_a_chat, send_a_picture, quote_a_message,
]
