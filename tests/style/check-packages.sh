#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-packages.sh ROOT
# The one list of packages: three names or a dash a line, no name twice, and each group filled.
set -eu
cd "$1/scripts"
for group in build run headless test; do
  for system in debian fedora arch; do
    sh packages.sh "$system" "$group" | grep -q . || { echo "$system has no $group"; exit 1; }
  done
done
bad=$(sed -n '/^build\|^run \|^headless\|^test /p' packages.sh | awk 'NF != 4')
[ -z "$bad" ] || { echo "not four columns: $bad"; exit 1; }
twice=$(sed -n '/^build\|^run \|^headless\|^test /p' packages.sh | awk '{ print $2 }' | sort | uniq -d)
[ -z "$twice" ] || { echo "twice in the list: $twice"; exit 1; }
if sh packages.sh plan9 build 2> /dev/null; then
  echo "an unknown system is not refused"
  exit 1
fi
