#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the tests need, builds, and runs all tests. Closes with 'N passed, N failed' alone
# on a line, counted from what Meson wrote; a test that vanished or was skipped counts as failed.
#   sh scripts/test.sh                 everything
#   sh scripts/test.sh --quick         without the sanitizers
#   sh scripts/test.sh --within 28     with the sanitizers as far as they fit in 28 minutes; what did
#                                      not is named
set -u
cd "$(dirname "$0")/.." || exit 1
root=$(pwd)
# shellcheck source=packages.sh
. "$root/scripts/packages.sh"
# shellcheck source=common.sh
. "$root/scripts/common.sh"

sanitize=all
minutes=0
case "$#:${1:-}" in
  0:) ;;
  1:--quick) sanitize=none ;;
  2:--within) sanitize=some minutes=$2 ;;
  *) sanitize=wrong ;;
esac
case $sanitize:$minutes in
  wrong:* | *:*[!0-9]* | *:)
    complain "Gebruik: sh scripts/test.sh [--quick | --within MINUTEN]"
    exit 2
    ;;
esac

# What is counted at the end: pairs of a build folder and the name of a run in it.
runs=
broken=0

# close_with_count: the last thing that this script does, whatever happened before.
close_with_count ()
{
  trap - EXIT INT TERM
  # shellcheck disable=SC2086 # a list of runs, split on purpose
  if [ -z "$runs" ] ||
    ! line=$(python3 "$root/scripts/count-tests.py" "--also-failed=$broken" $runs); then
    line="0 passed, $((broken > 0 ? broken : 1)) failed"
  fi
  printf '%s\n' "$line"
  case $line in
    *" 0 failed"*) exit 0 ;;
    *) exit 1 ;;
  esac
}
# A run that is stopped did not pass.
trap 'broken=$((broken + 1)); close_with_count' INT TERM
trap close_with_count EXIT

give_up ()
{
  broken=$((broken + 1))
  exit 1
}

# on COMMAND…: with a screen of its own. off COMMAND…: as on a machine that has none.
on () { sh scripts/on-screen.sh "$@"; }
off () { env -u DISPLAY -u WAYLAND_DISPLAY "$@"; }

# run_suites HOW DIR NAME OPTION…: runs the tests that these options of 'meson test' choose. The
# result is counted at the end.
run_suites ()
{
  how=$1
  dir=$2
  log=$2/meson-logs/$3
  name=$3
  shift 3
  # What should run is written down first: a run that breaks off must not look complete.
  meson test -C "$dir" --no-rebuild --list "$@" > "$log.list" 2> /dev/null || true
  rm -f "$log.json"
  runs="$runs $log"
  "$how" meson test -C "$dir" --no-rebuild --quiet --print-errorlogs --logbase "$name" "$@" || true
}

since () { echo $(($(date +%s) - started)); }

# seconds_left: of the time that was given; more than enough when none was.
seconds_left () { echo $((minutes > 0 ? minutes * 60 - $(since) : 86400)); }

# Address and undefined behaviour watched. What only reads the sources would learn nothing from it.
build_watched ()
{
  configure build-san -Dbuildtype=debug -Doptimization=1 -Db_sanitize=address,undefined \
    -Db_lundef=false -Db_pie=false && build build-san
}

# watch_all: every test of core and ui.
watch_all ()
{
  run_suites off build-san kern --suite core --timeout-multiplier 5
  run_suites on build-san venster --suite ui --timeout-multiplier 5
}

# watch_some: the tests that fit in what is left of the time, the short ones first, by what each took
# without. A quarter is kept back: a run that the end of the time breaks off counts as failed.
watch_some ()
{
  # shellcheck disable=SC2046 # two lists of names, split on purpose
  set -- $(python3 scripts/choose-tests.py "$(($(seconds_left) * 3 / 4))" build-san \
    build-test/meson-logs/kern.json build-test/meson-logs/venster.json)
  [ "$#" -gt 0 ] || return 0
  run_suites on build-san gekozen --timeout-multiplier 5 "$@"
}

started=$(date +%s)
say "Handslag wordt getest. De eerste keer kost dat ongeveer een kwartier."
ensure_packages build run headless test || give_up

before_build=$(since)
configure build-test -Dwerror=true || give_up
build build-test || give_up
build_took=$(($(since) - before_build))
say "Gebouwd na $(since) s."
# A slow or busy machine is no failure: limits of tests are for what hangs.
run_suites off build-test kern --no-suite ui --no-suite bench --timeout-multiplier 3
run_suites on build-test venster --suite ui --timeout-multiplier 3
say "Getest na $(since) s."

if [ "$sanitize" = none ]; then
  exit
fi
# Building for it takes about twice as long as before.
if [ "$(seconds_left)" -lt $((build_took * 2 + 120)) ]; then
  say "Er is geen tijd over om ook met bewaking van het geheugen te testen."
  say "Dat doet: sh scripts/test.sh"
elif ! build_watched; then
  broken=$((broken + 1))
elif [ "$sanitize" = all ]; then
  watch_all
else
  watch_some
fi
say "Klaar na $(since) s."
