"""Apps, meetings, presence and calls."""

import datetime

from msgraph.generated.communications.get_presences_by_user_id.get_presences_by_user_id_post_request_body import (  # noqa: E501
    GetPresencesByUserIdPostRequestBody,
)
from msgraph.generated.models.body_type import BodyType
from msgraph.generated.models.call import Call
from msgraph.generated.models.call_direction import CallDirection
from msgraph.generated.models.call_state import CallState
from msgraph.generated.models.date_time_time_zone import DateTimeTimeZone
from msgraph.generated.models.identity import Identity
from msgraph.generated.models.identity_set import IdentitySet
from msgraph.generated.models.invitation_participant_info import InvitationParticipantInfo
from msgraph.generated.models.item_body import ItemBody
from msgraph.generated.models.modality import Modality
from msgraph.generated.models.online_meeting import OnlineMeeting
from msgraph.generated.models.online_meeting_presenters import OnlineMeetingPresenters
from msgraph.generated.models.presence_status_message import PresenceStatusMessage
from msgraph.generated.models.service_hosted_media_config import ServiceHostedMediaConfig
from msgraph.generated.models.teams_app_installation import TeamsAppInstallation
from msgraph.generated.teams.item.installed_apps.installed_apps_request_builder import (
    InstalledAppsRequestBuilder,
)
from msgraph.generated.app_catalogs.teams_apps.teams_apps_request_builder import (
    TeamsAppsRequestBuilder,
)
from msgraph.generated.users.item.online_meetings.item.attendance_reports.item.meeting_attendance_report_item_request_builder import (  # noqa: E501
    MeetingAttendanceReportItemRequestBuilder,
)
from msgraph.generated.users.item.online_meetings.online_meetings_request_builder import (
    OnlineMeetingsRequestBuilder,
)
from msgraph.generated.users.item.presence.set_presence.set_presence_post_request_body import (
    SetPresencePostRequestBody,
)
from msgraph.generated.users.item.presence.set_status_message.set_status_message_post_request_body import (  # noqa: E501
    SetStatusMessagePostRequestBody,
)

from chats import group
from clients import asking, people, refused, team_named

Reports = MeetingAttendanceReportItemRequestBuilder
Meetings = OnlineMeetingsRequestBuilder


async def install_apps(at):
    graph = at.as_person()
    query = TeamsAppsRequestBuilder.TeamsAppsRequestBuilderGetQueryParameters(
        filter="displayName eq 'Forms'")
    app = (await graph.app_catalogs.teams_apps.get(request_configuration=asking(query))).value[0]
    wanted = TeamsAppInstallation(additional_data={
        "teamsApp@odata.bind": f"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{app.id}"})
    expanded = asking(
        InstalledAppsRequestBuilder.InstalledAppsRequestBuilderGetQueryParameters(
            expand=["teamsApp", "teamsAppDefinition"]))
    places = [
        graph.teams.by_team_id((await team_named(graph, "Contoso IT")).id).installed_apps,
        graph.chats.by_chat_id((await group(graph, "adele")).id).installed_apps]
    for installed in places:
        await installed.post(wanted)
        await refused(installed.post(wanted), 409)
        found = (await installed.get(request_configuration=expanded)).value
        one = next(one for one in found if one.teams_app.id == app.id)
        assert one.teams_app.display_name == "Forms", one
        assert one.teams_app_definition.version, one
        await installed.by_teams_app_installation_id(one.id).delete()
        left = (await installed.get(request_configuration=expanded)).value
        assert all(other.teams_app.id != app.id for other in left), left


async def hold_a_meeting(at):
    graph = at.as_person()
    start = datetime.datetime(2026, 1, 12, 9, tzinfo=datetime.timezone.utc)
    made = await graph.me.online_meetings.post(OnlineMeeting(
        subject="Made by msgraph-sdk", start_date_time=start,
        end_date_time=start + datetime.timedelta(hours=1),
        allowed_presenters=OnlineMeetingPresenters.Organizer))
    assert made.start_date_time == start and made.join_web_url, made
    assert made.allowed_presenters == OnlineMeetingPresenters.Organizer, made
    assert made.participants.organizer.upn == at.facts["admin"], made.participants
    assert made.chat_info.thread_id.startswith("19:meeting_"), made.chat_info
    assert made.join_meeting_id_settings.join_meeting_id.isdigit(), made
    query = Meetings.OnlineMeetingsRequestBuilderGetQueryParameters(
        filter=f"JoinWebUrl eq '{made.join_web_url}'")
    found = (await graph.me.online_meetings.get(request_configuration=asking(query))).value
    assert [one.id for one in found] == [made.id], found
    meeting = graph.me.online_meetings.by_online_meeting_id(made.id)
    assert (await meeting.get()).subject == "Made by msgraph-sdk"
    changed = await meeting.patch(OnlineMeeting(subject="Another subject"))
    assert changed.subject == "Another subject" and changed.join_web_url == made.join_web_url
    assert not (await meeting.attendance_reports.get()).value
    await meeting.delete()
    await refused(meeting.get(), 404)


async def see_who_came(at):
    graph = at.as_person()
    query = type(graph.chats).ChatsRequestBuilderGetQueryParameters(
        filter="topic eq 'Weekly IT sync'")
    chat = (await graph.chats.get(request_configuration=asking(query))).value[0]
    query = Meetings.OnlineMeetingsRequestBuilderGetQueryParameters(
        filter=f"JoinWebUrl eq '{chat.online_meeting_info.join_web_url}'")
    found = (await graph.me.online_meetings.get(request_configuration=asking(query))).value
    reports = graph.me.online_meetings.by_online_meeting_id(found[0].id).attendance_reports
    listed = (await reports.get()).value
    assert len(listed) == 3 and all(one.total_participant_count for one in listed), listed
    expanded = asking(Reports.MeetingAttendanceReportItemRequestBuilderGetQueryParameters(
        expand=["attendanceRecords"]))
    report = await reports.by_meeting_attendance_report_id(listed[0].id).get(
        request_configuration=expanded)
    assert report.meeting_start_date_time < report.meeting_end_date_time, report
    assert len(report.attendance_records) == report.total_participant_count, report
    record = report.attendance_records[0]
    assert record.email_address and record.identity.display_name and record.role, record
    interval = record.attendance_intervals[0]
    length = interval.leave_date_time - interval.join_date_time
    assert int(length.total_seconds()) == record.total_attendance_in_seconds, record


async def see_presences(at):
    graph = at.as_person()
    me, adele, alex = await people(graph, "megan", "adele", "alex")
    answer = await graph.communications.get_presences_by_user_id.post(
        GetPresencesByUserIdPostRequestBody(ids=[adele.id, alex.id]))
    assert {one.id for one in answer.value} == {adele.id, alex.id}, answer
    assert all(one.availability and one.activity for one in answer.value), answer
    presence = graph.users.by_user_id(me.id).presence
    await presence.set_presence.post(SetPresencePostRequestBody(
        session_id=at.facts["clientId"], availability="Busy", activity="InACall",
        expiration_duration="PT1H"))
    await presence.set_status_message.post(SetStatusMessagePostRequestBody(
        status_message=PresenceStatusMessage(
            message=ItemBody(content_type=BodyType.Text, content="In the server room"),
            expiry_date_time=DateTimeTimeZone(
                date_time="2099-10-18T17:05:33.2079781", time_zone="Pacific Standard Time"))))
    found = await graph.me.presence.get()
    assert (found.availability, found.activity) == ("Busy", "InACall"), found
    assert found.status_message.message.content == "In the server room", found
    assert found.status_message.message.content_type == BodyType.Text, found
    assert found.status_message.expiry_date_time.date_time.startswith("2099-10-18T17:05:33")
    assert found.status_message.published_date_time.tzinfo is not None, found
    assert found.out_of_office_settings.is_out_of_office is False, found
    seen = await at.as_app().users.by_user_id(me.id).presence.get()
    assert seen.status_message.message.content == "In the server room", seen
    assert seen.status_message.expiry_date_time is None, seen
    assert seen.status_message.published_date_time is None, seen


async def ring_somebody(at):
    graph = at.as_app()
    person = await people(graph, "adele")
    wanted = Call(
        callback_uri="https://bot.contoso.com/callback", tenant_id=at.facts["tenantId"],
        requested_modalities=[Modality.Audio], media_config=ServiceHostedMediaConfig(),
        targets=[InvitationParticipantInfo(
            odata_type="#microsoft.graph.invitationParticipantInfo",
            identity=IdentitySet(
                odata_type="#microsoft.graph.identitySet",
                user=Identity(odata_type="#microsoft.graph.identity", id=person.id)))])
    made = await graph.communications.calls.post(wanted)
    assert made.state == CallState.Establishing and made.direction == CallDirection.Outgoing, made
    assert made.targets[0].identity.user.id == person.id, made.targets
    assert isinstance(made.media_config, ServiceHostedMediaConfig), made.media_config
    call = graph.communications.calls.by_call_id(made.id)
    assert (await call.get()).call_chain_id == made.call_chain_id
    await call.delete()
    await refused(call.get(), 404)
    await refused(at.as_person().communications.calls.post(wanted), 412)


SCENARIOS = [install_apps, hold_a_meeting, see_who_came, see_presences, ring_somebody]
