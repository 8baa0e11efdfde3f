#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the tests need, builds, and runs all tests. Closes with 'N passed, N failed' alone
# on a line, counted from what Meson wrote; a test that vanished or was skipped counts as failed.
#   sh scripts/test.sh            everything
#   sh scripts/test.sh --quick    without the sanitizers
set -u
cd "$(dirname "$0")/.." || exit 1
root=$(pwd)
# shellcheck source=packages.sh
. "$root/scripts/packages.sh"
# shellcheck source=common.sh
. "$root/scripts/common.sh"

sanitize=yes
case ${1:-} in
  '') ;;
  --quick) sanitize=no ;;
  *)
    complain "Gebruik: sh scripts/test.sh [--quick]"
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

# without_screen COMMAND…: as on a machine that has none.
without_screen () { env -u DISPLAY -u WAYLAND_DISPLAY "$@"; }

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

started=$(date +%s)
say "Handslag wordt getest. De eerste keer kost dat ongeveer een kwartier."
ensure_packages build run headless test || give_up

configure build-test -Dwerror=true || give_up
build build-test || give_up
say "Gebouwd na $(since) s."
run_suites without_screen build-test kern --no-suite ui --no-suite bench
run_suites on_a_screen build-test venster --suite ui
say "Getest na $(since) s."

if [ "$sanitize" = yes ]; then
  # Once more with address and undefined behaviour watched. What measures, and what only reads the
  # sources, would learn nothing from it.
  if configure build-san -Dbuildtype=debug -Doptimization=1 -Db_sanitize=address,undefined \
    -Db_lundef=false -Db_pie=false && build build-san; then
    run_suites without_screen build-san kern --suite core --timeout-multiplier 4
    run_suites on_a_screen build-san venster --suite ui --timeout-multiplier 4
  else
    broken=$((broken + 1))
  fi
  say "Ook met bewaking van het geheugen getest na $(since) s."
fi
