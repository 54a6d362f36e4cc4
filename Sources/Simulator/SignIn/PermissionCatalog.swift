/// The permissions that Microsoft Graph publishes: which exist, for whom, and who may grant them.
enum PermissionCatalog {
  /// The scopes of OpenID Connect, which every app may ask for.
  static let openID = names("openid profile email offline_access")

  /// Delegated permissions to which every person may consent.
  static let open = names(
    """
    Acronym.Read.All AppCatalog.Read.All AppCatalog.Submit Bookmark.Read.All Calendars.Read
    Calendars.ReadWrite Channel.ReadBasic.All ChannelMessage.Send Chat.Create Chat.Read
    Chat.ReadBasic Chat.ReadWrite Chat.ReadWrite.All ChatMessage.Send Files.Read
    Files.Read.All Files.ReadWrite Files.ReadWrite.All LicenseAssignment.Read.All
    LicenseAssignment.ReadWrite.All Mail.Read MailboxSettings.Read MailboxSettings.ReadWrite
    OnlineMeetingArtifact.Read.All OnlineMeetings.Read OnlineMeetings.ReadWrite Presence.Read
    Presence.Read.All Presence.ReadWrite QnA.Read.All
    ResourceSpecificPermissionGrant.ReadForChat ResourceSpecificPermissionGrant.ReadForTeam
    Sites.Read.All Sites.ReadWrite.All Team.Create Team.ReadBasic.All TeamsActivity.Send
    TeamsAppInstallation.ReadForChat TeamsAppInstallation.ReadForUser
    TeamsAppInstallation.ReadWriteSelfForUser TeamworkAppSettings.Read.All User.Read
    User.ReadBasic.All User.ReadWrite
    """)

  /// Delegated permissions to which only an administrator may consent.
  static let restricted = names(
    """
    AdministrativeUnit.Read.All AdministrativeUnit.ReadWrite.All AgentIdUser.ReadWrite.All
    AgentIdUser.ReadWrite.IdentityParentedBy AgentIdentity.DeleteRestore.All
    AgentIdentityBlueprint.DeleteRestore.All AgentIdentityBlueprintPrincipal.DeleteRestore.All
    AppCatalog.ReadWrite.All AppRegistration.Create AppRoleAssignment.ReadWrite.All
    Application.Read.All Application.ReadWrite.All AuditLog.Read.All Calendars.ReadBasic
    CallRecordings.Read.All CallTranscripts.Read.All Channel.Create Channel.Delete.All
    ChannelMember.Read.All ChannelMember.ReadWrite.All ChannelMessage.Read.All
    ChannelMessage.ReadWrite ChannelSettings.Read.All ChannelSettings.ReadWrite.All
    Chat.ManageDeletion.All ChatMember.Read ChatMember.ReadWrite
    CustomSecAttributeDefinition.Read.All CustomSecAttributeDefinition.ReadWrite.All
    DelegatedPermissionGrant.ReadWrite.All Device.Read.All DeviceManagementApps.Read.All
    DeviceManagementApps.ReadWrite.All DeviceManagementConfiguration.Read.All
    DeviceManagementConfiguration.ReadWrite.All DeviceManagementManagedDevices.Read.All
    DeviceManagementManagedDevices.ReadWrite.All DeviceManagementServiceConfig.Read.All
    DeviceManagementServiceConfig.ReadWrite.All Directory.AccessAsUser.All Directory.Read.All
    Directory.ReadWrite.All Domain-InternalFederation.Read.All
    Domain-InternalFederation.ReadWrite.All Domain.Read.All Domain.ReadWrite.All
    EngagementMeetingConversation.Read.All EntraBackup.Read.All EntraBackup.ReadWrite.Preview
    EntraBackup.ReadWrite.Recovery ExternalItem.Read.All Group-NestingSupport.ReadWrite.All
    Group-OnPremisesSyncBehavior.ReadWrite.All Group-PreferredDataLocation.ReadWrite.All
    Group-XTenantIdentitySync.Read.All Group.ManageProtection.All Group.Read.All
    Group.ReadBasic.All Group.ReadWrite.All GroupMember.Read.All GroupMember.ReadBasic.All
    GroupMember.ReadWrite.All GroupSettings.Read.All GroupSettings.ReadWrite.All
    IdentityProvider.Read.All IdentityProvider.ReadWrite.All IdentityRiskyUser.ReadWrite.All
    OnPremDirectorySynchronization.Read.All OnPremDirectorySynchronization.ReadWrite.All
    OnlineMeetingRecording.Read.All OnlineMeetingTranscript.Read.All Organization.Read.All
    Organization.ReadWrite.All OrganizationalBranding.Read.All
    OrganizationalBranding.ReadWrite.All Policy.Read.All
    Policy.Read.ConditionalAccess Policy.ReadWrite.ApplicationConfiguration
    Policy.ReadWrite.Authorization Policy.ReadWrite.ConditionalAccess
    Policy.ReadWrite.PermissionGrant ProfilePhoto.Read.All ProfilePhoto.ReadWrite.All
    PublicKeyInfrastructure.Read.All PublicKeyInfrastructure.ReadWrite.All Reports.Read.All
    ResourceSpecificPermissionGrant.ReadForUser RoleAssignmentSchedule.Read.Directory
    RoleAssignmentSchedule.ReadWrite.Directory RoleAssignmentSchedule.Remove.Directory
    RoleEligibilitySchedule.Read.Directory RoleEligibilitySchedule.ReadWrite.Directory
    RoleEligibilitySchedule.Remove.Directory RoleManagement.Read.All
    RoleManagement.Read.Directory RoleManagement.ReadWrite.Directory Schedule.Read.All
    Schedule.ReadWrite.All ServiceHealth.Read.All ServiceMessage.Read.All
    ServiceMessageViewpoint.Write Sites.FullControl.All TeamMember.Read.All
    TeamMember.ReadWrite.All TeamMember.ReadWriteNonOwnerRole.All TeamSettings.Read.All
    TeamSettings.ReadWrite.All TeamsAppInstallation.ManageSelectedForChat
    TeamsAppInstallation.ManageSelectedForTeam TeamsAppInstallation.ManageSelectedForUser
    TeamsAppInstallation.ReadForTeam TeamsAppInstallation.ReadWriteAndConsentForChat
    TeamsAppInstallation.ReadWriteAndConsentForTeam
    TeamsAppInstallation.ReadWriteAndConsentForUser
    TeamsAppInstallation.ReadWriteAndConsentSelfForChat
    TeamsAppInstallation.ReadWriteAndConsentSelfForTeam
    TeamsAppInstallation.ReadWriteAndConsentSelfForUser TeamsAppInstallation.ReadWriteForChat
    TeamsAppInstallation.ReadWriteForTeam TeamsAppInstallation.ReadWriteForUser
    TeamsAppInstallation.ReadWriteSelectedForUser TeamsAppInstallation.ReadWriteSelfForChat
    TeamsAppInstallation.ReadWriteSelfForTeam TeamsPolicyUserAssign.ReadWrite.All
    TeamsTab.Create TeamsTab.Read.All TeamsTab.ReadWrite.All TeamsTab.ReadWriteForChat
    TeamsTab.ReadWriteForTeam TeamsTab.ReadWriteSelfForChat TeamsTab.ReadWriteSelfForTeam
    TeamsTelephoneNumber.Read.All TeamsTelephoneNumber.ReadWrite.All
    TeamsUserConfiguration.Read.All Teamwork.Read.All TeamworkAppSettings.ReadWrite.All
    TeamworkTag.Read TeamworkTag.ReadWrite TeamworkTargetedMessage.ReadWrite
    TenantGovernance-Invitation.Read.All TenantGovernance-Invitation.ReadWrite.All
    TenantGovernance-PolicyTemplate.Read.All TenantGovernance-PolicyTemplate.ReadWrite.All
    TenantGovernance-RelatedTenant.Read.All TenantGovernance-RelatedTenant.ReadWrite.All
    TenantGovernance-Relationship.Read.All TenantGovernance-Relationship.ReadWrite.All
    TenantGovernance-Request.Read.All TenantGovernance-Request.ReadWrite.All
    TenantGovernance-Setting.Read.All TenantGovernance-Setting.ReadWrite.All
    User-Mail.ReadWrite.All User-OnPremisesSyncBehavior.ReadWrite.All
    User-PasswordProfile.ReadWrite.All User-Phone.ReadWrite.All User.DeleteRestore.All
    User.EnableDisableAccount.All User.Export.All User.ManageIdentities.All User.Read.All
    User.ReadWrite.All User.RevokeSessions.All UserAuthMethod-MicrosoftAuthApp.Read
    UserAuthMethod-MicrosoftAuthApp.Read.All UserAuthMethod-MicrosoftAuthApp.ReadWrite
    UserAuthMethod-MicrosoftAuthApp.ReadWrite.All UserAuthenticationMethod.Read
    UserAuthenticationMethod.Read.All UserAuthenticationMethod.ReadWrite
    UserAuthenticationMethod.ReadWrite.All UserTeamwork.Read VirtualAppointment.Read
    VirtualAppointment.ReadWrite VirtualAppointmentNotification.Send
    WorkforceIntegration.Read.All WorkforceIntegration.ReadWrite.All
    """)

  /// Permissions that an app can hold on its own.
  static let application = names(
    """
    AdministrativeUnit.Read.All AdministrativeUnit.ReadWrite.All AgentIdUser.ReadWrite.All
    AgentIdUser.ReadWrite.IdentityParentedBy AgentIdentity.DeleteRestore.All
    AgentIdentityBlueprint.DeleteRestore.All AgentIdentityBlueprintPrincipal.DeleteRestore.All
    AppCatalog.Read.All AppCatalog.ReadWrite.All AppRegistration.Create
    AppRoleAssignment.ReadWrite.All Application.Read.All Application.ReadWrite.All
    Application.ReadWrite.OwnedBy AuditLog.Read.All Calendars.Read Calendars.ReadBasic
    Calendars.ReadWrite CallRecord-PstnCalls.Read.All CallRecordings.Read.All
    CallRecords.Read.All CallTranscripts.Read.All Calls.AccessMedia.All Calls.Initiate.All
    Calls.InitiateGroupCall.All Calls.JoinGroupCall.All Calls.JoinGroupCallAsGuest.All
    Calls.JoinGroupCallasGuest.All Channel.Create Channel.Delete.All Channel.ReadBasic.All
    ChannelMember.Read.All ChannelMember.ReadWrite.All ChannelMessage.Read.All
    ChannelMessage.UpdatePolicyViolation.All ChannelSettings.Read.All
    ChannelSettings.ReadWrite.All Chat.Create Chat.ManageDeletion.All Chat.Read.All
    Chat.ReadBasic.All Chat.ReadBasic.WhereInstalled Chat.ReadWrite.All
    Chat.UpdatePolicyViolation.All ChatMember.Read.All ChatMember.ReadWrite.All
    ChatMessage.Read.All CustomSecAttributeDefinition.Read.All
    CustomSecAttributeDefinition.ReadWrite.All DelegatedPermissionGrant.ReadWrite.All
    Device.Read.All Device.ReadWrite.All DeviceManagementApps.Read.All
    DeviceManagementApps.ReadWrite.All DeviceManagementConfiguration.Read.All
    DeviceManagementConfiguration.ReadWrite.All DeviceManagementManagedDevices.Read.All
    DeviceManagementManagedDevices.ReadWrite.All DeviceManagementServiceConfig.Read.All
    DeviceManagementServiceConfig.ReadWrite.All Directory.Read.All Directory.ReadWrite.All
    Domain-InternalFederation.Read.All Domain-InternalFederation.ReadWrite.All Domain.Read.All
    Domain.ReadWrite.All EngagementMeetingConversation.Read.All EntraBackup.Read.All
    ExternalItem.Read.All File.Read.Group Files.Read.All Files.ReadWrite.All
    Group-NestingSupport.ReadWrite.All Group-OnPremisesSyncBehavior.ReadWrite.All
    Group-PreferredDataLocation.ReadWrite.All Group-XTenantIdentitySync.Read.All Group.Create
    Group.ManageProtection.All Group.Read.All Group.ReadBasic.All Group.ReadWrite.All
    GroupMember.Read.All GroupMember.ReadBasic.All GroupMember.ReadWrite.All
    GroupSettings.Read.All GroupSettings.ReadWrite.All IdentityProvider.Read.All
    IdentityProvider.ReadWrite.All IdentityRiskEvent.ReadWrite.All
    IdentityRiskyUser.ReadWrite.All LicenseAssignment.Read.All LicenseAssignment.ReadWrite.All
    Mail.Read MailboxSettings.Read MailboxSettings.ReadWrite
    OnPremDirectorySynchronization.Read.All OnPremDirectorySynchronization.ReadWrite.All
    OnlineMeetingArtifact.Read.All OnlineMeetingRecording.Read.All
    OnlineMeetingTranscript.Read.All OnlineMeetings.Read.All OnlineMeetings.ReadWrite.All
    Organization.Read.All Organization.ReadWrite.All OrganizationalBranding.Read.All
    OrganizationalBranding.ReadWrite.All Policy.Read.All
    Policy.Read.ConditionalAccess Policy.ReadWrite.ApplicationConfiguration
    Policy.ReadWrite.Authorization Policy.ReadWrite.ConditionalAccess
    Policy.ReadWrite.PermissionGrant Presence.Read.All Presence.ReadWrite.All
    ProfilePhoto.Read.All ProfilePhoto.ReadWrite.All PublicKeyInfrastructure.Read.All
    PublicKeyInfrastructure.ReadWrite.All Reports.Read.All
    ResourceSpecificPermissionGrant.ReadForChat.All
    ResourceSpecificPermissionGrant.ReadForTeam.All
    ResourceSpecificPermissionGrant.ReadForUser.All RoleAssignmentSchedule.Read.Directory
    RoleAssignmentSchedule.ReadWrite.Directory RoleAssignmentSchedule.Remove.Directory
    RoleEligibilitySchedule.Read.Directory RoleEligibilitySchedule.ReadWrite.Directory
    RoleEligibilitySchedule.Remove.Directory RoleManagement.Read.All
    RoleManagement.Read.Directory RoleManagement.ReadWrite.Directory Schedule.Read.All
    Schedule.ReadWrite.All ServiceHealth.Read.All ServiceMessage.Read.All
    Sites.FullControl.All Sites.Read.All Sites.ReadWrite.All Team.Create Team.ReadBasic.All
    TeamMember.Read.All TeamMember.ReadWrite.All TeamMember.ReadWriteNonOwnerRole.All
    TeamSettings.Read.All TeamSettings.ReadWrite.All TeamsActivity.Send TeamsApp.Read.Group
    TeamsAppInstallation.ManageSelectedForChat.All
    TeamsAppInstallation.ManageSelectedForTeam.All
    TeamsAppInstallation.ManageSelectedForUser.All TeamsAppInstallation.Read.All
    TeamsAppInstallation.ReadForChat.All TeamsAppInstallation.ReadForTeam.All
    TeamsAppInstallation.ReadForUser.All TeamsAppInstallation.ReadWriteAndConsentForChat.All
    TeamsAppInstallation.ReadWriteAndConsentForTeam.All
    TeamsAppInstallation.ReadWriteAndConsentForUser.All
    TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All
    TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All
    TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All
    TeamsAppInstallation.ReadWriteForChat.All TeamsAppInstallation.ReadWriteForTeam.All
    TeamsAppInstallation.ReadWriteForUser.All
    TeamsAppInstallation.ReadWriteSelectedForUser.All
    TeamsAppInstallation.ReadWriteSelfForChat.All TeamsAppInstallation.ReadWriteSelfForTeam
    TeamsAppInstallation.ReadWriteSelfForTeam.All
    TeamsAppInstallation.ReadWriteSelfForUser.All TeamsPolicyUserAssign.ReadWrite.All
    TeamsTab.Create TeamsTab.Read.All TeamsTab.ReadWrite.All TeamsTab.ReadWriteForChat
    TeamsTab.ReadWriteForChat.All TeamsTab.ReadWriteForTeam.All
    TeamsTab.ReadWriteSelfForChat.All TeamsTab.ReadWriteSelfForTeam.All
    TeamsTelephoneNumber.Read.All TeamsTelephoneNumber.ReadWrite.All
    TeamsUserConfiguration.Read.All Teamwork.Migrate.All Teamwork.Read.All
    TeamworkAppSettings.Read.All TeamworkAppSettings.ReadWrite.All TeamworkTag.Read.All
    TeamworkTag.ReadWrite.All TeamworkTargetedMessage.Read.All
    TenantGovernance-Invitation.Read.All TenantGovernance-PolicyTemplate.Read.All
    TenantGovernance-RelatedTenant.Read.All TenantGovernance-Relationship.Read.All
    TenantGovernance-Request.Read.All TenantGovernance-Setting.Read.All
    User-Mail.ReadWrite.All User-OnPremisesSyncBehavior.ReadWrite.All
    User-PasswordProfile.ReadWrite.All User-Phone.ReadWrite.All User.DeleteRestore.All
    User.EnableDisableAccount.All User.Export.All User.ManageIdentities.All User.Read.All
    User.ReadBasic.All User.ReadWrite.All User.ReadWrite.CrossCloud User.RevokeSessions.All
    UserAuthMethod-MicrosoftAuthApp.Read.All UserAuthMethod-MicrosoftAuthApp.ReadWrite.All
    UserAuthenticationMethod.Read.All UserAuthenticationMethod.ReadWrite.All
    UserTeamwork.Read.All VirtualAppointment.Read.All VirtualAppointment.ReadWrite.All
    VirtualAppointmentNotification.Send WorkforceIntegration.Read.All
    WorkforceIntegration.ReadWrite.All
    """)

  /// Every delegated permission by its lower-case name.
  static let delegated = Dictionary(
    (openID + open + restricted).map { ($0.lowercased(), $0) }, uniquingKeysWith: { $1 })

  /// Reads lines of a name and an id.
  static func ids(_ list: String) -> [String: String] {
    var ids: [String: String] = [:]
    for line in list.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      if parts.count == 2 { ids[parts[0]] = parts[1] }
    }
    return ids
  }

  private static func names(_ list: String) -> [String] {
    list.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
