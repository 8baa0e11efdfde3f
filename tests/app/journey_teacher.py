# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher works through a pile of ten reviews with the keyboard alone, and returns two."""

import re
import sqlite3
import subprocess
import sys

from window_driver import BUTTONS, Failure, run, wait_for

N_REVIEWS = 10
RETURNED = (3, 7)
REASON = "De einddatum klopt niet."


def states(file):
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=10) as database:
        return dict(database.execute("SELECT state, count(*) FROM agreement GROUP BY state"))


def pile(app):
    before = states(sys.argv[2])
    app.expect("Wat moet ik nu doen?", start=True)
    app.tab_to("a review", lambda node: node.name.startswith("Bekijken:"))
    app.picture("overzicht")
    app.keys("Return")
    app.active_window("– Stageafspraak")
    to_the_first(app)
    for number in range(1, N_REVIEWS + 1):
        app.says(f"Beoordeling {number} van {N_REVIEWS}")
        if number in RETURNED:
            send_back(app, number)
        else:
            approve(app, number)
    app.says("Dit was de laatste beoordeling van de stapel.")
    app.picture("klaar")
    check_states(before)
    look_back(app)


def place(app):
    """Which review of the pile is in front, 0 as long as that is not known."""
    said = (re.match(rf"Beoordeling (\d+) van {N_REVIEWS}$", text) for text in app.texts())
    return next((int(match.group(1)) for match in said if match), 0)


def to_the_first(app):
    number = wait_for("the pile", lambda: place(app))
    while number > 1:
        number -= 1
        app.keys("ctrl+Page_Up")
        app.says(f"Beoordeling {number} van {N_REVIEWS}")


def is_needed(app):
    """Whether something is needed before the next step."""
    return any(
        node.role in BUTTONS and node.name.startswith("Nog ") and "nodig" in node.name
        for node in app.nodes()
    )


def approve(app, number):
    wait_for("what is needed to be counted", lambda: is_needed(app))
    app.keys_until("all to be agreed", lambda: not is_needed(app), "ctrl+shift+a")
    app.picture(f"beoordeling-{number}")
    app.keys("ctrl+Return")
    if number == N_REVIEWS:
        app.says("Goedgekeurd ·")


def send_back(app, number):
    reason = "Waarom? Iedereen die meedoet leest dit."
    wait_for("“Terugsturen” to be usable", lambda: app.is_usable("Terugsturen"))
    app.keys_to(reason, "ctrl+shift+Return")
    app.active_window("Terugsturen")

    def written():
        return any(reason == node.name and node.has(FOCUSED) for node in app.nodes())

    wait_for("the focus on the reason", written)
    subprocess.run(["xdotool", "type", "--delay", "30", REASON], check=True)
    app.picture(f"terugsturen-{number}")
    app.keys("ctrl+Return")
    app.active_window("– Stageafspraak")


def check_states(before):
    """Eight were approved, and two are drafts again."""

    def as_expected():
        now = states(sys.argv[2])
        return (
            now.get("approved", 0) - before.get("approved", 0) == N_REVIEWS - len(RETURNED)
            and now.get("draft", 0) - before.get("draft", 0) == len(RETURNED)
        )

    wait_for("eight approved and two drafts", as_expected)


def look_back(app):
    """The reason stands above the agreement that was sent back."""
    for number in range(N_REVIEWS - 1, RETURNED[-1] - 1, -1):
        app.keys("ctrl+Page_Up")
        app.says(f"Beoordeling {number} van {N_REVIEWS}")
    app.says(REASON)
    app.picture("teruggestuurd")


if __name__ == "__main__":
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi

    FOCUSED = Atspi.StateType.FOCUSED
    run(pile, sys.argv)
