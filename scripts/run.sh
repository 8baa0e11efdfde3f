#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and does the main job.
#   sh scripts/run.sh             with a display: the program on a demo region; without: the same
#                                 job without a screen, and the contracts and pictures that it gave
#   sh scripts/run.sh --headless  the second, on any machine
#   sh scripts/run.sh --build     only installs and builds
set -eu
cd "$(dirname "$0")/.."
root=$(pwd)
# shellcheck source=packages.sh
. "$root/scripts/packages.sh"
# shellcheck source=common.sh
. "$root/scripts/common.sh"

how=window
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || how=headless
case ${1:-} in
  '') ;;
  --headless) how=headless ;;
  --build) how=build ;;
  *)
    complain "Gebruik: sh scripts/run.sh [--headless | --build]"
    exit 2
    ;;
esac

groups="build run"
[ "$how" != headless ] || groups="$groups headless"
# shellcheck disable=SC2086 # a list of groups, split on purpose
ensure_packages $groups || exit 3

prefix="$root/build/install"
configure build "--prefix=$prefix" || exit 3
build build || exit 3
# Installed into the build folder: translation, settings, icons and file type are then found as they
# are on a system where a package was installed.
meson install -C build --no-rebuild --only-changed > build/install.log 2>&1 || {
  complain "Het installeren in $prefix is niet gelukt:"
  tail -n 5 build/install.log | sed 's/^/  /' >&2
  exit 3
}
PATH="$prefix/bin:$PATH"
XDG_DATA_DIRS="$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
export PATH XDG_DATA_DIRS

out="$root/uitvoer"
case $how in
  build)
    say "Handslag is gebouwd en staat in $prefix/bin."
    ;;
  window)
    mkdir -p "$out"
    demo="$out/demo.handslag"
    [ -f "$demo" ] || {
      say "De demoregio wordt gemaakt."
      handslag-cli --db "$demo" demo > /dev/null || { rm -f "$demo"; exit 3; }
    }
    say "Handslag opent de demoregio $demo."
    exec handslag "$demo"
    ;;
  headless)
    sh scripts/main-job.sh "$out" || exit 3
    ;;
esac
