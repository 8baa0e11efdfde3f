#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chooses the tests of core and ui that fit in a time, and prints their names.

usage: choose-tests.py SECONDS BUILD-FOLDER LOG…

LOG is what Meson wrote of a run of the same tests without sanitizers; the time that each took there
says what it will take with them. The short ones come first; what does not fit is named on stderr.
"""
import json
import os
import subprocess
import sys

# Sanitized code took four times as long, all tests together; and each a second more, to start up and
# look for leaks.
FACTOR = 5
EACH = 1
# Of a test that did not end before.
UNKNOWN = 60


def durations(paths):
    found = {}
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                entry = json.loads(line)
                found[entry["name"].split(" / ")[-1]] = entry["duration"]
    return found


def names_of(folder, suite):
    command = ["meson", "test", "-C", folder, "--no-rebuild", "--list", "--suite", suite]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {line.split(" / ")[-1] for line in output.splitlines() if " / " in line}


def main():
    folder = sys.argv[2]
    took = durations(sys.argv[3:])
    processors = os.cpu_count() or 1
    left = float(sys.argv[1]) * processors
    alone = names_of(folder, "journey")
    costs = {name: (took.get(name, UNKNOWN) * FACTOR + EACH) * (processors if name in alone else 1)
             for name in names_of(folder, "core") | names_of(folder, "ui")}
    left_out = []
    for name in sorted(costs, key=lambda n: (costs[n], n)):
        if costs[name] > left:
            left_out.append(name)
            continue
        left -= costs[name]
        print(name)
    if left_out:
        print("Zonder bewaking van het geheugen bleven, want de tijd is op:", *left_out,
              file=sys.stderr)


main()
