#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chooses the tests that fit in a time, and prints their names.

usage: choose-tests.py SECONDS BUILD-FOLDER LOG…

LOG is what Meson wrote of a run of the same tests without sanitizers; the time that each took there
says what it will take with them. Tests of the suite journey are left to the full run, those of style
have nothing to watch. The short ones come first; what does not fit is named on stderr.
"""
import json
import os
import subprocess
import sys

# Sanitized code takes about three times as long, with a second more to start up and look for leaks.
FACTOR = 3
EACH = 1


def durations(paths):
    found = {}
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                entry = json.loads(line)
                found[entry["name"].split(" / ")[-1]] = entry["duration"]
    return found


def candidates(folder):
    """Names of the tests of core and ui, without the journeys."""
    command = ["meson", "test", "-C", folder, "--no-rebuild", "--list"]
    names = []
    for suite in ("core", "ui"):
        options = ["--suite", suite, "--no-suite", "journey"]
        output = subprocess.run(command + options, capture_output=True, text=True, check=True)
        names += [n.split(" / ")[-1] for n in output.stdout.splitlines() if " / " in n]
    return sorted(set(names))


def main():
    budget = float(sys.argv[1]) * max(os.cpu_count() or 1, 1)
    took = durations(sys.argv[3:])
    left_out = []
    for name in sorted(candidates(sys.argv[2]), key=lambda n: took.get(n, 60)):
        cost = took.get(name, 60) * FACTOR + EACH
        if cost > budget:
            left_out.append(name)
            continue
        budget -= cost
        print(name)
    if left_out:
        print("Zonder bewaking van het geheugen bleven, want de tijd is op:", *left_out,
              file=sys.stderr)


main()
