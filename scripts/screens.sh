#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: screens.sh FILE FOLDER NUMBER
# Opens FILE in the real program and leaves pictures in FOLDER: of the pages of the main window, and of
# the agreement with this number. Expects a display and a session bus (on-screen.sh), with nothing else
# on that display.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=common.sh
. "$root/scripts/common.sh"
file=$1
folder=$2
number=$3

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
# enlarge WINDOW: to nearly the whole display, with the keyboard.
enlarge ()
{
  xdotool windowsize --sync "$1" 1380 910 2> /dev/null || true
  xdotool windowmove "$1" 10 30 2> /dev/null || true
  xdotool windowfocus --sync "$1" 2> /dev/null || true
}

# drop_same NAME BEFORE: a picture of what was seen before already is no picture.
drop_same ()
{
  ! cmp -s "$folder/$1.png" "$folder/$2.png" || rm -f "$folder/$1.png"
}

enlarge "$(windows | head -n 1)"
picture wachten
rm -f "$folder/wachten.png"

# The pages, by their keys: Alt+1 and on. A list page has the keyboard in its search field, where
# Enter chooses the first row. Overview, agreements and matching are shown as they open.
for page in 1 2 3 4 5 6 7 8 9; do
  xdotool key "alt+$page"
  picture "pagina-$page"
  case $page in
    1 | 3 | 4) ;;
    *)
      xdotool key Return
      picture "pagina-$page"
      ;;
  esac
  drop_same "pagina-$page" "pagina-$((page - 1))"
done

# The agreement opens from the list in a window of its own: parties, law, first and last theme,
# signatures.
xdotool key alt+3
picture afspraak-1
xdotool type "$number"
picture afspraak-1
xdotool key Return
agreement () { xdotool search --onlyvisible --name ' – Stageafspraak$'; }
wait_for 60 agreement || {
  complain "Het venster van stageafspraak $number ging niet open."
  exit 1
}
enlarge "$(agreement | head -n 1)"
for section in 1 2 3 7 8; do
  xdotool key "alt+$section"
  picture "afspraak-$section"
done
