/// The requests of Graph v1.0 that are about Teams, people, groups and chats: what `graph` completes.
///
/// After Microsoft's published description. Each line is one segment of a path, deeper by two spaces than
/// the one it stands under, with the methods that the path down to it takes. A segment in braces is an id.
/// Behind `me` stands what stands behind a user's id.
enum GraphPathTable {
  static let text = #"""
    appCatalogs
      teamsApps GET POST
        {app} DELETE
          appDefinitions POST
            {teamsAppDefinition} PATCH DELETE
    applications GET POST
    chats GET POST
      getAllMessages GET
      {chat} GET PATCH DELETE
        hideForUser POST
        installedApps GET POST
          {installation} GET DELETE
            upgrade POST
        markChatReadForUser POST
        markChatUnreadForUser POST
        members GET POST
          add POST
          remove POST
          {member} GET DELETE
        messages GET POST
          delta GET
          replyWithQuote POST
          {message} GET PATCH
            hostedContents GET
              {chatMessageHostedContent} GET
            replies
              delta GET
              replyWithQuote POST
            setReaction POST
            softDelete POST
            undoSoftDelete POST
            unsetReaction POST
        permissionGrants GET
        pinnedMessages GET POST
          {pinnedChatMessageInfo} DELETE
        removeAllAccessForUser POST
        sendActivityNotification POST
        tabs GET POST
          {tab} GET PATCH DELETE
        unhideForUser POST
    communications
      callRecords GET
        {call} GET
          sessions GET
      getPresencesByUserId POST
      presences GET
        {presence} GET
    domains GET POST
      {domain} GET PATCH DELETE
    groups GET POST
      delta GET
      getByIds POST
      {group} GET PATCH DELETE
        drive GET
        memberOf GET
          microsoft.graph.group GET
          {object}
            microsoft.graph.group GET
        members GET
          microsoft.graph.user GET
          {object}
            microsoft.graph.user GET
            $ref DELETE
          $ref GET POST DELETE
        owners GET
          {object}
            $ref DELETE
          $ref GET POST DELETE
        permissionGrants GET
        photo GET PATCH DELETE
          $value GET PUT
        renew POST
        restore POST
        settings GET POST
          {groupSetting} GET PATCH DELETE
        team GET PUT
        transitiveMembers GET
          microsoft.graph.group GET
          microsoft.graph.user GET
          {object}
            microsoft.graph.group GET
            microsoft.graph.user GET
      $count GET
    me GET PATCH DELETE
    organization GET
      delta GET
      getByIds POST
      {organization} GET PATCH
    servicePrincipals GET POST
    subscribedSkus GET
      {subscribedSku} GET
    subscriptions GET POST
      getVapidPublicKey GET
      {subscription} GET PATCH DELETE
    teams GET POST
      {team} GET PATCH
        allChannels GET
        archive POST
        channels GET POST
          getAllMessages GET
          {channel} GET PATCH DELETE
            allMembers GET
              add POST
              remove POST
              {member} GET
            archive POST
            enabledApps GET
              {app} GET
            filesFolder GET
            members GET POST
              add POST
              remove POST
              {member} GET PATCH DELETE
            messages GET POST
              delta GET
              replyWithQuote POST
              {message} GET PATCH
                hostedContents GET
                replies GET POST
                  delta GET
                  replyWithQuote POST
                  {reply} GET PATCH
                setReaction POST
                softDelete POST
                undoSoftDelete POST
                unsetReaction POST
            provisionEmail POST
            removeEmail POST
            sharedWithTeams GET
              {sharedWithChannelTeamInfo} GET DELETE
                allowedMembers GET
            tabs GET POST
              {tab} GET PATCH DELETE
            unarchive POST
        clone POST
        incomingChannels GET
        installedApps GET POST
          {installation} GET DELETE
            upgrade POST
        members GET POST
          add POST
          remove POST
          {member} GET PATCH DELETE
        operations
          {teamsAsyncOperation} GET
        permissionGrants GET
        photo GET PATCH
          $value GET PUT
        primaryChannel GET
        schedule GET PUT
          dayNotes GET POST
          offerShiftRequests GET POST
          openShiftChangeRequests GET POST
          openShifts GET POST
          schedulingGroups GET POST
          share POST
          shifts GET POST
          swapShiftsChangeRequests GET POST
          timeCards GET POST
          timeOffReasons GET POST
          timeOffRequests GET POST
          timesOff GET POST
        sendActivityNotification POST
        tags GET POST
          {tag} GET PATCH DELETE
            members GET POST
              {member} GET DELETE
        unarchive POST
    teamwork GET
      deletedChats
        {deletedChat} GET
          undoDelete POST
      deletedTeams GET
        {deletedTeam}
          channels
            getAllMessages GET
            getAllRetainedMessages GET
      sendActivityNotificationToRecipients POST
      teamsAppSettings GET PATCH
      workforceIntegrations GET POST
        {workforceIntegration} GET PATCH DELETE
    users GET POST
      delta GET
      getByIds POST
      {user} GET PATCH DELETE
        chats GET
          getAllMessages GET
          {chat} GET
        directReports GET
        joinedTeams GET
        licenseDetails GET
          getTeamsLicensingDetails GET
        manager GET
          $ref GET PUT DELETE
        memberOf GET
          microsoft.graph.group GET
          {object} GET
            microsoft.graph.group GET
        onlineMeetings GET POST
          createOrGet POST
          {meeting} GET PATCH DELETE
            attendanceReports GET
              {meetingAttendanceReport} GET
            attendeeReport GET
            getVirtualAppointmentJoinWebUrl GET
            recordings GET
              {callRecording} GET
            sendVirtualAppointmentReminderSms POST
            sendVirtualAppointmentSms POST
            transcripts GET
              {callTranscript} GET
        ownedObjects GET
        photo GET PATCH DELETE
          $value GET PUT
        presence GET
          clearAutomaticLocation POST
          clearLocation POST
          clearPresence POST
          clearUserPreferredPresence POST
          setAutomaticLocation POST
          setManualLocation POST
          setPresence POST
          setStatusMessage POST
          setUserPreferredPresence POST
        revokeSignInSessions POST
        teamwork GET
          associatedTeams GET
          installedApps GET POST
            {userScopeTeamsAppInstallation} GET DELETE
              chat GET
          sendActivityNotification POST
        transitiveMemberOf GET
      $count GET
    $batch POST
    """#
}
