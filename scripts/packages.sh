#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The one list of packages that Handslag needs, with their names on three families of systems.
# CI, packagers and the two commands all read this list; there is no second one.
#
#   sh scripts/packages.sh debian build run      names for Debian and Ubuntu, one a line
#   sh scripts/packages.sh fedora build run test
#   sh scripts/packages.sh arch build
#
# Groups: build (compile and install), run (use the program), headless (windows without a screen),
# test (everything that only the tests need). A dash: the system brings it with another package.
set -eu

package_table ()
{
  cat <<'TABLE'
build    gcc                  gcc                        gcc
build    libc6-dev            glibc-devel                glibc
build    meson                meson                      meson
build    ninja-build          ninja-build                ninja
build    pkg-config           pkgconf-pkg-config         pkgconf
build    gettext              gettext-devel              gettext
build    libglib2.0-dev       glib2-devel                glib2-devel
build    libglib2.0-bin       glib2                      glib2
build    libgtk-4-dev         gtk4-devel                 gtk4
build    libgtk-4-bin         gtk-update-icon-cache      gtk-update-icon-cache
build    libadwaita-1-dev     libadwaita-devel           libadwaita
build    libsqlite3-dev       sqlite-devel               sqlite
build    libjansson-dev       jansson-devel              jansson
build    libsodium-dev        libsodium-devel            libsodium
build    libqpdf-dev          qpdf-devel                 qpdf
build    libxlsxwriter-dev    libxlsxwriter-devel        libxlsxwriter
build    libical-dev          libical-devel              libical
build    libqrencode-dev      qrencode-devel             qrencode
build    libcairo2-dev        cairo-devel                cairo
build    libpango1.0-dev      pango-devel                pango
build    libxml2-utils        libxml2                    libxml2
build    appstream            appstream                  appstream
build    desktop-file-utils   desktop-file-utils         desktop-file-utils
build    shared-mime-info     shared-mime-info           shared-mime-info
run      adwaita-icon-theme   adwaita-icon-theme         adwaita-icon-theme
run      librsvg2-common      librsvg2                   librsvg
run      dconf-gsettings-backend dconf                   dconf
run      fonts-dejavu-core    dejavu-sans-fonts          ttf-dejavu
run      fonts-cantarell      abattis-cantarell-fonts    cantarell-fonts
headless xvfb                 xorg-x11-server-Xvfb       xorg-server-xvfb
headless xauth                xorg-x11-xauth             xorg-xauth
headless dbus-daemon          dbus-daemon                dbus
headless openbox              openbox                    openbox
headless xdotool              xdotool                    xdotool
headless imagemagick          ImageMagick                imagemagick
headless poppler-utils        poppler-utils              poppler
test     clang-format-14      clang-tools-extra          clang
test     groff-base           groff-base                 groff
test     shellcheck           ShellCheck                 shellcheck
test     git                  git                        git
test     valgrind             valgrind                   valgrind
test     sqlite3              sqlite                     sqlite
test     qpdf                 qpdf                       qpdf
test     zbar-tools           zbar                       zbar
test     python3              python3                    python
test     python3-gi           python3-gobject            python-gobject
test     libreoffice-calc     libreoffice-calc           libreoffice-still
test     gir1.2-atspi-2.0     at-spi2-core               at-spi2-core
test     at-spi2-core         at-spi2-core               at-spi2-core
test     libasan8             libasan                    -
test     libubsan1            libubsan                   -
TABLE
}

# package_names SYSTEM GROUP…: the names of the groups on debian, fedora or arch, one a line.
package_names ()
{
  case $1 in
    debian) column=2 ;;
    fedora) column=3 ;;
    arch) column=4 ;;
    *) echo "packages.sh: system must be debian, fedora or arch, not '$1'" >&2; return 2 ;;
  esac
  shift
  for group in "$@"; do
    package_table | awk -v g="$group" -v c="$column" '$1 == g && $c != "-" { print $c }'
  done | sort -u
}

# Run as a program it prints names; read in by another script it only lends its functions.
case ${0##*/} in
  packages.sh) package_names "$@" ;;
esac
