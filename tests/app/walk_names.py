# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks over every page and dialog: no interactive node without a name and a role."""

from window_driver import Failure, role_and_name, run

INTERACTIVE = {
    "push button", "button", "toggle button", "check box", "radio button", "combo box", "text",
    "entry", "password text", "list item", "table cell", "menu item", "slider", "spin button",
    "link", "list box", "list",
}


n_walked = 0


def complain_about(app, where):
    global n_walked
    wrong = []
    for node in app.nodes():
        role, name = role_and_name(node)
        if role not in INTERACTIVE:
            continue
        n_walked += 1
        if name == "" or name.startswith(("Gtk", "Adw", "Hs")) or "_" in name:
            parents = []
            parent = node.get_parent()
            while parent is not None and len(parents) < 5:
                parents.append(f"{parent.get_role_name()} “{parent.get_name()}”")
                parent = parent.get_parent()
            wrong.append(f"{where}: {role} “{name}” in {' < '.join(parents)}")
    return wrong


def every_node_has_a_name(app):
    wrong = []
    app.expect("Wat moet ik nu doen?", start=True)
    for page in range(1, 9):
        app.keys(f"alt+{page}")
        app.picture(f"pagina-{page}")
        wrong += complain_about(app, f"page {page}")
    app.keys("alt+4")
    app.keys("Tab", "Tab", "Down", "Down")
    app.expect("Roepnaam")
    wrong += complain_about(app, "student")
    app.keys("ctrl+k")
    app.expect("Overal zoeken", ("text", "entry"))
    wrong += complain_about(app, "search")
    app.keys("Escape")
    app.keys("alt+1")
    app.keys("ctrl+n")
    app.expect("Nieuwe stageafspraak")
    wrong += complain_about(app, "new agreement")
    app.keys("Escape")
    app.press("Concept beginnen:", start=True)
    app.active_window("– Stageafspraak")
    for section in range(1, 10):
        app.keys(f"alt+{section}")
        app.picture(f"onderdeel-{section}")
        wrong += complain_about(app, f"section {section}")
    if n_walked < 300:
        raise Failure(f"only {n_walked} nodes were seen: the walk went wrong")
    if wrong:
        raise Failure("nodes without a name:\n# " + "\n# ".join(sorted(set(wrong))[:40]))


if __name__ == "__main__":
    import sys

    run(every_node_has_a_name, sys.argv)
