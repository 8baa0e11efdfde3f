#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: on-a-screen.sh SCRIPT.py PROGRAM MAKE-REGION FOLDER [REGION]
# Runs a journey on a screen, a bus and a home of its own. FOLDER keeps the pictures. REGION is what
# MAKE-REGION is asked for.
set -eu
script=$1
program=$2
make_region=$3
folder=$4
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
rm -rf "$folder"
mkdir -p "$folder" "$home/files"
export HOME="$home" XDG_DATA_HOME="$home/data" \
  XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" \
  GTK_A11Y=atspi GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=keyfile \
  HANDSLAG_NOW=2026-11-23T09:00:00Z HANDSLAG_TEST_FILES="$home/files" \
  G_DEBUG=fatal-criticals
unset NO_AT_BRIDGE
printf '%%PDF-1.4 getekend\n' > "$home/files/scan.pdf"
"$make_region" "$home/regio.handslag" ${5:+"$5"}
cat > "$home/inside.sh" <<INSIDE
gsettings set org.gnome.desktop.interface toolkit-accessibility true
gsettings set org.gnome.desktop.interface enable-animations false
openbox > /dev/null 2>&1 &
manager=\$!
/usr/bin/python3 "$script" "$program" "$home/regio.handslag" "$folder"
status=\$?
kill \$manager
exit \$status
INSIDE
status=0
"$(dirname "$0")/../../scripts/on-screen.sh" sh "$home/inside.sh" 2> "$folder/log" || status=$?
[ "$status" -eq 0 ] || tail -n 20 "$folder/log" >&2
exit "$status"
