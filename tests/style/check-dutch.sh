#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-dutch.sh ROOT
# Dutch is complete: every text that the sources mark stands in po/nl.po with a translation, none
# is fuzzy, and the placeholders of a translation are those of its text.
set -eu
cd "$1"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

msgfmt --check-format --check-domain -o /dev/null po/nl.po

grep -v '^#' po/POTFILES > "$dir/files"
missing=0
while read -r file; do
  [ -f "$file" ] || { echo "po/POTFILES names $file, which does not exist"; missing=1; }
done < "$dir/files"
# A file with texts that is not in the list would silently stay English.
for file in $(find src -name '*.[ch]') $(find ui -name '*.ui' 2> /dev/null); do
  if grep -qE '(^|[^A-Za-z0-9_])[NCQ]{0,2}_ ?\("|ngettext ?\(|translatable="(yes|true)"' "$file" &&
    ! grep -qxF "$file" "$dir/files"; then
    echo "$file has texts to translate and is not in po/POTFILES"
    missing=1
  fi
done
[ "$missing" = 0 ]

grep -E '\.[ch]$' "$dir/files" > "$dir/code" || true
grep -vE '\.[ch]$' "$dir/files" > "$dir/other" || true
set --
if [ -s "$dir/code" ]; then
  xgettext --from-code=UTF-8 -L C --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
    --keyword=ngettext:1,2 --keyword=hs_field_label:1 -o "$dir/code.pot" -f "$dir/code" \
    2> "$dir/warnings"
  set -- "$@" "$dir/code.pot"
fi
if [ -s "$dir/other" ]; then
  xgettext --from-code=UTF-8 -o "$dir/other.pot" -f "$dir/other" 2> "$dir/warnings"
  set -- "$@" "$dir/other.pot"
fi
sed -i 's/charset=CHARSET/charset=UTF-8/' "$@"
msgcat --use-first -o "$dir/all.pot" "$@"
# msgcmp names every text that has no translation, or a fuzzy one.
if ! LANGUAGE=en msgcmp po/nl.po "$dir/all.pot" 2> "$dir/untranslated"; then
  grep 'not defined' "$dir/untranslated" || true
  echo "Without Dutch in po/nl.po:"
  msgattrib --untranslated --no-obsolete --no-wrap po/nl.po | grep '^msgid' | grep -v '""$' || true
  exit 1
fi
msgattrib --only-fuzzy po/nl.po | grep -c '^msgid "..*"' > "$dir/fuzzy" || true
[ "$(cat "$dir/fuzzy")" = 0 ] || { echo "po/nl.po holds fuzzy translations"; exit 1; }
