"""Channels of the three kinds, their members, and how they are put away."""

import uuid

from msgraph.generated.models.aad_user_conversation_member import AadUserConversationMember
from msgraph.generated.models.channel import Channel
from msgraph.generated.models.channel_membership_type import ChannelMembershipType
from msgraph.generated.models.teams_async_operation_type import TeamsAsyncOperationType
from msgraph.generated.teams.item.channels.channels_request_builder import ChannelsRequestBuilder
from msgraph.generated.teams.item.channels.item.archive.archive_post_request_body import (
    ArchivePostRequestBody,
)

from clients import asking, end_of_operation, inspection, member, people, refused, team_named


def named(kind, **more):
    return Channel(
        display_name=f"{kind.value} {uuid.uuid4().hex[:8]}", membership_type=kind, **more)


async def team(graph):
    return graph.teams.by_team_id((await team_named(graph, "Contoso IT")).id)


async def find(at_team, name):
    query = ChannelsRequestBuilder.ChannelsRequestBuilderGetQueryParameters(
        filter=f"displayName eq '{name}'")
    found = (await at_team.channels.get(request_configuration=asking(query, newer=True))).value
    assert len(found) == 1, found
    return found[0]


async def create_a_private_channel(at):
    graph = at.as_person()
    there, me = await team(graph), await graph.me.get()
    made = await there.channels.post(
        named(ChannelMembershipType.Private, members=[member(me, "owner")]))
    assert made.membership_type == ChannelMembershipType.Private, made
    await refused(there.channels.post(Channel(
        display_name=made.display_name, membership_type=ChannelMembershipType.Private,
        members=[member(me, "owner")])), 400)
    channel = there.channels.by_channel_id(made.id)
    await channel.patch(Channel(description="Changed by msgraph-sdk"))
    assert (await channel.get()).description == "Changed by msgraph-sdk"
    await channel.delete()
    await refused(channel.get(), 404)


async def create_a_shared_channel(at):
    graph = at.as_person()
    there, owner = await team(graph), await people(graph, "adele")
    wanted, inspected = named(
        ChannelMembershipType.Shared, members=[member(owner, "owner")]), inspection()
    answer = await there.channels.post(wanted, request_configuration=asking(headers=inspected))
    assert answer is None, answer
    ended = await end_of_operation(graph, inspected)
    assert ended.operation_type == TeamsAsyncOperationType.CreateChannel, ended
    made = await find(there, wanted.display_name)
    assert made.membership_type == ChannelMembershipType.Shared, made
    assert made.id in ended.target_resource_location, ended
    plain = await there.channels.by_channel_id(made.id).get()
    assert plain.membership_type == ChannelMembershipType.UnknownFutureValue, plain
    await there.channels.by_channel_id(made.id).delete()


async def change_the_members_of_a_channel(at):
    graph = at.as_person()
    there, me = await team(graph), await graph.me.get()
    made = await there.channels.post(
        named(ChannelMembershipType.Private, members=[member(me, "owner")]))
    members = there.channels.by_channel_id(made.id).members
    colleagues = [
        one for one in (await there.members.get()).value
        if one.user_id != me.id and not one.roles]
    added = await members.post(AadUserConversationMember(roles=[], additional_data={
        "user@odata.bind":
            f"https://graph.microsoft.com/v1.0/users('{colleagues[0].user_id}')"}))
    assert added.user_id == colleagues[0].user_id and added.roles == [], added
    one = members.by_conversation_member_id(added.id)
    owner = await one.patch(AadUserConversationMember(roles=["owner"]))
    assert owner.roles == ["owner"] and owner.id == added.id, owner
    found = (await members.get()).value
    assert {person.user_id for person in found} == {me.id, added.user_id}, found
    assert all(isinstance(person, AadUserConversationMember) for person in found), found
    await one.delete()
    assert [person.user_id for person in (await members.get()).value] == [me.id]
    general = await find(there, "General")
    await refused(
        there.channels.by_channel_id(general.id).members.post(
            member(await people(graph, "adele"))), 400)
    await there.channels.by_channel_id(made.id).delete()


async def archive_a_channel(at):
    graph = at.as_person()
    there = await team(graph)
    made = await there.channels.post(named(ChannelMembershipType.Standard))
    channel = there.channels.by_channel_id(made.id)
    assert made.is_archived is False, made
    inspected = inspection()
    await channel.archive.post(
        ArchivePostRequestBody(should_set_spo_site_read_only_for_members=True),
        request_configuration=asking(headers=inspected))
    ended = await end_of_operation(graph, inspected)
    assert ended.operation_type == TeamsAsyncOperationType.ArchiveChannel, ended
    assert (await channel.get()).is_archived is True
    await refused(channel.patch(Channel(description="No")), 409)
    inspected = inspection()
    await channel.unarchive.post(request_configuration=asking(headers=inspected))
    ended = await end_of_operation(graph, inspected)
    assert ended.operation_type == TeamsAsyncOperationType.UnarchiveChannel, ended
    assert (await channel.get()).is_archived is False
    await channel.delete()


SCENARIOS = [
    create_a_private_channel, create_a_shared_channel, change_the_members_of_a_channel,
    archive_a_channel,
]
