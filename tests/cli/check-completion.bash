#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-completion.bash CLI COMPLETION
# What bash offers after some words of a command line.
PATH=$(dirname "$1"):$PATH
# shellcheck source=/dev/null
. "$2"

# The program tells bash how to complete a file name; there is no prompt here to tell it to.
compopt () { :; }

# check 'WORD…' 'OFFER…': the last word is the one that is being typed.
check ()
{
  mapfile -t COMP_WORDS < <(xargs -n1 printf '%s\n' <<< "handslag-cli $1")
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  _handslag_cli
  if [ "${COMPREPLY[*]}" != "$2" ]; then
    echo "after '$1': '${COMPREPLY[*]}' and not '$2'"
    exit 1
  fi
}

check 'ag' 'agreement'
check 'agreement si' 'sign signatures'
check "agreement sheet ''" 'answer consent deliver fix list new withdraw'
check 'agreement sign --me' '--method'
check 'agreement sign 2027-00012 --role gu' 'guardian'
check 'agreement sign 2027-00012 --method p' 'paper'
check 'import stu' 'student'
check '--db region.handslag --as x@y.nl li' 'list'
check 'key revo' 'revoke'
check 'nothing' ''
