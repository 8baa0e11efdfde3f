# SPDX-License-Identifier: GPL-3.0-or-later
"""A coordinator matches: make a proposal, fix a place, ask why, refuse a place, make another
proposal, compare the two, take one over, and find the draft agreement."""

import re

from walk_names import PAGES, Walk
from window_driver import BUTTONS, Failure, run, wait_for

STUDENTS = "Studenten in het voorstel"
PLACES = "Plekken voor deze student"


def matching(app):
    app.expect("Wat moet ik nu doen?", start=True)
    app.go_to(PAGES, "Matchen")
    app.expect("Nog geen voorstel")
    make(app)
    app.picture("voorstel")
    look_at_placed(app)
    fix(app)
    ask_why(app)
    refuse(app)
    make(app)
    look_at_views(app)
    compare(app)
    look_at_students(app)
    accept(app)


def make(app):
    """Makes a proposal, and waits until it can be made again: then it is there."""
    before = titles(app)
    app.press("Voorstel maken")
    wait_for("another proposal", lambda: titles(app) != before)
    wait_for("the end of making it", lambda: app.is_usable("Voorstel maken"))
    app.rows(STUDENTS)


def titles(app):
    return [text for text in app.texts() if re.match(r"\d+: voorstel van ", text)]


def look_at_placed(app):
    """Chooses “Met plek” in the list above the students, by keyboard alone."""
    app.tab_to("the choice of students", lambda node: node.name.startswith("Welke studenten"))
    app.keys("space")
    app.expect("Met plek", ("list item",))
    app.keys("Down")
    wait_for("“Met plek” to have the focus", lambda: has_focus(app, "Met plek"))
    app.keys("Return")

    def placed():
        return any(" km" in name for name in app.row_names(STUDENTS))

    wait_for("students with a place", placed)
    app.tab_to("the students", lambda node: is_row(node, STUDENTS))
    app.expect("Vastzetten", BUTTONS)
    app.picture("met-plek")


def has_focus(app, name):
    node = app.focused()
    return node is not None and node.name.startswith(name)


def is_row(node, list_name):
    return node.role == "list item" and any(up.name == list_name for up in node.above())


def fix(app):
    app.press("Vastzetten")
    app.expect("Losmaken", BUTTONS)
    app.says("Staat vast")
    app.picture("vastgezet")


def ask_why(app):
    """Why the student has this place, and what another one would cost. A place that agreements take
    up costs nothing: it cannot be; then the next one is asked about."""
    app.rows(PLACES)
    app.press("Waarom? ", start=True)
    app.says("Waarom ")
    app.press("Uitleg sluiten")
    for number in range(1, 8):
        if what_it_costs(app, number):
            app.picture("waarom")
            app.press("Uitleg sluiten")
            return
        app.press("Uitleg sluiten")
    raise Failure("no place has a price")


def what_it_costs(app, number):
    button = app.find_all("Waarom? ", BUTTONS, start=True)[number]
    place = button.name.removeprefix("Waarom? ")
    button.act()
    app.says(f"bij {place}?")
    if not app.is_usable("Precies uitrekenen"):
        return False
    app.press("Precies uitrekenen")

    def answer():
        said = " ".join(app.texts())
        return re.search("[Hh]et totaal (gaat|blijft|[0-9])|Er is geen ruimte, ook niet", said)

    return "totaal" in wait_for("what it would cost", answer).group(0)


def refuse(app):
    """Refuses the place of another student."""
    app.tab_to("the students", lambda node: is_row(node, STUDENTS))
    first = app.focused().name
    app.keys_until("another student", lambda: other_row(app, first), "Down")
    name = app.focused().name.split(",")[0]
    app.expect(name, ("label",))
    app.press("Weigeren…")
    app.write("Reden", "te ver met de bus")
    app.picture("weigeren")
    app.press("Weigeren")
    app.says("Geweigerd: het volgende voorstel houdt daar rekening mee")


def other_row(app, first):
    node = app.focused()
    return node is not None and is_row(node, STUDENTS) and node.name != first


def look_at_views(app):
    """All places, bottlenecks, and what counts; every control there has a name."""
    walk = Walk(app)
    app.tab_to("the students", lambda node: is_row(node, STUDENTS))
    for key, text in (("ctrl+Next", "stageplaatsen hebben ruimte."),
                      ("ctrl+Next", "Boodschappenlijst: wat zou helpen?")):
        app.keys(key)
        app.says(text)
        walk.look(text.split()[0].lower().strip(":"))
    app.keys("ctrl+Prior", "ctrl+Prior", "ctrl+Prior")
    app.says("Wat telt in het volgende voorstel?")
    wait_for("what it does", lambda: any("andere plek" in text for text in app.texts()))
    walk.look("wat-telt")
    if walk.wrong:
        raise Failure("nodes without a name:\n# " + "\n# ".join(sorted(walk.wrong)[:20]))


def compare(app):
    """Two proposals stand side by side."""
    app.keys("ctrl+Prior")
    app.expect("Eerste wens komt uit")
    app.says("Studenten met een plek")
    app.expect("Op het bord zetten: Tweede", BUTTONS)
    app.picture("vergelijken")


def look_at_students(app):
    """The place that was fixed is fixed still, in the new proposal."""
    wait_for("the fixed place", lambda: any("Staat vast" in n for n in app.row_names(STUDENTS)))
    app.tab_to("the students", lambda node: is_row(node, STUDENTS))
    app.keys("ctrl+Next", "ctrl+Next")
    app.expect("Overnemen…", BUTTONS)


def accept(app):
    app.press("Overnemen…")
    app.says("Handslag maakt")
    app.picture("overnemen")
    app.press("Overnemen")
    app.says("concept-stageafspraak gemaakt")
    app.says("1 is overgenomen.")
    app.picture("overgenomen")
    app.go_to(PAGES, "Stageafspraken")
    wait_for("a draft agreement", lambda: any("Concept" in text for text in app.texts()))
    app.picture("conceptafspraak")


if __name__ == "__main__":
    import sys

    run(matching, sys.argv)
