#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks on the text of the sources that no compiler makes.

usage: check_sources.py ROOT (spdx | length | layers | paths | words | promises)
"""
import os
import re
import subprocess
import sys

TEXT = (".c", ".h", ".py", ".sh", ".ui", ".css", ".sql", ".xml", ".in", ".build", ".md", ".json",
        ".po", ".svg", ".txt", ".csv", ".supp")
CODE = (".c", ".h")

# Which layers a layer may include: itself and what stands below it.
BELOW_TRUST = {"domain", "store"}
ALLOWED = {
    "domain": set(),
    "store": {"domain"},
    "matching": BELOW_TRUST,
    "trust": BELOW_TRUST,
    "documents": BELOW_TRUST | {"trust"},
    "demo": BELOW_TRUST | {"trust", "documents"},
    "sync": BELOW_TRUST | {"matching", "trust", "documents"},
    "cli": BELOW_TRUST | {"matching", "trust", "documents", "demo", "sync"},
    "app": BELOW_TRUST | {"matching", "trust", "documents", "demo", "sync"},
}
# A library that one layer alone may see.
OWNERS = (
    (re.compile(r"^(gtk/|gdk/|gsk/|adwaita\.h)"), {"app"}),
    (re.compile(r"^sqlite3\.h"), {"store"}),
    (re.compile(r"^curl/"), {"sync"}),
    (re.compile(r"^sodium"), {"trust"}),
)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
LONGEST = 700


def tracked(root):
    """The files of the project: what git knows, or all of them in a source archive."""
    try:
        out = subprocess.run(["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z", "--cached",
                              "--others", "--exclude-standard"],
                             capture_output=True, check=True).stdout.decode()
        names = [name for name in out.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = []
        for folder, folders, files in os.walk(root):
            folders[:] = [f for f in folders if not f.startswith("build") and f != ".git"]
            names += [os.path.relpath(os.path.join(folder, f), root) for f in files]
    return sorted(n for n in set(names) if os.path.isfile(os.path.join(root, n)))


def read(root, name):
    with open(os.path.join(root, name), encoding="utf-8") as file:
        return file.read()


def check_spdx(root, names):
    for name in names:
        if name.endswith((".c", ".h", ".py", ".sh", ".ui", ".css", ".sql", ".build", ".svg", ".in",
                          ".xml", ".supp", ".po")) or name == "meson_options.txt":
            head = "\n".join(read(root, name).split("\n")[:4])
            if "SPDX-License-Identifier: " not in head:
                yield f"{name}:1: no SPDX-License-Identifier in the first lines"


def check_length(root, names):
    for name in names:
        if name.endswith((".c", ".h", ".py", ".sh", ".ui")):
            lines = read(root, name).count("\n")
            if lines > LONGEST:
                yield f"{name}: {lines} lines, {LONGEST} is the most: split it by role"


def check_layers(root, names):
    home = {}
    for name in names:
        parts = name.split("/")
        if name.endswith(".h") and parts[0] == "src" and len(parts) > 2:
            home[parts[-1]] = parts[1]
    for name in names:
        parts = name.split("/")
        if not name.endswith(CODE) or parts[0] != "src" or len(parts) < 3:
            continue
        layer = parts[1]
        for _, header in INCLUDE.findall(read(root, name)):
            for pattern, owners in OWNERS:
                if pattern.match(header) and layer not in owners:
                    yield f"{name}: only src/{' and src/'.join(sorted(owners))} may see <{header}>"
            other = home.get(os.path.basename(header))
            if other and other != layer and other not in ALLOWED.get(layer, set()):
                yield f"{name}: layer {layer} may not look at layer {other} ({header})"


def check_paths(root, names):
    # In pieces, so that this file does not find itself.
    pattern = re.compile("/" + "(?:work|root|home/[a-z][a-z0-9_-]*|Users)/" + r"[\w.]")
    for name in names:
        if name.endswith(TEXT) or name.startswith(".ci/"):
            for number, line in enumerate(read(root, name).split("\n"), 1):
                if pattern.search(line):
                    yield f"{name}:{number}: a path of one machine: {line.strip()[:80]}"


# Words with one meaning (the vocabulary of the program); on screen these are the wrong ones.
WRONG_WORDS = (
    (re.compile(r"\bgekwalificeerde?\b", re.I), "elektronische handtekening"),
    (re.compile(r"\bstage-?contract\w*", re.I), "stageafspraak"),
    (re.compile(r"\bstageovereenkomst\w*", re.I), "stageafspraak"),
    (re.compile(r"\bstagiaire?s?\b", re.I), "student"),
    (re.compile(r"\bleerling(en)?\b", re.I), "student"),
)


def check_words(root, names):
    text = read(root, "po/nl.po")
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(("msgid", "#")):
            continue
        for pattern, better in WRONG_WORDS:
            found = pattern.search(line)
            if found:
                yield f"po/nl.po:{number}: '{found.group()}': say {better}"


# In pieces, as above.
PROMISE = re.compile(r"\b(?:" + "TO" + "DO|FIX" + "ME|XX" + r"X|HA" + r"CK|not imple" + r"mented)\b")
SKIPPED = re.compile("g_test_" + "skip|should_" + "fail")


def check_promises(root, names):
    for name in names:
        top = name.split("/")[0]
        if top in ("src", "ui", "data", "scripts", "tests") and name.endswith(TEXT):
            for number, line in enumerate(read(root, name).split("\n"), 1):
                if PROMISE.search(line):
                    yield f"{name}:{number}: a promise, not work: {line.strip()[:80]}"
                if top == "tests" and SKIPPED.search(line):
                    yield f"{name}:{number}: a test that may skip: {line.strip()[:80]}"


CHECKS = {"spdx": check_spdx, "length": check_length, "layers": check_layers,
          "paths": check_paths, "words": check_words, "promises": check_promises}


def main():
    root, which = sys.argv[1], sys.argv[2]
    findings = list(CHECKS[which](root, tracked(root)))
    print("\n".join(findings))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
