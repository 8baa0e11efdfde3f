# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Functions that the scripts share: read in, not run. What is missing is installed, and what cannot
# be done is said in words, with the command that would help. Texts for the user are Dutch.
#
# Uses package_names of packages.sh.

say () { printf '%s\n' "$*"; }
complain () { printf '%s\n' "$*" >&2; }

# system_family: prints debian, fedora, arch or other, from what the system says of itself.
system_family ()
{
  if [ -r /etc/os-release ]; then
    # shellcheck source=/dev/null
    like=$(. /etc/os-release && echo " ${ID:-} ${ID_LIKE:-} ")
  else
    like=" "
  fi
  case $like in
    *" debian "* | *" ubuntu "*) echo debian ;;
    *" fedora "* | *" rhel "*) echo fedora ;;
    *" arch "*) echo arch ;;
    *) echo other ;;
  esac
}

# missing_debian NAME…: prints the packages that dpkg does not have installed.
missing_debian ()
{
  # One call for all of them: the second run of a command must cost no time.
  have=$(dpkg-query -W -f '${binary:Package} ${db:Status-Status}\n' "$@" 2> /dev/null |
    awk '$2 == "installed" { sub (/:.*/, "", $1); print $1 }') || true
  for name in "$@"; do
    printf '%s\n' "$have" | grep -qx -- "$name" || echo "$name"
  done
}

# as_root COMMAND…: runs it as the administrator; 126 when this user may not become one.
as_root ()
{
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo > /dev/null 2>&1 && { sudo -n true 2> /dev/null || [ -t 0 ]; }; then
    sudo "$@"
  else
    return 126
  fi
}

apt_quiet ()
{
  as_root env LC_ALL=C DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get -qq -y \
    -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

# explain_apt LOG: says in words why apt could not do it.
explain_apt ()
{
  if grep -qiE 'resolv|could not connect|network is unreachable|timed out|failed to fetch' "$1"; then
    complain "Er is geen verbinding met de pakketbron van dit systeem."
    complain "Controleer het netwerk en probeer het daarna opnieuw."
  elif grep -qiE 'no space left|enough free space' "$1"; then
    complain "De schijf is vol. Maak ruimte vrij en probeer het daarna opnieuw."
  elif grep -qiE 'could not get lock' "$1"; then
    complain "Een ander programma is bezig met installeren. Probeer het straks opnieuw."
  elif grep -qiE 'unable to locate|no installation candidate' "$1"; then
    complain "Dit systeem kent niet elk pakket. Handslag is gemaakt voor Debian 12 of nieuwer."
  fi
  complain "Dit meldde apt-get:"
  tail -n 5 "$1" | sed 's/^/  /' >&2
}

# install_debian NAME…: installs what is missing of these; makes no call to apt when nothing is.
install_debian ()
{
  missing=$(missing_debian "$@" | tr '\n' ' ')
  [ -n "$missing" ] || return 0
  say "Deze pakketten ontbreken nog: $missing"
  log=$(mktemp)
  for attempt in 1 2 3; do
    [ "$attempt" = 1 ] || { say "Dat lukte niet. Poging $attempt van 3."; sleep 5; }
    status=0
    # A failed update still leaves an older list that may do: the installation decides.
    apt_quiet update > "$log" 2>&1 || status=$?
    [ "$status" -ne 126 ] || break
    status=0
    # shellcheck disable=SC2086 # a list of names, split on purpose
    apt_quiet install --no-install-recommends $missing >> "$log" 2>&1 || status=$?
    [ "$status" -ne 0 ] || break
  done
  if [ "$status" -eq 126 ]; then
    complain "U mag op deze computer niets installeren. Vraag een beheerder om deze opdracht:"
    complain "  apt-get update && apt-get install --no-install-recommends $missing"
  elif [ "$status" -ne 0 ]; then
    complain "Het installeren is niet gelukt."
    explain_apt "$log"
  fi
  rm -f "$log"
  return "$status"
}

# names_in_words: the packages of the groups for systems where we do not install by ourselves.
names_in_words ()
{
  complain "Handslag installeert zelf alleen op Debian en Ubuntu. Op dit systeem moet dit er zijn:"
  case $1 in
    fedora) complain "  sudo dnf install $(shift; package_names fedora "$@" | tr '\n' ' ')" ;;
    arch) complain "  sudo pacman -S --needed $(shift; package_names arch "$@" | tr '\n' ' ')" ;;
    *)
      shift
      complain "  met de namen van Debian: $(package_names debian "$@" | tr '\n' ' ')"
      complain "  met de namen van Fedora: $(package_names fedora "$@" | tr '\n' ' ')"
      complain "  met de namen van Arch:   $(package_names arch "$@" | tr '\n' ' ')"
      ;;
  esac
}

# tools_missing GROUP…: true when something that can be asked for without a package manager is not
# there. Libraries are left to Meson, which names what it does not find.
tools_missing ()
{
  tools="gcc meson ninja pkg-config msgfmt glib-compile-resources xmllint"
  case " $* " in *" headless "*) tools="$tools Xvfb xauth dbus-run-session openbox xdotool import" ;; esac
  case " $* " in *" test "*) tools="$tools clang-format shellcheck valgrind qpdf" ;; esac
  for tool in $tools; do
    # Debian gives some tools a name with their version.
    command -v "$tool" > /dev/null 2>&1 || command -v "$tool-14" > /dev/null 2>&1 || return 0
  done
  ! pkg-config --exists gtk4 libadwaita-1 sqlite3 jansson libsodium libqpdf xlsxwriter libical \
    libqrencode 2> /dev/null
}

# ensure_packages GROUP…: makes sure of these groups or says what a person must do.
ensure_packages ()
{
  family=$(system_family)
  if [ "$family" = debian ]; then
    # shellcheck disable=SC2046 # a list of names, split on purpose
    install_debian $(package_names debian "$@")
  elif tools_missing "$@"; then
    names_in_words "$family" "$@"
    return 1
  fi
}

# configure DIR OPTION…: a build folder with these options; costs nothing when it stands already.
# A folder that Meson cannot use any more (moved, half made, by a newer Meson) is made anew.
configure ()
{
  dir=$1
  shift
  if [ -e "$dir" ] && ! [ -w "$dir" ]; then
    complain "De map $dir is van een andere gebruiker. Verwijder die map of wissel van gebruiker."
    return 1
  fi
  wanted=$(printf '%s\n' "$@")
  if [ -f "$dir/build.ninja" ] && [ "$(cat "$dir/.options" 2> /dev/null)" = "$wanted" ]; then
    return 0
  fi
  say "De bouwmap $dir wordt klaargezet."
  log=$(mktemp)
  status=0
  if [ -f "$dir/build.ninja" ]; then
    meson setup --reconfigure "$dir" "$@" > "$log" 2>&1 ||
      meson setup --wipe "$dir" "$@" > "$log" 2>&1 || status=$?
  else
    # What an earlier try left half done would be in the way.
    rm -rf "$dir/meson-private" "$dir/meson-info" "$dir/meson-logs"
    meson setup "$dir" "$@" > "$log" 2>&1 || status=$?
  fi
  if [ "$status" -eq 0 ]; then
    printf '%s\n' "$wanted" > "$dir/.options"
  else
    complain "Het klaarzetten van $dir is niet gelukt:"
    tail -n 8 "$log" | sed 's/^/  /' >&2
  fi
  rm -f "$log"
  return "$status"
}

# build DIR: compiles; quiet when all goes well.
build ()
{
  log=$(mktemp)
  status=0
  ninja -C "$1" > "$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    complain "Het bouwen in $1 is niet gelukt:"
    grep -E 'error|warning|FAILED|undefined|No space' "$log" | head -n 20 | sed 's/^/  /' >&2 ||
      true
    tail -n 5 "$log" | sed 's/^/  /' >&2
  fi
  rm -f "$log"
  return "$status"
}
