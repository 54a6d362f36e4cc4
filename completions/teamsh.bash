# bash completion of teamsh, generated from the commands' declarations by: make generate

# The words that can follow a noun, or begin a line; fails where none can.
_teamsh_words() {
  case "$1" in
    '') found='profile team channel member chat message app notify ask bot incident meeting call user presence graph permissions cache journal history login logout whoami doctor use context ls set help apropos alias unalias type source jobs wait fg kill watch last-error edit clear echo true false : exit demo send-notification teams-send-notification-quick-action mirror-investigation close-channel microsoft-teams-integration-health microsoft-teams-auth-test microsoft-teams-ring-user microsoft-teams-add-user-to-channel microsoft-teams-create-channel microsoft-teams-create-meeting microsoft-teams-user-remove-from-channel microsoft-teams-channel-user-list microsoft-teams-chat-create microsoft-teams-message-send-to-chat microsoft-teams-chat-add-user microsoft-teams-chat-member-list microsoft-teams-chat-list microsoft-teams-chat-message-list microsoft-teams-chat-update microsoft-teams-list-messages microsoft-teams-message-update microsoft-teams-send-proactive-message microsoft-teams-generate-login-url microsoft-teams-auth-reset microsoft-teams-token-permissions-list microsoft-teams-create-messaging-endpoint microsoft-teams-message-update-policy-violation MicrosoftTeamsAsk' ;;
    'profile') found='list show use create delete' ;;
    'team') found='list show' ;;
    'channel') found='list show create update archive unarchive delete' ;;
    'member') found='list add update remove' ;;
    'chat') found='list show create update' ;;
    'message') found='list show send reply update delete restore react unreact pin unpin export' ;;
    'app') found='list add remove' ;;
    'notify') found='send person update' ;;
    'ask') found='send wait list show' ;;
    'bot') found='show listen status stop endpoint' ;;
    'incident') found='create list show note update close restore mirror unmirror' ;;
    'meeting') found='list show create delete attendance' ;;
    'call') found='ring' ;;
    'user') found='list show' ;;
    'presence') found='show' ;;
    'graph') found='get post patch put delete' ;;
    'permissions') found='list show check request' ;;
    'cache') found='show refresh clear' ;;
    'journal') found='list show' ;;
    'history') found='list delete clear private' ;;
    *) return 1 ;;
  esac
}

# The command that another name calls.
_teamsh_alias() {
  case "$command" in
    'profile ls') command='profile list' ;;
    'profile rm') command='profile delete' ;;
    'cd') command='use' ;;
    'pwd') command='context' ;;
    'team ls') command='team list' ;;
    'channel ls') command='channel list' ;;
    'channel rm') command='channel delete' ;;
    'member ls') command='member list' ;;
    'member rm') command='member remove' ;;
    'chat ls') command='chat list' ;;
    'message ls') command='message list' ;;
    'message rm') command='message delete' ;;
    'app ls') command='app list' ;;
    'app rm') command='app remove' ;;
    'ask ls') command='ask list' ;;
    'incident ls') command='incident list' ;;
    'meeting ls') command='meeting list' ;;
    'meeting rm') command='meeting delete' ;;
    'user ls') command='user list' ;;
    'permissions ls') command='permissions list' ;;
    'journal ls') command='journal list' ;;
    'history ls') command='history list' ;;
    'history rm') command='history delete' ;;
  esac
}

# The options of a command, or of teamsh itself; fails for no command.
_teamsh_options() {
  case "$1" in
    '') found='--profile -o --output --as --read-only --restricted --pace --no-rc --trace --keep-going -n --no-execute -c -f --version --help' ;;
    'login') found='--browser --paste --app --bot --remember --account --secret --token --scopes -o --output --columns --jq --limit --raw --as' ;;
    'logout') found='--account --cache -o --output --columns --jq --limit --raw --as' ;;
    'whoami') found='--all -o --output --columns --jq --limit --raw --as' ;;
    'doctor') found='-o --output --columns --jq --limit --raw --as' ;;
    'profile list') found='-o --output --columns --jq --limit --raw --as' ;;
    'profile show') found='-o --output --columns --jq --limit --raw --as' ;;
    'profile use') found='-o --output --columns --jq --limit --raw --as' ;;
    'profile create') found='--tenant --client-id --cloud --account --secret-file --certificate --scopes --graph-url --login-url --marker --team --notifications-channel --severity-threshold --notify-incidents --bot-id --bot-port --bot-address --redirect-uri --form-caption --bot-users --unknown-senders --incident-type --welcome-message --incident-hook --activity-hook --use -o --output --columns --jq --limit --raw --as' ;;
    'profile delete') found='-o --output --columns --jq --limit --raw --as' ;;
    'use') found='-o --output --columns --jq --limit --raw --as' ;;
    'context') found='-o --output --columns --jq --limit --raw --as' ;;
    'ls') found='-o --output --columns --jq --limit --raw --as' ;;
    'team list') found='--joined -o --output --columns --jq --limit --raw --as' ;;
    'team show') found='-o --output --columns --jq --limit --raw --as' ;;
    'channel list') found='--team -o --output --columns --jq --limit --raw --as' ;;
    'channel show') found='--team -o --output --columns --jq --limit --raw --as' ;;
    'channel create') found='--description --kind --owner --team --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'channel update') found='--name --description --team --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'channel archive') found='--lock-site --team --yes --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'channel unarchive') found='--team --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'channel delete') found='--team --yes --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'member list') found='--team --channel --chat -o --output --columns --jq --limit --raw --as' ;;
    'member add') found='--owner --history --skip-missing --team --channel --chat --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'member update') found='--role --team --channel --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'member remove') found='--team --channel --chat --yes --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'chat list') found='--kind --filter --expand --next -o --output --columns --jq --limit --raw --as' ;;
    'chat show') found='--expand -o --output --columns --jq --limit --raw --as' ;;
    'chat create') found='--topic --one-on-one --group --skip-missing --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'chat update') found='--topic --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'message list') found='--all --replies --order --since --until --next --team --channel --chat -o --output --columns --jq --limit --raw --as' ;;
    'message show') found='--team --channel --chat -o --output --columns --jq --limit --raw --as' ;;
    'message send') found='--html --markdown --card --subject --importance --no-mentions --closed-mentions --attach --team --channel --chat --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'message reply') found='--html --markdown --card --subject --importance --no-mentions --closed-mentions --attach --team --channel --chat --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'message update') found='--html --markdown --card --subject --importance --no-mentions --closed-mentions --team --channel --chat --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'message delete') found='--team --channel --chat --yes --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'message restore') found='--team --channel --chat --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'message react') found='--team --channel --chat --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'message unreact') found='--team --channel --chat --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'message pin') found='--team --channel --chat --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'message unpin') found='--team --channel --chat --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'message export') found='--to --format --attachments --attachment-limit --since --until --no-replies --team --channel --chat -o --output --columns --jq --limit --raw --as' ;;
    'app list') found='--catalogue --team --chat -o --output --columns --jq --limit --raw --as' ;;
    'app add') found='--team --chat --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'app remove') found='--team --chat --yes --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'notify send') found='--card --form-caption --to --reply --team --channel --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'notify person') found='--card --form-caption --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'notify update') found='--card --form-caption --to --team --channel --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'ask send') found='--option --free --card --to --team --channel --timeout --no-wait --incident --task --id --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'ask wait') found='--timeout -o --output --columns --jq --limit --raw --as' ;;
    'ask list') found='--all -o --output --columns --jq --limit --raw --as' ;;
    'ask show') found='-o --output --columns --jq --limit --raw --as' ;;
    'bot show') found='-o --output --columns --jq --limit --raw --as' ;;
    'bot listen') found='--port --certificate --key --bot-id --foreground -o --output --columns --jq --limit --raw --as' ;;
    'bot status') found='-o --output --columns --jq --limit --raw --as' ;;
    'bot stop') found='-o --output --columns --jq --limit --raw --as' ;;
    'bot endpoint') found='--address -o --output --columns --jq --limit --raw --as' ;;
    'incident create') found='--type --severity --owner --label --details --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'incident list') found='--all --closed --mine --owner -o --output --columns --jq --limit --raw --as' ;;
    'incident show') found='-o --output --columns --jq --limit --raw --as' ;;
    'incident note') found='--incident --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'incident update') found='--name --type --severity --owner --label --details --remove-label --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'incident close') found='--reason --yes --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'incident restore') found='--dry-run -o --output --columns --jq --limit --raw --as' ;;
    'incident mirror') found='--team --channel --type --direction --keep-channel --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'incident unmirror') found='--team --keep-channel --yes --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'meeting list') found='-o --output --columns --jq --limit --raw --as' ;;
    'meeting show') found='--for -o --output --columns --jq --limit --raw --as' ;;
    'meeting create') found='--start --end --for --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'meeting delete') found='--for --yes --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'meeting attendance') found='--last --for -o --output --columns --jq --limit --raw --as' ;;
    'call ring') found='--dry-run -o --output --columns --jq --limit --raw --as' ;;
    'user list') found='--search -o --output --columns --jq --limit --raw --as' ;;
    'user show') found='-o --output --columns --jq --limit --raw --as' ;;
    'presence show') found='-o --output --columns --jq --limit --raw --as' ;;
    'graph get') found='-H --header --page -o --output --columns --jq --limit --raw --as' ;;
    'graph post') found='-H --header --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'graph patch') found='-H --header --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'graph put') found='-H --header --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'graph delete') found='-H --header --yes --dry-run -o --output --columns --jq --limit --raw --as' ;;
    'permissions list') found='-o --output --columns --jq --limit --raw --as' ;;
    'permissions show') found='-o --output --columns --jq --limit --raw --as' ;;
    'permissions check') found='-o --output --columns --jq --limit --raw --as' ;;
    'permissions request') found='--all --browser --paste --remember --no-login --forget -o --output --columns --jq --limit --raw --as' ;;
    'cache show') found='-o --output --columns --jq --limit --raw --as' ;;
    'cache refresh') found='-o --output --columns --jq --limit --raw --as' ;;
    'cache clear') found='-o --output --columns --jq --limit --raw --as' ;;
    'journal list') found='--unknown -o --output --columns --jq --limit --raw --as' ;;
    'journal show') found='-o --output --columns --jq --limit --raw --as' ;;
    'history list') found='--here --failed --since -o --output --columns --jq --limit --raw --as' ;;
    'history delete') found='--yes -o --output --columns --jq --limit --raw --as' ;;
    'history clear') found='--yes -o --output --columns --jq --limit --raw --as' ;;
    'history private') found='-o --output --columns --jq --limit --raw --as' ;;
    'set') found='-o --output --columns --jq --limit --raw --as' ;;
    'help') found='-o --output --columns --jq --limit --raw --as' ;;
    'apropos') found='-o --output --columns --jq --limit --raw --as' ;;
    'alias') found='-o --output --columns --jq --limit --raw --as' ;;
    'unalias') found='-o --output --columns --jq --limit --raw --as' ;;
    'type') found='-o --output --columns --jq --limit --raw --as' ;;
    'source') found='-n --no-execute -o --output --columns --jq --limit --raw --as' ;;
    'jobs') found='-o --output --columns --jq --limit --raw --as' ;;
    'wait') found='-o --output --columns --jq --limit --raw --as' ;;
    'fg') found='-o --output --columns --jq --limit --raw --as' ;;
    'kill') found='-o --output --columns --jq --limit --raw --as' ;;
    'watch') found='-n -c --until --diff -o --output --columns --jq --limit --raw --as' ;;
    'last-error') found='-v --verbose -o --output --columns --jq --limit --raw --as' ;;
    'edit') found='-o --output --columns --jq --limit --raw --as' ;;
    'clear') found='-o --output --columns --jq --limit --raw --as' ;;
    'echo') found='-o --output --columns --jq --limit --raw --as' ;;
    'true') found='-o --output --columns --jq --limit --raw --as' ;;
    'false') found='-o --output --columns --jq --limit --raw --as' ;;
    ':') found='-o --output --columns --jq --limit --raw --as' ;;
    'exit') found='-o --output --columns --jq --limit --raw --as' ;;
    *) return 1 ;;
  esac
}

# What an option of a command takes, or a position, after the word before; fails for nothing.
_teamsh_values() {
  found=''
  case "$1 $2" in
    *' --profile' | 'watch -n' | *' -c' | *' --account' | *' --secret' | *' --token' | *' --scopes' | *' --columns' | *' --jq' | *' --limit' | *' --tenant' | *' --client-id' | *' --graph-url' | *' --login-url' | *' --marker' | *' --team' | *' --notifications-channel' | *' --bot-id' | *' --bot-port' | *' --bot-address' | *' --redirect-uri' | *' --form-caption' | *' --bot-users' | *' --incident-type' | *' --welcome-message' | *' --incident-hook' | *' --activity-hook' | *' --description' | 'channel create --owner' | 'incident create --owner' | 'incident list --owner' | 'incident update --owner' | *' --name' | *' --channel' | *' --chat' | *' --history' | *' --filter' | *' --next' | *' --topic' | *' --replies' | *' --since' | *' --until' | *' --subject' | 'notify send --to' | 'notify update --to' | 'ask send --to' | *' --attachment-limit' | *' --reply' | *' --option' | *' --timeout' | *' --incident' | *' --task' | *' --id' | *' --port' | *' --address' | 'incident create --type' | 'incident update --type' | *' --label' | *' --details' | *' --remove-label' | *' --reason' | *' --for' | *' --start' | *' --end' | *' --search' | *' -H' | *' --header') : ;;
    *' -o' | *' --output') found='table list json ndjson csv tsv markdown yaml ids' ;;
    *' --as') found='person app bot' ;;
    *' --pace') found='published off' ;;
    *' -f' | *' --secret-file' | *' --certificate' | *' --card' | *' --attach' | 'message export --to' | *' --key' | 'source 1') found=/ ;;
    *' --cloud') found='global usgov usgov-dod china custom' ;;
    *' --severity-threshold' | *' --severity') found='Unknown Informational Low Medium High Critical' ;;
    *' --unknown-senders') found='refuse create' ;;
    'channel create --kind') found='standard private shared' ;;
    'chat list --kind') found='oneOnOne group meeting' ;;
    *' --role') found='owner member' ;;
    *' --expand') found='members lastMessagePreview' ;;
    *' --order') found='created modified' ;;
    *' --importance') found='normal high urgent' ;;
    *' --format') found='ndjson html markdown' ;;
    'incident mirror --type') found='all chat none' ;;
    *' --direction') found='both to-teams from-teams' ;;
    'permissions list '[1-9]* | 'permissions check '[1-9]* | 'permissions request '[1-9]* | 'help '[1-9]* | 'type '[1-9]* | 'watch '[1-9]*) _teamsh_words "$3" ;;
    'cache refresh '[1-9]* | 'cache clear '[1-9]*) found='people teams channels chats members' ;;
    'history private 1') found='on off' ;;
    'set 1') found='accessible bell colors echo edit-mode greeting hints ignore-eof keep-going marks notify noclobber output pager prompt right-prompt times timing title warn-permissions' ;;
    'set 2') case $3 in accessible) found='off on' ;; bell) found='off on' ;; colors) found='off on' ;; echo) found='off on' ;; edit-mode) found='auto emacs vi' ;; greeting) found='off on' ;; hints) found='off on' ;; keep-going) found='off on' ;; marks) found='off on' ;; notify) found='line count off' ;; noclobber) found='off on' ;; output) found='auto table list json ndjson csv tsv markdown yaml ids' ;; pager) found='off on' ;; times) found='relative exact' ;; timing) found='off on' ;; title) found='off on' ;; warn-permissions) found='off on' ;; esac ;;
    *) return 1 ;;
  esac
}

_teamsh() {
  local words=() word command='' option='' before='' found='' position=1 dashes=yes
  # bash parts words at the = of --output=json; here both spellings are alike.
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    [[ $word == '=' && ${#words[@]} -gt 0 && ${words[-1]} == --* ]] || words+=("$word")
  done
  [[ $word == '=' && ${words[-1]} == --* ]] && words+=('')
  local current=${words[-1]}
  unset 'words[-1]'

  for word in "${words[@]}"; do
    if [[ -n $option ]]; then
      option=''
    elif [[ $dashes && $word == -- ]]; then
      dashes=''
    elif [[ $dashes && $word == -?* ]]; then
      _teamsh_values "$command" "$word" && option=$word
    elif _teamsh_words "$command"; then
      command+=${command:+ }$word
      _teamsh_alias
    else
      before=$word
      ((position += 1))
    fi
  done

  found=''
  if [[ -n $option ]]; then
    _teamsh_values "$command" "$option"
  elif [[ $dashes && $current == -* ]]; then
    _teamsh_options "$command"
  elif _teamsh_words "$command"; then
    [[ -n $command || -n $(compgen -W "$found" -- "$current") ]] || found=/
  elif _teamsh_options "$command"; then
    _teamsh_values "$command" "$position" "$before"
  else
    found=/
  fi
  if [[ $found == / ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -W "$found" -- "$current")
  fi
}

complete -F _teamsh teamsh
