#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: screens.sh FILE FOLDER
# Opens FILE in the real program and leaves pictures of its windows in FOLDER. Expects a display and
# a session bus (on-screen.sh), with nothing else on that display.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=common.sh
. "$root/scripts/common.sh"
file=$1
folder=$2

GDK_BACKEND=x11
GSK_RENDERER=cairo
GSETTINGS_BACKEND=memory
GTK_A11Y=none
# Settings of its own: the same pictures on every machine, and no animation half way.
XDG_CONFIG_HOME=$(mktemp -d)
mkdir "$XDG_CONFIG_HOME/gtk-4.0"
printf '[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=false\n' \
  > "$XDG_CONFIG_HOME/gtk-4.0/settings.ini"
export GDK_BACKEND GSK_RENDERER GSETTINGS_BACKEND GTK_A11Y XDG_CONFIG_HOME

openbox > /dev/null 2>&1 &
manager=$!
handslag "$file" > "$folder/handslag.log" 2>&1 &
program=$!
trap 'kill "$program" "$manager" 2> /dev/null || true; rm -rf "$XDG_CONFIG_HOME"' EXIT

# wait_for SECONDS COMMAND…: asks again until the command succeeds.
wait_for ()
{
  left=$(($1 * 5))
  shift
  until "$@" > /dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 0.2
  done
}

# picture NAME: of the whole display, once it no longer changes.
picture ()
{
  now="$folder/$1.png"
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
    import -silent -window root "$now"
    if [ -f "$folder/.before.png" ] && cmp -s "$now" "$folder/.before.png"; then
      break
    fi
    cp "$now" "$folder/.before.png"
    sleep 0.3
  done
  rm -f "$folder/.before.png"
}

windows () { xdotool search --onlyvisible --class handslag; }

wait_for 30 windows || {
  complain "Het venster van Handslag ging niet open:"
  tail -n 5 "$folder/handslag.log" >&2
  exit 1
}
window=$(windows | head -n 1)
xdotool windowsize --sync "$window" 1380 910 2> /dev/null || true
xdotool windowmove "$window" 10 30 2> /dev/null || true
xdotool windowfocus --sync "$window" 2> /dev/null || true

# The pages of the main window, by their keys: Alt+1 and on. A page that is not there changes
# nothing, and then its picture is that of the page before.
last=
for number in 1 2 3 4 5 6 7 8 9; do
  xdotool key --window "$window" "alt+$number"
  picture "pagina-$number"
  if [ -n "$last" ] && cmp -s "$last" "$folder/pagina-$number.png"; then
    rm "$folder/pagina-$number.png"
  else
    last="$folder/pagina-$number.png"
  fi
done
