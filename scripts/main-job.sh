#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: main-job.sh FOLDER
# Does the main job without a screen: drafts, checks, submits, returns, approves, sends and signs an
# agreement of a demo region, makes the contract and verifies it, and takes pictures of the real
# windows. Programs are those on PATH (run.sh puts the built ones there).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=common.sh
. "$root/scripts/common.sh"

mkdir -p "$1"
folder=$(cd "$1" && pwd)
file="$folder/hoofdtaak.handslag"
# Each run starts from nothing: what an earlier one left would be taken for a result of this one.
rm -rf "$folder/sleutels" "$folder/vensters"
rm -f "$file" "$file-wal" "$file-shm" "$folder"/*.pdf "$folder"/*.ics

python3 "$root/scripts/main_job.py" "$file" "$folder" || exit 1

mkdir -p "$folder/vensters"
say "De vensters worden op de foto gezet."
sh "$root/scripts/on-screen.sh" sh "$root/scripts/screens.sh" "$file" "$folder/vensters" \
  "$(cat "$folder/.nummer")" 2> "$folder/vensters/log" || {
  tail -n 5 "$folder/vensters/log" >&2
  exit 1
}
rm -f "$folder/.nummer" "$folder/vensters/log"
pdftoppm -r 60 -png "$folder/stageafspraak.pdf" "$folder/vensters/stageafspraak" || true

say ""
say "Klaar. In de map $folder staan:"
say "  stageafspraak.pdf     de ondertekende stageafspraak"
say "  stageafspraak.ics     de contactmomenten, voor een agenda"
say "  hoofdtaak.handslag    de demoregio met deze stageafspraak"
say "  vensters/             beelden van de vensters en van de bladzijden"
