# fish completion of teamsh, generated from the commands' declarations by: make generate

function __teamsh_words -d 'The words that can follow a noun, or begin a line; fails where none can'
    switch "$argv"
        case ''
            printf '%s\t%s\n' \
                'profile' 'Tenants and apps to sign in with.' \
                'team' 'Teams of the tenant.' \
                'channel' 'Channels of a team.' \
                'member' 'Members of a team, channel or chat.' \
                'chat' 'Chats of one, two or more people.' \
                'message' 'Messages in channels and chats.' \
                'app' 'Apps of teams and chats, and the catalogue.' \
                'notify' 'What the bot tells people and channels.' \
                'ask' 'Questions of the bot\'s, and their answers.' \
                'bot' 'The bot, and its messaging endpoint.' \
                'incident' 'What happened, who works on it, and where that is told.' \
                'meeting' 'Online meetings, and who came to them.' \
                'call' 'Calls that an app makes.' \
                'user' 'People and guests of the tenant.' \
                'presence' 'Whether people are there.' \
                'graph' 'Any request to Microsoft Graph.' \
                'permissions' 'What commands need and what the sign-in holds.' \
                'cache' 'What is remembered of the tenant.' \
                'journal' 'The record of all writes.' \
                'history' 'The lines typed before.' \
                'login' 'Sign in.' \
                'logout' 'Forget who is signed in.' \
                'whoami' 'Show who is signed in.' \
                'doctor' 'Find out what is amiss, and what helps.' \
                'use' 'Go to a team, channel, chat or incident.' \
                'context' 'Print where you stand.' \
                'ls' 'List what is where you stand.' \
                'set' 'Show or change settings.' \
                'help' 'Show help.' \
                'apropos' 'Search help.' \
                'alias' 'Show or define aliases.' \
                'unalias' 'Forget aliases.' \
                'type' 'Say what a word stands for.' \
                'source' 'Run a file of commands.' \
                'jobs' 'List what runs in the background.' \
                'wait' 'Wait for jobs, and show their output.' \
                'fg' 'Bring a job into the foreground.' \
                'kill' 'End jobs.' \
                'watch' 'Run a command again and again.' \
                'last-error' 'Show again what failed last.' \
                'edit' 'Edit an earlier line in $VISUAL or $EDITOR.' \
                'clear' 'Clear the screen.' \
                'echo' 'Print words.' \
                'true' 'Succeed.' \
                'false' 'Fail with code 1.' \
                ':' 'Do nothing.' \
                'exit' 'Leave the shell.' \
                'demo' 'Visit a local tenant.' \
                'send-notification' 'Send a notification as the bot.' \
                'teams-send-notification-quick-action' 'Send a notification to a channel as the bot.' \
                'mirror-investigation' 'Mirror an investigation in a channel.' \
                'close-channel' 'Delete a channel.' \
                'microsoft-teams-integration-health' 'Tell whether the services can be used.' \
                'microsoft-teams-auth-test' 'Tell whether a person is signed in.' \
                'microsoft-teams-ring-user' 'Ring somebody, as the app.' \
                'microsoft-teams-add-user-to-channel' 'Add somebody to a private or shared channel.' \
                'microsoft-teams-create-channel' 'Create a channel.' \
                'microsoft-teams-create-meeting' 'Create an online meeting.' \
                'microsoft-teams-user-remove-from-channel' 'Remove somebody from a channel.' \
                'microsoft-teams-channel-user-list' 'List the members of a channel.' \
                'microsoft-teams-chat-create' 'Create a chat with people.' \
                'microsoft-teams-message-send-to-chat' 'Send a message to a chat.' \
                'microsoft-teams-chat-add-user' 'Add people to a group chat.' \
                'microsoft-teams-chat-member-list' 'List the members of a chat.' \
                'microsoft-teams-chat-list' 'List your chats, or show one.' \
                'microsoft-teams-chat-message-list' 'List the messages of a chat, the newest first.' \
                'microsoft-teams-chat-update' 'Rename a group chat.' \
                'microsoft-teams-list-messages' 'List the messages of a channel or chat.' \
                'microsoft-teams-message-update' 'Update a message that the bot has sent.' \
                'microsoft-teams-send-proactive-message' 'Write to somebody first, as the bot.' \
                'microsoft-teams-generate-login-url' 'Make the address of a sign-in.' \
                'microsoft-teams-auth-reset' 'Forget who is signed in.' \
                'microsoft-teams-token-permissions-list' 'List what the sign-in may do.' \
                'microsoft-teams-create-messaging-endpoint' 'Tell the address that the bot listens at.' \
                'microsoft-teams-message-update-policy-violation' 'Mark a message as a violation of a policy.' \
                'MicrosoftTeamsAsk' 'Ask somebody something as the bot.'
        case profile
            printf '%s\t%s\n' \
                'list' 'List the profiles.' \
                'show' 'Show one profile.' \
                'use' 'Start with this profile from now on.' \
                'create' 'Add a profile.' \
                'delete' 'Take a profile away.'
        case team
            printf '%s\t%s\n' \
                'list' 'List the teams of the tenant.' \
                'show' 'Show one team.'
        case channel
            printf '%s\t%s\n' \
                'list' 'List the channels of a team.' \
                'show' 'Show one channel.' \
                'create' 'Create a channel in a team.' \
                'update' 'Change a channel\'s name or description.' \
                'archive' 'Make a channel read-only.' \
                'unarchive' 'Let a channel that was archived change again.' \
                'delete' 'Delete a channel of a team.'
        case member
            printf '%s\t%s\n' \
                'list' 'List the members of a place.' \
                'add' 'Add people to a place.' \
                'update' 'Change the role of a member.' \
                'remove' 'Remove members from a place.'
        case chat
            printf '%s\t%s\n' \
                'list' 'List your chats.' \
                'show' 'Show one chat.' \
                'create' 'Create a chat with people.' \
                'update' 'Change the topic of a group chat.'
        case message
            printf '%s\t%s\n' \
                'list' 'List the messages of a channel or chat.' \
                'show' 'Show one message.' \
                'send' 'Send a message to a channel or chat.' \
                'reply' 'Reply to a message of a channel.' \
                'update' 'Change a message of your own.' \
                'delete' 'Delete a message of your own.' \
                'restore' 'Restore a deleted message of your own.' \
                'react' 'React to a message with an emoji.' \
                'unreact' 'Take a reaction to a message back.' \
                'pin' 'Pin a message to the top of its chat.' \
                'unpin' 'Take a pinned message off the top of its chat.' \
                'export' 'Write channels and chats into files.'
        case app
            printf '%s\t%s\n' \
                'list' 'List the apps of a team, a chat or the catalogue.' \
                'add' 'Add an app to a team or chat.' \
                'remove' 'Remove an app from a team or chat.'
        case notify
            printf '%s\t%s\n' \
                'send' 'Tell a channel or a person something, as the bot.' \
                'person' 'Write to a person first, as the bot.' \
                'update' 'Change what the bot has sent.'
        case ask
            printf '%s\t%s\n' \
                'send' 'Ask a channel or a person, and wait for the answer.' \
                'wait' 'Wait for the answer to a question.' \
                'list' 'List the questions without an answer.' \
                'show' 'Show a question and its answer.'
        case bot
            printf '%s\t%s\n' \
                'show' 'Show who the bot is, and whether it can speak.' \
                'listen' 'Start the bot\'s messaging endpoint.' \
                'status' 'Show how the bot\'s endpoint is doing.' \
                'stop' 'End the bot\'s messaging endpoint.' \
                'endpoint' 'Show the address to enter in Azure.'
        case incident
            printf '%s\t%s\n' \
                'create' 'Open an incident.' \
                'list' 'List the open incidents.' \
                'show' 'Show one incident and its notes.' \
                'note' 'Write a note to an incident.' \
                'update' 'Change what is told of an incident.' \
                'close' 'Close an incident and its channels.' \
                'restore' 'Open a closed incident again.' \
                'mirror' 'Mirror an incident in a channel.' \
                'unmirror' 'Delete the channels of an incident.'
        case meeting
            printf '%s\t%s\n' \
                'list' 'List meetings by their chats.' \
                'show' 'Show one meeting.' \
                'create' 'Create an online meeting.' \
                'delete' 'Delete a meeting.' \
                'attendance' 'List who came to a meeting.'
        case call
            printf '%s\t%s\n' \
                'ring' 'Ring a person in Teams.'
        case user
            printf '%s\t%s\n' \
                'list' 'List the people of the tenant.' \
                'show' 'Show one person.'
        case presence
            printf '%s\t%s\n' \
                'show' 'Show whether people are there.'
        case graph
            printf '%s\t%s\n' \
                'get' 'Get anything from Microsoft Graph.' \
                'post' 'Post anything to Microsoft Graph.' \
                'patch' 'Patch any object of Microsoft Graph.' \
                'put' 'Put any object to Microsoft Graph.' \
                'delete' 'Delete any object of Microsoft Graph.'
        case permissions
            printf '%s\t%s\n' \
                'list' 'List what commands need.' \
                'show' 'Show what the sign-in permits.' \
                'check' 'Compare needs with the sign-in.' \
                'request' 'Ask for what commands need.'
        case cache
            printf '%s\t%s\n' \
                'show' 'Show what is remembered of the tenant.' \
                'refresh' 'Read what is remembered anew.' \
                'clear' 'Forget what is remembered of the tenant.'
        case journal
            printf '%s\t%s\n' \
                'list' 'List what was written to the tenant.' \
                'show' 'Show one write of the journal.'
        case history
            printf '%s\t%s\n' \
                'list' 'List the lines typed before.' \
                'delete' 'Forget the lines that hold a text.' \
                'clear' 'Forget all lines typed before.' \
                'private' 'Keep what is typed out of the history, or not.'
        case '*'
            return 1
    end
end

function __teamsh_canonical -d 'The command that a name calls'
    switch "$argv"
        case 'profile ls'
            echo 'profile list'
        case 'profile rm'
            echo 'profile delete'
        case 'cd'
            echo 'use'
        case 'pwd'
            echo 'context'
        case 'team ls'
            echo 'team list'
        case 'channel ls'
            echo 'channel list'
        case 'channel rm'
            echo 'channel delete'
        case 'member ls'
            echo 'member list'
        case 'member rm'
            echo 'member remove'
        case 'chat ls'
            echo 'chat list'
        case 'message ls'
            echo 'message list'
        case 'message rm'
            echo 'message delete'
        case 'app ls'
            echo 'app list'
        case 'app rm'
            echo 'app remove'
        case 'ask ls'
            echo 'ask list'
        case 'incident ls'
            echo 'incident list'
        case 'meeting ls'
            echo 'meeting list'
        case 'meeting rm'
            echo 'meeting delete'
        case 'user ls'
            echo 'user list'
        case 'permissions ls'
            echo 'permissions list'
        case 'journal ls'
            echo 'journal list'
        case 'history ls'
            echo 'history list'
        case 'history rm'
            echo 'history delete'
        case '*'
            echo "$argv"
    end
end

function __teamsh_known -d 'Whether there is such a command'
    switch "$argv"
        case 'login' 'logout' 'whoami' 'doctor' 'profile list' 'profile show' 'profile use' 'profile create' 'profile delete' 'use' 'context' 'ls' 'team list' 'team show' 'channel list' 'channel show' 'channel create' 'channel update' 'channel archive' 'channel unarchive' 'channel delete' 'member list' 'member add' 'member update' 'member remove' 'chat list' 'chat show' 'chat create' 'chat update' 'message list' 'message show' 'message send' 'message reply' 'message update' 'message delete' 'message restore' 'message react' 'message unreact' 'message pin' 'message unpin' 'message export' 'app list' 'app add' 'app remove' 'notify send' 'notify person' 'notify update' 'ask send' 'ask wait' 'ask list' 'ask show' 'bot show' 'bot listen' 'bot status' 'bot stop' 'bot endpoint' 'incident create' 'incident list' 'incident show' 'incident note' 'incident update' 'incident close' 'incident restore' 'incident mirror' 'incident unmirror' 'meeting list' 'meeting show' 'meeting create' 'meeting delete' 'meeting attendance' 'call ring' 'user list' 'user show' 'presence show' 'graph get' 'graph post' 'graph patch' 'graph put' 'graph delete' 'permissions list' 'permissions show' 'permissions check' 'permissions request' 'cache show' 'cache refresh' 'cache clear' 'journal list' 'journal show' 'history list' 'history delete' 'history clear' 'history private' 'set' 'help' 'apropos' 'alias' 'unalias' 'type' 'source' 'jobs' 'wait' 'fg' 'kill' 'watch' 'last-error' 'edit' 'clear' 'echo' 'true' 'false' ':' 'exit'
            return 0
        case '*'
            return 1
    end
end

function __teamsh_takes_value -d 'Whether an option of a command takes the next word'
    switch "$argv"
        case '* --profile' 'watch -n' '* -c' '* --account' '* --secret' '* --token' '* --scopes' '* --columns' '* --jq' '* --limit' '* --tenant' '* --client-id' '* --graph-url' '* --login-url' '* --marker' '* --team' '* --notifications-channel' '* --bot-id' '* --bot-port' '* --bot-address' '* --redirect-uri' '* --form-caption' '* --bot-users' '* --incident-type' '* --welcome-message' '* --incident-hook' '* --activity-hook' '* --description' 'channel create --owner' 'incident create --owner' 'incident list --owner' 'incident update --owner' '* --name' '* --channel' '* --chat' '* --history' '* --filter' '* --next' '* --topic' '* --replies' '* --since' '* --until' '* --subject' 'notify send --to' 'notify update --to' 'ask send --to' '* --attachment-limit' '* --reply' '* --option' '* --timeout' '* --incident' '* --task' '* --id' '* --port' '* --address' 'incident create --type' 'incident update --type' '* --label' '* --details' '* --remove-label' '* --reason' '* --for' '* --start' '* --end' '* --search' '* -H' '* --header' '* -o' '* --output' '* --as' '* --pace' '* -f' '* --secret-file' '* --certificate' '* --card' '* --attach' 'message export --to' '* --key' '* --cloud' '* --severity-threshold' '* --severity' '* --unknown-senders' 'channel create --kind' 'chat list --kind' '* --role' '* --expand' '* --order' '* --importance' '* --format' 'incident mirror --type' '* --direction'
            return 0
        case '*'
            return 1
    end
end

function __teamsh_state -d 'Prints the command typed so far, then the words behind it'
    set -l words (commandline -opc)
    set -l command ''
    set -l behind
    set -l takes_next no
    for word in $words[2..]
        if test $takes_next = yes
            set takes_next no
        else if string match -q -- '-?*' $word
            __teamsh_takes_value "$command" $word; and set takes_next yes
        else if __teamsh_words "$command" >/dev/null
            set command (__teamsh_canonical (string trim "$command $word"))
        else
            set -a behind $word
        end
    end
    string join \n -- "$command" $behind
end

function __teamsh_before -d 'Prints the word before the current one, behind the command'
    set -l state (__teamsh_state)
    set -e state[1]
    echo $state[-1]
end

function __teamsh_in -d 'Whether one of these commands is typed'
    contains -- (__teamsh_state)[1] $argv
end

function __teamsh_in_command -d 'Whether a whole command is typed'
    not __teamsh_words (__teamsh_state)[1] >/dev/null
end

function __teamsh_at -d 'Whether the current word stands at a position of a command, or behind it'
    set -l state (__teamsh_state)
    test "$state[1]" = $argv[1]; or return
    test (count $state) -eq $argv[2]; and return
    contains -- --open $argv; and test (count $state) -gt $argv[2]
end

function __teamsh_wants_word -d 'Whether a noun, a verb or a command can stand here'
    __teamsh_words (__teamsh_state)[1] >/dev/null
end

function __teamsh_wants_file -d 'Whether a script or its arguments can stand here'
    set -l command (__teamsh_state)[1]
    if test -z "$command"
        not __teamsh_words '' | string match -q -- (commandline -ct)'*'
    else
        not __teamsh_known "$command"
    end
end

complete -c teamsh -f
complete -c teamsh -n "__teamsh_in ''" -l profile -x -d 'The profile of config.yaml.'
complete -c teamsh -n "__teamsh_in ''" -s o -l output -x -a 'table list json ndjson csv tsv markdown yaml ids' -d 'Show replies so.'
complete -c teamsh -n "__teamsh_in ''" -l as -x -a 'person app bot' -d 'Use only this identity.'
complete -c teamsh -n "__teamsh_in ''" -l read-only -d 'Refuse every command that writes.'
complete -c teamsh -n "__teamsh_in ''" -l restricted -d 'Refuse programs, files to write, and files elsewhere.'
complete -c teamsh -n "__teamsh_in ''" -l pace -x -a 'published off' -d 'Keep under Graph\'s published limits, or not.'
complete -c teamsh -n "__teamsh_in ''" -l no-rc -d 'Do not read the rc file.'
complete -c teamsh -n "__teamsh_in ''" -l trace -d 'Show each request on standard error.'
complete -c teamsh -n "__teamsh_in ''" -l keep-going -d 'Go on behind failed statements, and end with code 9.'
complete -c teamsh -n "__teamsh_in ''" -s n -l no-execute -d 'Check lines or a file, and run nothing.'
complete -c teamsh -n "__teamsh_in ''" -s c -x -d 'Run this line.'
complete -c teamsh -n "__teamsh_in ''" -s f -r -F -d 'Run this file.'
complete -c teamsh -n "__teamsh_in ''" -l version -d 'Show the version.'
complete -c teamsh -n "__teamsh_in ''" -l help -d 'Show help.'
complete -c teamsh -n __teamsh_wants_word -a '(__teamsh_words (__teamsh_state)[1])'
complete -c teamsh -n __teamsh_wants_file -F

complete -c teamsh -n "__teamsh_in 'login'" -l browser -d 'Through a browser on this machine.'
complete -c teamsh -n "__teamsh_in 'login' 'permissions request'" -l paste -d 'With --browser: print the address, and ask for the one that it leads to.'
complete -c teamsh -n "__teamsh_in 'login'" -l app -d 'As an app, with a client secret or a certificate.'
complete -c teamsh -n "__teamsh_in 'login'" -l bot -d 'As a bot, with its secret or certificate.'
complete -c teamsh -n "__teamsh_in 'login' 'permissions request'" -l remember -d 'Keep the sign-in in the kernel\'s keyring, for the next start.'
complete -c teamsh -n "__teamsh_in 'login' 'profile create'" -l account -x -d 'The person to sign in as.'
complete -c teamsh -n "__teamsh_in 'login'" -l secret -x -d 'The app\'s secret; only - for standard input.'
complete -c teamsh -n "__teamsh_in 'login'" -l token -x -d 'A ready token; only - for standard input.'
complete -c teamsh -n "__teamsh_in 'login' 'profile create'" -l scopes -x -d 'The permissions to ask for, by commas.'
complete -c teamsh -n __teamsh_in_command -s o -l output -x -a 'table list json ndjson csv tsv markdown yaml ids' -d 'Show the reply in this format.'
complete -c teamsh -n __teamsh_in_command -l columns -x -d 'Show these columns, parted by commas.'
complete -c teamsh -n __teamsh_in_command -l jq -x -d 'Filter each object through a jq expression.'
complete -c teamsh -n __teamsh_in_command -l limit -x -d 'Stop after this many rows.'
complete -c teamsh -n __teamsh_in_command -l raw -d 'Write cells as they are, without the guard against formulas in CSV.'
complete -c teamsh -n __teamsh_in_command -l as -x -a 'person app bot' -d 'Use this identity only.'
complete -c teamsh -n "__teamsh_in 'logout'" -l account -x -d 'Forget this remembered person only.'
complete -c teamsh -n "__teamsh_in 'logout'" -l cache -d 'Clear the account\'s cache, too.'
complete -c teamsh -n "__teamsh_in 'whoami'" -l all -d 'Show the remembered accounts, too.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l tenant -x -d 'The tenant\'s id or a domain of it.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l client-id -x -d 'The id of the app to sign in with.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l cloud -x -a 'global usgov usgov-dod china custom' -d 'The cloud that the tenant is in.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l secret-file -r -F -d 'A file with the app\'s secret.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l certificate -r -F -d 'A PEM file with key and certificate.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l graph-url -x -d 'Graph\'s address in a custom cloud.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l login-url -x -d 'The login address of a custom cloud.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l marker -x -d 'A word for the prompt.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l team -x -d 'The team to work in when you stand nowhere.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l notifications-channel -x -d 'The channel that notifications go to.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l severity-threshold -x -a 'Unknown Informational Low Medium High Critical' -d 'The least severity to notify of.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l notify-incidents -d 'Tell that channel when an incident opens or closes.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l bot-id -x -d 'The id of the bot.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l bot-port -x -d 'The port of the bot\'s endpoint.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l bot-address -x -d 'The endpoint\'s public address.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l redirect-uri -x -d 'Where a sign-in by address ends.'
complete -c teamsh -n "__teamsh_in 'profile create' 'notify send' 'notify person' 'notify update'" -l form-caption -x -d 'What links to forms are called.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l bot-users -x -d 'Whom the bot knows, by commas.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l unknown-senders -x -a 'refuse create' -d 'What others may do: refuse or create.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l incident-type -x -d 'The type of incidents from messages.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l welcome-message -x -d 'What is answered to a new incident.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l incident-hook -x -d 'A program to tell of incidents.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l activity-hook -x -d 'A program to tell of activities.'
complete -c teamsh -n "__teamsh_in 'profile create'" -l use -d 'Start with it from now on.'
complete -c teamsh -n "__teamsh_in 'team list'" -l joined -d 'Only teams that you are a member of.'
complete -c teamsh -n "__teamsh_in 'channel list' 'channel show' 'channel create' 'channel update' 'channel archive' 'channel unarchive' 'channel delete' 'member list' 'member add' 'member update' 'member remove' 'message list' 'message show' 'message send' 'message reply' 'message update' 'message delete' 'message restore' 'message react' 'message unreact' 'message pin' 'message unpin' 'message export' 'app list' 'app add' 'app remove' 'notify send' 'notify update' 'ask send' 'incident mirror'" -l team -x -d 'The team; where you stand if left out.'
complete -c teamsh -n "__teamsh_in 'channel create'" -l description -x -d 'What the channel is about.'
complete -c teamsh -n "__teamsh_in 'channel create'" -l kind -x -a 'standard private shared' -d 'Who can be in it.'
complete -c teamsh -n "__teamsh_in 'channel create'" -l owner -x -d 'An owner of a private or shared channel; yourself if left out.'
complete -c teamsh -n "__teamsh_in 'channel create' 'channel update' 'channel archive' 'channel unarchive' 'channel delete' 'member add' 'member update' 'member remove' 'chat create' 'chat update' 'message send' 'message reply' 'message update' 'message delete' 'message restore' 'message react' 'message unreact' 'message pin' 'message unpin' 'app add' 'app remove' 'notify send' 'notify person' 'notify update' 'ask send' 'incident create' 'incident note' 'incident update' 'incident close' 'incident restore' 'incident mirror' 'incident unmirror' 'meeting create' 'meeting delete' 'call ring' 'graph post' 'graph patch' 'graph put' 'graph delete'" -l dry-run -d 'Make the reads, show each write, and send none.'
complete -c teamsh -n "__teamsh_in 'channel update'" -l name -x -d 'The new name.'
complete -c teamsh -n "__teamsh_in 'channel update'" -l description -x -d 'The new description; empty for none.'
complete -c teamsh -n "__teamsh_in 'channel archive'" -l lock-site -d 'Also make the channel\'s site read-only for members.'
complete -c teamsh -n "__teamsh_in 'channel archive' 'channel delete' 'member remove' 'message delete' 'app remove' 'incident close' 'incident unmirror' 'meeting delete' 'graph delete'" -l yes -d 'Do not ask.'
complete -c teamsh -n "__teamsh_in 'member list' 'member add' 'member update' 'member remove' 'message list' 'message show' 'message send' 'message reply' 'message update' 'message delete' 'message restore' 'message react' 'message unreact' 'message pin' 'message unpin' 'message export' 'notify send' 'notify update' 'ask send'" -l channel -x -d 'The channel; where you stand if left out.'
complete -c teamsh -n "__teamsh_in 'member list' 'member add' 'member remove' 'message list' 'message show' 'message send' 'message reply' 'message update' 'message delete' 'message restore' 'message react' 'message unreact' 'message pin' 'message unpin' 'message export' 'app list' 'app add' 'app remove'" -l chat -x -d 'The chat; where you stand if left out.'
complete -c teamsh -n "__teamsh_in 'member add'" -l owner -d 'As owners.'
complete -c teamsh -n "__teamsh_in 'member add'" -l history -x -d 'From when on they see a chat: all, none, or a date or time; none if left out.'
complete -c teamsh -n "__teamsh_in 'member add' 'chat create'" -l skip-missing -d 'Go on without people who are not found, and say who they are.'
complete -c teamsh -n "__teamsh_in 'member update'" -l role -x -a 'owner member' -d 'The new role.'
complete -c teamsh -n "__teamsh_in 'chat list'" -l kind -x -a 'oneOnOne group meeting' -d 'Only chats of this kind.'
complete -c teamsh -n "__teamsh_in 'chat list'" -l filter -x -d 'Only chats that this OData filter takes.'
complete -c teamsh -n "__teamsh_in 'chat list'" -l expand -x -a 'members lastMessagePreview' -d 'What to show with each.'
complete -c teamsh -n "__teamsh_in 'chat list'" -l next -x -d 'The rest of a list that a limit cut, by its link.'
complete -c teamsh -n "__teamsh_in 'chat show'" -l expand -x -a 'members lastMessagePreview' -d 'What to show with it.'
complete -c teamsh -n "__teamsh_in 'chat create'" -l topic -x -d 'The name of a group chat.'
complete -c teamsh -n "__teamsh_in 'chat create'" -l one-on-one -d 'The chat of two, also where it exists already.'
complete -c teamsh -n "__teamsh_in 'chat create'" -l group -d 'A group chat, even of two people.'
complete -c teamsh -n "__teamsh_in 'chat update'" -l topic -x -d 'The new topic.'
complete -c teamsh -n "__teamsh_in 'message list'" -l all -d 'All messages instead of the newest 50.'
complete -c teamsh -n "__teamsh_in 'message list'" -l replies -x -d 'The replies to this message instead.'
complete -c teamsh -n "__teamsh_in 'message list'" -l order -x -a 'created modified' -d 'The newest by this time first.'
complete -c teamsh -n "__teamsh_in 'message list'" -l since -x -d 'Those from this time on, as yesterday, 2h or a date.'
complete -c teamsh -n "__teamsh_in 'message list'" -l until -x -d 'Those before this time.'
complete -c teamsh -n "__teamsh_in 'message list'" -l next -x -d 'Go on from the link that a cut list ended with.'
complete -c teamsh -n "__teamsh_in 'message send' 'message reply' 'message update'" -l html -d 'The text is HTML.'
complete -c teamsh -n "__teamsh_in 'message send' 'message reply' 'message update'" -l markdown -d 'The text is Markdown.'
complete -c teamsh -n "__teamsh_in 'message send' 'message reply' 'message update' 'notify send' 'notify person' 'notify update'" -l card -r -F -d 'A file with an adaptive card; - for standard input.'
complete -c teamsh -n "__teamsh_in 'message send' 'message reply' 'message update'" -l subject -x -d 'The subject of the message.'
complete -c teamsh -n "__teamsh_in 'message send' 'message reply' 'message update'" -l importance -x -a 'normal high urgent' -d 'How important it is.'
complete -c teamsh -n "__teamsh_in 'message send' 'message reply' 'message update'" -l no-mentions -d 'Leave every @ in the text as it is.'
complete -c teamsh -n "__teamsh_in 'message send' 'message reply' 'message update'" -l closed-mentions -d 'Mention only whom a semicolon closes, as in @Adele Vance;.'
complete -c teamsh -n "__teamsh_in 'message send' 'message reply'" -l attach -r -F -d 'A file to send along; repeatable.'
complete -c teamsh -n "__teamsh_in 'message export'" -l to -r -F -d 'The folder, or for one place the file.'
complete -c teamsh -n "__teamsh_in 'message export'" -l format -x -a 'ndjson html markdown' -d 'Write in this format; ndjson if left out.'
complete -c teamsh -n "__teamsh_in 'message export'" -l attachments -d 'Save pictures and files beside, and link them.'
complete -c teamsh -n "__teamsh_in 'message export'" -l attachment-limit -x -d 'Leave out attachments of more MiB than this.'
complete -c teamsh -n "__teamsh_in 'message export'" -l since -x -d 'Only messages from then on.'
complete -c teamsh -n "__teamsh_in 'message export'" -l until -x -d 'Only messages before then.'
complete -c teamsh -n "__teamsh_in 'message export'" -l no-replies -d 'Leave out the replies in channels.'
complete -c teamsh -n "__teamsh_in 'app list'" -l catalogue -d 'The catalogue, wherever you stand.'
complete -c teamsh -n "__teamsh_in 'notify send'" -l to -x -d 'The person to tell it.'
complete -c teamsh -n "__teamsh_in 'notify send'" -l reply -x -d 'The message of a channel to reply to, as the person.'
complete -c teamsh -n "__teamsh_in 'notify update'" -l to -x -d 'The person who was told.'
complete -c teamsh -n "__teamsh_in 'ask send'" -l option -x -d 'An answer to choose from; again for more.'
complete -c teamsh -n "__teamsh_in 'ask send'" -l free -d 'The answer is typed.'
complete -c teamsh -n "__teamsh_in 'ask send'" -l card -r -F -d 'A file with an adaptive card whose buttons answer; - for standard input.'
complete -c teamsh -n "__teamsh_in 'ask send'" -l to -x -d 'The person to ask.'
complete -c teamsh -n "__teamsh_in 'ask send' 'ask wait'" -l timeout -x -d 'How long to wait, as 90s, 10m or 2h; by default 5m.'
complete -c teamsh -n "__teamsh_in 'ask send'" -l no-wait -d 'Tell the question\'s id, and do not wait.'
complete -c teamsh -n "__teamsh_in 'ask send'" -l incident -x -d 'The incident that it is about; where you stand.'
complete -c teamsh -n "__teamsh_in 'ask send'" -l task -x -d 'The task that it is about.'
complete -c teamsh -n "__teamsh_in 'ask send'" -l id -x -d 'The question\'s id; by default a new one.'
complete -c teamsh -n "__teamsh_in 'ask list'" -l all -d 'Those with an answer too.'
complete -c teamsh -n "__teamsh_in 'bot listen'" -l port -x -d 'The port; 0 for a free one.'
complete -c teamsh -n "__teamsh_in 'bot listen'" -l certificate -r -F -d 'A PEM file with the certificate.'
complete -c teamsh -n "__teamsh_in 'bot listen'" -l key -r -F -d 'A PEM file with its key.'
complete -c teamsh -n "__teamsh_in 'bot listen'" -l bot-id -x -d 'The bot\'s app id.'
complete -c teamsh -n "__teamsh_in 'bot listen'" -l foreground -d 'Stay until Ctrl-C, which ends it.'
complete -c teamsh -n "__teamsh_in 'bot endpoint'" -l address -x -d 'The endpoint\'s public address.'
complete -c teamsh -n "__teamsh_in 'incident create' 'incident update'" -l type -x -d 'Its type, such as Phishing.'
complete -c teamsh -n "__teamsh_in 'incident create' 'incident update'" -l severity -x -a 'Unknown Informational Low Medium High Critical' -d 'How severe it is.'
complete -c teamsh -n "__teamsh_in 'incident create' 'incident update'" -l owner -x -d 'Who works on it.'
complete -c teamsh -n "__teamsh_in 'incident create' 'incident update'" -l label -x -d 'A label; several times for several.'
complete -c teamsh -n "__teamsh_in 'incident create' 'incident update'" -l details -x -d 'What is known; - for standard input.'
complete -c teamsh -n "__teamsh_in 'incident list'" -l all -d 'Closed ones, too.'
complete -c teamsh -n "__teamsh_in 'incident list'" -l closed -d 'Closed ones only.'
complete -c teamsh -n "__teamsh_in 'incident list'" -l mine -d 'Only those that you own.'
complete -c teamsh -n "__teamsh_in 'incident list'" -l owner -x -d 'Only those of this owner.'
complete -c teamsh -n "__teamsh_in 'incident note'" -l incident -x -d 'The incident; where you stand if left out.'
complete -c teamsh -n "__teamsh_in 'incident update'" -l name -x -d 'Its new name.'
complete -c teamsh -n "__teamsh_in 'incident update'" -l remove-label -x -d 'A label to take away.'
complete -c teamsh -n "__teamsh_in 'incident close'" -l reason -x -d 'Why.'
complete -c teamsh -n "__teamsh_in 'incident mirror'" -l channel -x -d 'The channel\'s name; incident-N if left out.'
complete -c teamsh -n "__teamsh_in 'incident mirror'" -l type -x -a 'all chat none' -d 'What is mirrored: chat is notes alone.'
complete -c teamsh -n "__teamsh_in 'incident mirror'" -l direction -x -a 'both to-teams from-teams' -d 'Which way notes go.'
complete -c teamsh -n "__teamsh_in 'incident mirror'" -l keep-channel -d 'Do not delete the channel when the incident is closed.'
complete -c teamsh -n "__teamsh_in 'incident unmirror'" -l team -x -d 'In this team only.'
complete -c teamsh -n "__teamsh_in 'incident unmirror'" -l keep-channel -d 'End the mirroring, and leave the channels.'
complete -c teamsh -n "__teamsh_in 'meeting show' 'meeting create' 'meeting delete' 'meeting attendance'" -l for -x -d 'Whose meeting; your own if left out.'
complete -c teamsh -n "__teamsh_in 'meeting create'" -l start -x -d 'When it begins; now if left out.'
complete -c teamsh -n "__teamsh_in 'meeting create'" -l end -x -d 'When it ends.'
complete -c teamsh -n "__teamsh_in 'meeting attendance'" -l last -d 'Only the last time that it was held.'
complete -c teamsh -n "__teamsh_in 'user list'" -l search -x -d 'Only names with a word that begins so.'
complete -c teamsh -n "__teamsh_in 'graph get' 'graph post' 'graph patch' 'graph put' 'graph delete'" -s H -l header -x -d 'A header, as \'ConsistencyLevel: eventual\'.'
complete -c teamsh -n "__teamsh_in 'graph get'" -l page -d 'The answer as it came, without the pages behind it.'
complete -c teamsh -n "__teamsh_in 'permissions request'" -l all -d 'With what only some calls need, as those with --attach.'
complete -c teamsh -n "__teamsh_in 'permissions request'" -l browser -d 'Sign in through a browser on this machine.'
complete -c teamsh -n "__teamsh_in 'permissions request'" -l no-login -d 'Only say what is missing and where it is given.'
complete -c teamsh -n "__teamsh_in 'permissions request'" -l forget -d 'Keep these no longer, or nothing at all, for the sign-ins to come.'
complete -c teamsh -n "__teamsh_in 'journal list'" -l unknown -d 'Only writes whose outcome is unknown.'
complete -c teamsh -n "__teamsh_in 'history list'" -l here -d 'Only lines of this session.'
complete -c teamsh -n "__teamsh_in 'history list'" -l failed -d 'Only lines that failed.'
complete -c teamsh -n "__teamsh_in 'history list'" -l since -x -d 'Only lines from then on.'
complete -c teamsh -n "__teamsh_in 'history delete' 'history clear'" -l yes -d 'Do not ask.'
complete -c teamsh -n "__teamsh_in 'source'" -s n -l no-execute -d 'Check the file and run nothing.'
complete -c teamsh -n "__teamsh_in 'watch'" -s n -x -d 'Seconds between two looks, 2 or more.'
complete -c teamsh -n "__teamsh_in 'watch'" -s c -x -d 'How often to look.'
complete -c teamsh -n "__teamsh_in 'watch'" -l until -x -d 'End when this comes true.'
complete -c teamsh -n "__teamsh_in 'watch'" -l diff -d 'Show what changed.'
complete -c teamsh -n "__teamsh_in 'last-error'" -s v -l verbose -d 'Show the exchange with Graph, too.'
complete -c teamsh -n "__teamsh_at 'permissions list' 1 --open" -a '(__teamsh_words (__teamsh_before))'
complete -c teamsh -n "__teamsh_at 'permissions check' 1 --open" -a '(__teamsh_words (__teamsh_before))'
complete -c teamsh -n "__teamsh_at 'permissions request' 1 --open" -a '(__teamsh_words (__teamsh_before))'
complete -c teamsh -n "__teamsh_at 'cache refresh' 1 --open" -x -a 'people teams channels chats members'
complete -c teamsh -n "__teamsh_at 'cache clear' 1 --open" -x -a 'people teams channels chats members'
complete -c teamsh -n "__teamsh_at 'history private' 1" -x -a 'on off'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a accessible -d 'Only ever add text to the screen, for screen readers.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a bell -d 'Answer a key that does nothing with the bell.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a colors -d 'Colour words while they are typed.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a echo -d 'Show each statement before it runs.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a edit-mode -d 'The keys that lines are edited with.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a greeting -d 'Say at the start who is signed in; set in the rc file.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a hints -d 'Show dim what could follow the cursor.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a ignore-eof -d 'How many times Ctrl-D does not leave.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a keep-going -d 'Go on behind a failed statement of a script.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a marks -d 'Tell the terminal where prompts and output begin.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a notify -d 'When news may interrupt a line being typed.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a noclobber -d 'Let > leave existing files alone; >| does not.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a output -d 'The format of replies.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a pager -d 'Show what is longer than the screen through a pager.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a prompt -d 'The prompt\'s template.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a right-prompt -d 'The template for the line\'s right edge.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a times -d 'How tables write times.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a timing -d 'Tell how long each statement took.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a title -d 'Name the window after where you stand.'
complete -c teamsh -n "__teamsh_at 'set' 1" -x -a warn-permissions -d 'Say before a request what the sign-in lacks.'
complete -c teamsh -n "__teamsh_at 'set' 2" -x -a "(switch (__teamsh_before); case accessible; string split ' ' 'off on'; case bell; string split ' ' 'off on'; case colors; string split ' ' 'off on'; case echo; string split ' ' 'off on'; case edit-mode; string split ' ' 'auto emacs vi'; case greeting; string split ' ' 'off on'; case hints; string split ' ' 'off on'; case keep-going; string split ' ' 'off on'; case marks; string split ' ' 'off on'; case notify; string split ' ' 'line count off'; case noclobber; string split ' ' 'off on'; case output; string split ' ' 'auto table list json ndjson csv tsv markdown yaml ids'; case pager; string split ' ' 'off on'; case times; string split ' ' 'relative exact'; case timing; string split ' ' 'off on'; case title; string split ' ' 'off on'; case warn-permissions; string split ' ' 'off on'; end)"
complete -c teamsh -n "__teamsh_at 'help' 1 --open" -a '(__teamsh_words (__teamsh_before))'
complete -c teamsh -n "__teamsh_at 'type' 1 --open" -a '(__teamsh_words (__teamsh_before))'
complete -c teamsh -n "__teamsh_at 'source' 1" -r -F
complete -c teamsh -n "__teamsh_at 'watch' 1 --open" -a '(__teamsh_words (__teamsh_before))'
