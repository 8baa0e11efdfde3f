# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in the window: draft, submit, return, submit, approve, send, sign by three, PDF."""

import os
import re

from window_driver import BUTTONS, Failure, run, wait_for


SECTIONS = "Onderdelen"
THEMES = (
    "Verantwoordelijkheden", "Intervisie, reflectie en begeleiding", "Onboarding",
    "Voorbereidend leermateriaal", "Zorgtechnologie in praktijkopdrachten",
)


def main_job(app):
    app.expect("Wat moet ik nu doen?", start=True)
    app.picture("overzicht")
    start_draft(app)
    fill_in(app)
    discuss(app, "Met iedereen besproken")
    step(app, "Ter beoordeling sturen", "Ter beoordeling ·")
    send_back(app)
    step(app, "Ter beoordeling sturen", "Ter beoordeling ·")
    discuss(app, "Iedereen is akkoord")
    step(app, "Goedkeuren", "Goedgekeurd ·")
    app.picture("goedgekeurd")
    step(app, "Versturen om te ondertekenen", "Wacht op handtekeningen ·")
    sign_all(app)
    save_pdf(app)


def step(app, button, said):
    """The next step by its key, once the button for it can be used. Not typed twice: the key means
    the step after it then."""
    wait_for(f"“{button}” to be usable", lambda: app.is_usable(button))
    app.keys("ctrl+Return")
    app.says(said)


def start_draft(app):
    app.press("Concept beginnen:", start=True)
    app.active_window("– Stageafspraak")
    app.expect("Concept beginnen")
    app.picture("geplaatst")
    step(app, "Concept beginnen", "Concept ·")


def fill_in(app):
    app.go_to(SECTIONS, "Wettelijk deel")
    app.write("Deel van de kwalificatie", "Kerntaak 1, werkproces 3 en 4.")
    app.go_to(SECTIONS, "Zorgtechnologie in praktijkopdrachten")
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
    """Presses the button with which everybody has discussed a theme, or agrees, in all five."""
    for theme in THEMES:
        app.go_to(SECTIONS, theme)
        app.expect(button, BUTTONS)
        app.picture(theme.split()[0].strip(",").lower())
        app.press(button)
        app.gone(button, BUTTONS)


def send_back(app):
    app.press("Terugsturen")
    app.write("Waarom? Iedereen die meedoet leest dit.", "De einddatum klopt niet.")
    app.picture("terugsturen")
    app.press("Terugsturen")
    app.says("De einddatum klopt niet.")
    app.says("Concept ·")
    app.picture("teruggestuurd")


def sign_all(app):
    app.go_to(SECTIONS, "Handtekeningen")
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
