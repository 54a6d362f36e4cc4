# bash completion of teamsh, generated from the commands' declarations by: make generate

# The words that can follow a noun, or begin a line; fails where none can.
_teamsh_words() {
  case "$1" in
    '') found='team channel member chat message user graph permissions cache journal login logout whoami use context ls set history help source echo true false : exit demo' ;;
    'team') found='list show' ;;
    'channel') found='list show create delete' ;;
    'member') found='list add update remove' ;;
    'chat') found='list show create' ;;
    'message') found='list show send reply' ;;
    'user') found='list show' ;;
    'graph') found='get post patch put delete' ;;
    'permissions') found='list check' ;;
    'cache') found='show refresh clear' ;;
    'journal') found='list show' ;;
    *) return 1 ;;
  esac
}

# The command that another name calls.
_teamsh_alias() {
  case "$command" in
    'cd') command='use' ;;
    'pwd') command='context' ;;
    'team ls') command='team list' ;;
    'channel ls') command='channel list' ;;
    'channel rm') command='channel delete' ;;
    'member ls') command='member list' ;;
    'member rm') command='member remove' ;;
    'chat ls') command='chat list' ;;
    'message ls') command='message list' ;;
    'user ls') command='user list' ;;
    'permissions ls') command='permissions list' ;;
    'journal ls') command='journal list' ;;
  esac
}

# The options of a command, or of teamsh itself; fails for no command.
_teamsh_options() {
  case "$1" in
    '') found='--profile -o --output --as --read-only --no-rc --trace --keep-going -c -f --version --help' ;;
    'login') found='--app --secret --token --scopes -o --output --columns --jq --limit --raw' ;;
    'logout') found='-o --output --columns --jq --limit --raw' ;;
    'whoami') found='-o --output --columns --jq --limit --raw' ;;
    'use') found='-o --output --columns --jq --limit --raw' ;;
    'context') found='-o --output --columns --jq --limit --raw' ;;
    'ls') found='-o --output --columns --jq --limit --raw' ;;
    'team list') found='--joined -o --output --columns --jq --limit --raw' ;;
    'team show') found='-o --output --columns --jq --limit --raw' ;;
    'channel list') found='--team -o --output --columns --jq --limit --raw' ;;
    'channel show') found='--team -o --output --columns --jq --limit --raw' ;;
    'channel create') found='--description --kind --owner --team --dry-run -o --output --columns --jq --limit --raw' ;;
    'channel delete') found='--team --yes --dry-run -o --output --columns --jq --limit --raw' ;;
    'member list') found='--team --channel --chat -o --output --columns --jq --limit --raw' ;;
    'member add') found='--owner --team --channel --chat --dry-run -o --output --columns --jq --limit --raw' ;;
    'member update') found='--role --team --channel --dry-run -o --output --columns --jq --limit --raw' ;;
    'member remove') found='--team --channel --chat --yes --dry-run -o --output --columns --jq --limit --raw' ;;
    'chat list') found='--kind -o --output --columns --jq --limit --raw' ;;
    'chat show') found='-o --output --columns --jq --limit --raw' ;;
    'chat create') found='--topic --dry-run -o --output --columns --jq --limit --raw' ;;
    'message list') found='--all --replies --team --channel --chat -o --output --columns --jq --limit --raw' ;;
    'message show') found='--team --channel --chat -o --output --columns --jq --limit --raw' ;;
    'message send') found='--html --subject --importance --team --channel --chat --dry-run -o --output --columns --jq --limit --raw' ;;
    'message reply') found='--html --team --channel --chat --dry-run -o --output --columns --jq --limit --raw' ;;
    'user list') found='--search -o --output --columns --jq --limit --raw' ;;
    'user show') found='-o --output --columns --jq --limit --raw' ;;
    'graph get') found='-H --header --page -o --output --columns --jq --limit --raw' ;;
    'graph post') found='-H --header --dry-run -o --output --columns --jq --limit --raw' ;;
    'graph patch') found='-H --header --dry-run -o --output --columns --jq --limit --raw' ;;
    'graph put') found='-H --header --dry-run -o --output --columns --jq --limit --raw' ;;
    'graph delete') found='-H --header --yes --dry-run -o --output --columns --jq --limit --raw' ;;
    'permissions list') found='-o --output --columns --jq --limit --raw' ;;
    'permissions check') found='-o --output --columns --jq --limit --raw' ;;
    'cache show') found='-o --output --columns --jq --limit --raw' ;;
    'cache refresh') found='-o --output --columns --jq --limit --raw' ;;
    'cache clear') found='-o --output --columns --jq --limit --raw' ;;
    'journal list') found='--unknown -o --output --columns --jq --limit --raw' ;;
    'journal show') found='-o --output --columns --jq --limit --raw' ;;
    'set') found='-o --output --columns --jq --limit --raw' ;;
    'history') found='-o --output --columns --jq --limit --raw' ;;
    'help') found='-o --output --columns --jq --limit --raw' ;;
    'source') found='-o --output --columns --jq --limit --raw' ;;
    'echo') found='-o --output --columns --jq --limit --raw' ;;
    'true') found='-o --output --columns --jq --limit --raw' ;;
    'false') found='-o --output --columns --jq --limit --raw' ;;
    ':') found='-o --output --columns --jq --limit --raw' ;;
    'exit') found='-o --output --columns --jq --limit --raw' ;;
    *) return 1 ;;
  esac
}

# What an option of a command takes, or a position, after the word before; fails for nothing.
_teamsh_values() {
  found=''
  case "$1 $2" in
    *' --profile' | *' -c' | *' --secret' | *' --token' | *' --scopes' | *' --columns' | *' --jq' | *' --limit' | *' --team' | *' --description' | 'channel create --owner' | *' --channel' | *' --chat' | *' --topic' | *' --replies' | *' --subject' | *' --search' | *' -H' | *' --header') : ;;
    *' -o' | *' --output') found='table list json ndjson csv ids' ;;
    *' --as') found='person app' ;;
    *' -f' | 'source 1') found=/ ;;
    'channel create --kind') found='standard private shared' ;;
    'chat list --kind') found='oneOnOne group meeting' ;;
    *' --role') found='owner member' ;;
    *' --importance') found='normal high urgent' ;;
    'permissions list '[1-9]* | 'permissions check '[1-9]* | 'help '[1-9]*) _teamsh_words "$3" ;;
    'cache refresh '[1-9]* | 'cache clear '[1-9]*) found='people teams channels chats members' ;;
    'set 1') found='keep-going output prompt' ;;
    'set 2') case $3 in keep-going) found='off on' ;; output) found='auto table list json ndjson csv ids' ;; esac ;;
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
