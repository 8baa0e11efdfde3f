# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in the window: draft, submit, return, submit, approve, send, sign by three, PDF."""

import os
import re

from window_driver import Failure, run, wait_for


def main_job(app):
    app.expect("Wat moet ik nu doen?", start=True)
    app.picture("overzicht")
    start_draft(app)
    fill_in(app)
    discuss(app, "Met iedereen besproken")
    app.keys("ctrl+Return")
    app.says("Ter beoordeling ·")
    send_back(app)
    app.keys("ctrl+Return")
    app.says("Ter beoordeling ·")
    discuss(app, "Iedereen is akkoord")
    app.keys("ctrl+Return")
    app.says("Goedgekeurd ·")
    app.picture("goedgekeurd")
    app.keys("ctrl+Return")
    app.says("Wacht op handtekeningen ·")
    sign_all(app)
    save_pdf(app)


def start_draft(app):
    app.press("Concept beginnen:", start=True)
    app.active_window("– Stageafspraak")
    app.expect("Concept beginnen")
    app.picture("geplaatst")
    app.keys("ctrl+Return")
    app.says("Concept ·")


def fill_in(app):
    app.keys("alt+2")
    app.write("Deel van de kwalificatie", "Kerntaak 1, werkproces 3 en 4.")
    app.keys("alt+7")
    app.says("heeft geen criteria")
    said = " ".join(app.texts())
    title = re.search("De praktijkopdracht “(.+?)” heeft geen criteria", said).group(1)
    app.press(f"{title}. ", start=True)
    app.write("Behoefte van het team of de doelgroep", "Het team wil minder vergissingen.")
    app.write("Behoefte bevestigd door", "Teamleider")
    app.write("Behoefte bevestigd op", "20-11-2026")
    app.write("Als het niet past", "Dan werkt de student met de lijst op papier.")
    app.picture("praktijkopdracht")


def discuss(app, button):
    for section in range(3, 8):
        app.keys(f"alt+{section}")
        app.expect(button, ("push button", "button"))
        if section == 3:
            app.picture("thema")
        left = app.count(button)
        app.press(button)
        wait_for("the status of a theme", lambda: app.count(button) < left)


def send_back(app):
    app.press("Terugsturen")
    app.write("Waarom? Iedereen die meedoet leest dit.", "De einddatum klopt niet.")
    app.picture("terugsturen")
    app.press("Terugsturen")
    app.says("De einddatum klopt niet.")
    app.says("Concept ·")
    app.picture("teruggestuurd")


def sign_all(app):
    app.keys("alt+8")
    for role in ("Student", "School", "Zorgorganisatie"):
        app.press(f"Ondertekenen: {role}")
        sign_on_paper(app, role)
        app.active_window("– Stageafspraak")
        app.gone(f"Ondertekenen: {role}")
    app.says("Afgesproken")
    app.picture("afgesproken")


def sign_on_paper(app, role):
    app.expect("Wie heeft het papier gezien?")
    app.write("Wie heeft het papier gezien?", "Nina Dijkstra")
    app.press("Scan kiezen…")
    app.says("scan.pdf")
    app.picture(f"ondertekenen-{role.lower()}")
    app.press("Ondertekenen")


def save_pdf(app):
    folder = os.environ["HANDSLAG_TEST_FILES"]
    app.keys("ctrl+p")

    def made():
        return [n for n in os.listdir(folder) if n.startswith("stageafspraak-")]

    name = wait_for("the PDF", made)[0]
    with open(os.path.join(folder, name), "rb") as pdf:
        if pdf.read(5) != b"%PDF-":
            raise Failure("what was saved is no PDF")
    app.picture("pdf")


if __name__ == "__main__":
    import sys

    run(main_job, sys.argv)
