# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks over every page and dialog: no interactive node without a name and a role."""

from window_driver import FIELDS, Failure, run

INTERACTIVE = {
    "push button", "button", "toggle button", "check box", "radio button", "combo box", "text",
    "entry", "password text", "list item", "table cell", "menu item", "slider", "spin button",
    "link", "list box", "list",
}


PAGES = "Pagina's"


class Walk:
    def __init__(self, app):
        self.app = app
        self.n_walked = 0
        self.wrong = set()

    def look(self, where):
        """The interactive nodes of what is in front now."""
        self.app.settle()
        self.app.picture(where)
        for node in self.app.nodes():
            if node.role not in INTERACTIVE:
                continue
            self.n_walked += 1
            if node.name == "" or node.name.startswith(("Gtk", "Adw", "Hs")) or "_" in node.name:
                above = [f"{up.role} “{up.name}”" for up in node.above()][:5]
                self.wrong.add(f"{where}: {node.role} “{node.name}” in {' < '.join(above)}")

    def all_of(self, list_name, most=9):
        """Every page or section with a row in this list."""
        names = [name.split(",")[0] for name in self.app.row_names(list_name)[:most]]
        if len(names) < 5:
            raise Failure(f"only {len(names)} rows in “{list_name}”")
        for name in names:
            self.app.go_to(list_name, name)
            self.look(name.lower().replace(" ", "-"))


def details_of_a_student(app):
    """By keyboard: from the search field to the list and down in it."""
    app.go_to(PAGES, "Studenten")
    names = app.row_names("Studenten")
    app.tab_to("the list of students", lambda node: node.name in names)
    app.keys_to("Roepnaam", "Down")


def every_node_has_a_name(app):
    walk = Walk(app)
    app.expect("Wat moet ik nu doen?", start=True)
    walk.all_of(PAGES)
    details_of_a_student(app)
    walk.look("student")
    app.keys_to("Overal zoeken", "ctrl+k", roles=FIELDS)
    walk.look("zoeken")
    app.keys("Escape")
    app.gone("Overal zoeken", FIELDS)
    app.go_to(PAGES, "Overzicht")
    app.keys_until("the dialog", lambda: app.window_is("Nieuwe stageafspraak"), "ctrl+n")
    walk.look("nieuwe-stageafspraak")
    app.keys("Escape")
    app.press("Concept beginnen:", start=True)
    app.active_window("– Stageafspraak")
    walk.all_of("Onderdelen")
    if walk.n_walked < 300:
        raise Failure(f"only {walk.n_walked} nodes were seen: the walk went wrong")
    if walk.wrong:
        raise Failure("nodes without a name:\n# " + "\n# ".join(sorted(walk.wrong)[:40]))


if __name__ == "__main__":
    import sys

    run(every_node_has_a_name, sys.argv)
