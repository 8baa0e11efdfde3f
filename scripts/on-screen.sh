#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: on-screen.sh COMMAND…
# Runs the command with a display, a session bus and a runtime folder of its own. The server picks its
# own number: xvfb-run looks for a free one beforehand, and two at a time find the same.
set -eu
folder=$(mktemp -d)
Xvfb -displayfd 3 -screen 0 1400x950x24 -nolisten tcp 3> "$folder/display" > "$folder/log" 2>&1 &
server=$!
trap 'kill "$server" 2> /dev/null || true; wait "$server" 2> /dev/null || true; rm -rf "$folder"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
left=600
until [ -s "$folder/display" ]; do
  left=$((left - 1))
  if [ "$left" -eq 0 ] || ! kill -0 "$server" 2> /dev/null; then
    echo "Het scherm zonder beeld (Xvfb) start niet:" >&2
    tail -n 5 "$folder/log" >&2
    exit 1
  fi
  sleep 0.1
done
DISPLAY=":$(cat "$folder/display")" XDG_RUNTIME_DIR="$folder" dbus-run-session -- "$@"
