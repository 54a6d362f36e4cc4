"""Files: sent whole or in ranges, shared with people, and read by their addresses."""

import base64
import io
import logging
import uuid

from kiota_abstractions.api_error import APIError
from msgraph.generated.drives.item.items.item.create_link.create_link_post_request_body import (
    CreateLinkPostRequestBody,
)
from msgraph.generated.drives.item.items.item.create_upload_session.create_upload_session_post_request_body import (  # noqa: E501
    CreateUploadSessionPostRequestBody,
)
from msgraph.generated.drives.item.items.item.invite.invite_post_request_body import (
    InvitePostRequestBody,
)
from msgraph.generated.models.drive_item import DriveItem
from msgraph.generated.models.drive_item_uploadable_properties import (
    DriveItemUploadableProperties,
)
from msgraph.generated.models.drive_recipient import DriveRecipient
from msgraph_core.tasks.large_file_upload import LargeFileUploadTask

from clients import people, team_named

UNIT = 320 * 1024


def share(address):
    """The id by which Graph finds what a browser shows at an address."""
    return "u!" + base64.urlsafe_b64encode(address.encode()).decode().rstrip("=")


async def send_a_small_file(at):
    graph = at.as_person()
    team = graph.teams.by_team_id((await team_named(graph, "Contoso IT")).id)
    channel = team.channels.by_channel_id((await team.channels.get()).value[0].id)
    folder = await channel.files_folder.get()
    assert folder.folder is not None and folder.parent_reference.drive_id, folder
    items = graph.drives.by_drive_id(folder.parent_reference.drive_id).items
    name = f"Plan {uuid.uuid4().hex[:8]}.txt"
    sent = await items.by_drive_item_id(f"{folder.id}:/{name}:").content.put(b"The plan")
    assert sent.name == name and sent.size == 8 and sent.e_tag and sent.web_url, sent
    assert sent.file.mime_type == "text/plain", sent.file
    read = items.by_drive_item_id(sent.id)
    assert (await read.get()).created_by.user.display_name == "Megan Bowen"
    assert await read.content.get() == b"The plan"
    link = await read.create_link.post(CreateLinkPostRequestBody(
        type="view", scope="organization"))
    assert link.link.type == "view" and link.link.web_url.startswith("https://"), link
    changed = await items.by_drive_item_id(sent.id).content.put(b"Another plan")
    assert changed.id == sent.id and changed.size == 12 and changed.e_tag != sent.e_tag, changed


async def send_a_large_file(at):
    graph = at.as_person()
    drive = await graph.me.drive.get()
    items = graph.drives.by_drive_id(drive.id).items
    name = f"Large {uuid.uuid4().hex[:8]}.bin"
    content = bytes(range(256)) * (UNIT * 7 // 1024)
    session = await items.by_drive_item_id(f"root:/{name}:").create_upload_session.post(
        CreateUploadSessionPostRequestBody(item=DriveItemUploadableProperties(
            additional_data={"@microsoft.graph.conflictBehavior": "replace"})))
    assert session.upload_url and session.next_expected_ranges == ["0-"], session
    ranges = []
    task = LargeFileUploadTask(
        session, graph.request_adapter, io.BytesIO(content), DriveItem, max_chunk_size=UNIT)
    # This library sends the last range twice; the upload has ended by then, and its address with it.
    logging.disable(logging.ERROR)
    try:
        await task.upload(ranges.append)
    except APIError as error:
        assert error.response_status_code == 404, error
    finally:
        logging.disable(logging.NOTSET)
    assert ranges, "no range was sent"
    sent = await items.by_drive_item_id(f"root:/{name}:").get()
    assert sent.size == len(content) and sent.name == name, sent
    assert await items.by_drive_item_id(sent.id).content.get() == content


async def share_a_file(at):
    graph, app = at.as_person(), at.as_app()
    drive = await graph.me.drive.get()
    items = graph.drives.by_drive_id(drive.id).items
    name = f"Shared {uuid.uuid4().hex[:8]}.txt"
    sent = await items.by_drive_item_id(f"root:/{name}:").content.put(b"For Adele")
    adele = await people(graph, "adele")
    answer = await items.by_drive_item_id(sent.id).invite.post(InvitePostRequestBody(
        recipients=[DriveRecipient(object_id=adele.id)], roles=["read"],
        require_sign_in=True, send_invitation=False))
    assert answer.value[0].roles == ["read"], answer
    found = await app.shares.by_shared_drive_item_id(share(sent.web_url)).drive_item.get()
    assert found.id == sent.id and found.name == name, found
    at.consent_for_everybody()
    reader = at.as_person("adele@contoso.com")
    found = await reader.shares.by_shared_drive_item_id(share(sent.web_url)).drive_item.get()
    assert found.id == sent.id, found
    assert await reader.drives.by_drive_id(drive.id).items.by_drive_item_id(
        sent.id).content.get() == b"For Adele"


SCENARIOS = [send_a_small_file, send_a_large_file, share_a_file]
