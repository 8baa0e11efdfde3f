# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a real window through AT-SPI and the keyboard, and keeps pictures of what it saw.

Nodes are found by role and name, as a screen reader hears them. Nothing waits for a fixed time:
each step waits for what it expects, with a limit, and no key is sent before the window that should
get it has the keyboard.

libatspi asks five questions a node and waits for each answer, which is seconds for a full page. Here
one question goes to many nodes at once, and a look at the screen costs some tenths of a second.
"""

import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

LIMIT = float(os.environ.get("HANDSLAG_TEST_LIMIT", "120"))
BUTTONS = ("push button", "toggle button", "button")
FIELDS = ("text", "entry", "password text")
ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
NAME = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))


class Failure(Exception):
    """What a person would say went wrong."""


def wait_for(what, test, limit=None):
    end = time.monotonic() + (limit or LIMIT)
    while True:
        found = test()
        if found:
            return found
        if time.monotonic() > end:
            raise Failure(f"waited in vain for {what}")
        time.sleep(0.1)


class Node:
    """One node: its place and name as they were at the moment of a look."""

    def __init__(self, bus, path, parent=None):
        self.bus = bus
        self.path = path
        self.parent = parent
        self.children = []
        self.role = ""
        self.name = ""
        self.known_states = None

    @property
    def states(self):
        if self.known_states is None:
            self.bus.look_at_states([self])
        return self.known_states

    def has(self, state):
        return bool(self.states >> int(state) & 1)

    @property
    def is_usable(self):
        return self.has(Atspi.StateType.SENSITIVE)

    def below(self):
        """Everything below this node, in the order in which one reads."""
        for child in self.children:
            yield child
            yield from child.below()

    def above(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def act(self):
        """What Enter or a click does with it; false when it is gone or does nothing."""
        answer = self.bus.ask(self.path, "org.a11y.atspi.Action", "DoAction", "(i)", 0)
        return answer is not None and answer[0]

    def set_text(self, text):
        answer = self.bus.ask(
            self.path, "org.a11y.atspi.EditableText", "SetTextContents", "(s)", text
        )
        return answer is not None and answer[0]


class Bus:
    """The accessibility bus, and the program's name on it."""

    def __init__(self, pid):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None
        ).unpack()[0]
        flags = Gio.DBusConnectionFlags
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )
        self.pid = pid
        self.program = None
        self.roles = {}

    def call(self, name, path, interface, method, arguments=None):
        try:
            return self.connection.call_sync(
                name, path, interface, method, arguments, None, 0, int(LIMIT * 1000), None
            ).unpack()
        except GLib.Error:
            return None  # not there yet, or no longer

    def ask(self, path, interface, method, signature=None, *values):
        arguments = GLib.Variant(signature, values) if signature else None
        return self.call(self.program, path, interface, method, arguments)

    def ask_all(self, paths, interface, method, arguments=None):
        """The same question to many, all at once; None for a node that is gone."""
        answers = {}
        loop = GLib.MainLoop()

        def answered(connection, result, path):
            try:
                answers[path] = connection.call_finish(result).unpack()[0]
            except GLib.Error:
                answers[path] = None
            if len(answers) == len(paths):
                loop.quit()

        for path in paths:
            self.connection.call(
                self.program, path, interface, method, arguments, None, 0, int(LIMIT * 1000), None,
                answered, path,
            )
        if paths:
            loop.run()
        return answers

    def look_for_program(self):
        bus = "org.freedesktop.DBus"
        answer = self.call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren")
        for name, _ in answer[0] if answer else []:
            arguments = GLib.Variant("(s)", (name,))
            owner = self.call(
                bus, "/org/freedesktop/DBus", bus, "GetConnectionUnixProcessID", arguments
            )
            if owner and owner[0] == self.pid:
                self.program = name
        return self.program

    def look_at_children(self, nodes):
        answers = self.ask_all([node.path for node in nodes], ACCESSIBLE, "GetChildren")
        for node in nodes:
            children = answers[node.path] or []
            node.children = [Node(self, path, node) for _, path in children]

    def look_at_names(self, nodes):
        paths = [node.path for node in nodes]
        names = self.ask_all(paths, "org.freedesktop.DBus.Properties", "Get", NAME)
        new = [path for path in paths if path not in self.roles]
        self.roles.update(self.ask_all(new, ACCESSIBLE, "GetRole"))
        for node in nodes:
            node.name = names[node.path] or ""
            node.role = Atspi.role_get_name(Atspi.Role(self.roles[node.path] or 0))

    def look_at_states(self, nodes):
        answers = self.ask_all([node.path for node in nodes], ACCESSIBLE, "GetState")
        for node in nodes:
            low, high = answers[node.path] or (0, 0)
            node.known_states = low | high << 32

    def windows(self):
        """The windows, without what is in them."""
        if not self.program and not self.look_for_program():
            return []
        root = Node(self, ROOT)
        self.look_at_children([root])
        self.look_at_names(root.children)
        return root.children

    def look_into(self, window):
        """Everything in @window that is not hidden, in the order in which one reads."""
        level = [window]
        while level:
            self.look_at_children(level)
            level = [child for node in level for child in node.children]
        everything = list(window.below())
        self.look_at_names(everything)
        return everything


class Program:
    def __init__(self, command, pictures):
        self.pictures = pictures
        self.n_pictures = 0
        self.process = subprocess.Popen(command)
        self.bus = Bus(self.process.pid)

    def front(self):
        """The window that was opened last: the one that a person looks at."""
        windows = self.bus.windows()
        return windows[-1] if windows else None

    def nodes(self):
        """What is in the front window, in the order in which one reads."""
        if self.process.poll() is not None:
            raise Failure(f"the program ended with {self.process.returncode}")
        window = self.front()
        return self.bus.look_into(window) if window else []

    def find_all(self, name, roles=None, start=False):
        return [
            node
            for node in self.nodes()
            if (node.name.startswith(name) if start else node.name == name)
            and (roles is None or node.role in roles)
        ]

    def find(self, name, roles=None, start=False):
        return next(iter(self.find_all(name, roles, start)), None)

    def expect(self, name, roles=None, start=False):
        return wait_for(f"“{name}”", lambda: self.find(name, roles, start))

    def count(self, name, roles=BUTTONS):
        return len(self.find_all(name, roles))

    def gone(self, name, roles=None):
        wait_for(f"the end of “{name}”", lambda: self.find(name, roles) is None)

    def press(self, name, start=False):
        """Presses the button that is called so, as a screen reader does, once it can be used."""

        def pressed():
            node = self.find(name, BUTTONS, start)
            return node is not None and node.is_usable and node.act()

        wait_for(f"“{name}” to press", pressed)

    def is_usable(self, name):
        node = self.find(name, BUTTONS)
        return node is not None and node.is_usable

    def write(self, name, text):
        def written():
            node = self.find(name, FIELDS)
            return node is not None and node.is_usable and node.set_text(text)

        wait_for(f"“{name}” to write in", written)

    def window_is(self, part=""):
        """The front window when it has @part in its name and gets what is typed. X knows that of
        every window; AT-SPI not of all of them."""
        window = self.front()
        asked = ["xdotool", "getactivewindow", "getwindowname"]
        typed_in = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
        return window if window and part in window.name and window.name == typed_in else None

    def active_window(self, part=""):
        return wait_for(
            f"the window “{part}” to have the keyboard", lambda: self.window_is(part)
        )

    def keys(self, *keys):
        """Types the keys once, in the front window."""
        self.active_window()
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def keys_until(self, what, test, *keys):
        """Types the keys, and again when after a while @test is not true: for keys that may be
        typed twice without harm."""
        end = time.monotonic() + LIMIT
        patience = 5
        while True:
            self.keys(*keys)
            try:
                return wait_for(what, test, patience)
            except Failure:
                if time.monotonic() > end:
                    raise
                patience *= 2

    def keys_to(self, name, *keys, roles=None, start=False):
        """As keys_until, to see @name."""
        return self.keys_until(f"“{name}”", lambda: self.find(name, roles, start), *keys)

    def rows(self, list_name):
        """The rows of the list that is called so, once it has any."""

        def found():
            return [
                node
                for node in self.nodes()
                if node.role == "list item" and any(up.name == list_name for up in node.above())
            ]

        return wait_for(f"the rows of “{list_name}”", found)

    def row_names(self, list_name):
        return [row.name for row in self.rows(list_name)]

    def go_to(self, list_name, row_name):
        """Shows a page or section by the key of its row (Alt+1 for the first), and waits until the
        row says that it is chosen. The name of a row may go on, with what is missing there."""

        def place():
            names = self.row_names(list_name)
            return next((i + 1 for i, n in enumerate(names) if n.startswith(row_name)), None)

        def chosen():
            return any(
                row.name.startswith(row_name) and row.has(Atspi.StateType.SELECTED)
                for row in self.rows(list_name)
            )

        number = wait_for(f"“{row_name}”", place)
        self.keys_until(f"“{row_name}” to be chosen", chosen, f"alt+{number % 10}")

    def settle(self):
        """Waits until two looks at the screen see the same: before a picture, never before keys."""
        seen = []

        def same():
            seen.append([(node.role, node.name) for node in self.nodes()])
            return len(seen) > 1 and seen[-1] == seen[-2]

        wait_for("the screen to come to rest", same)

    def focused(self):
        nodes = self.nodes()
        self.bus.look_at_states(nodes)
        return next((node for node in nodes if node.has(Atspi.StateType.FOCUSED)), None)

    def tab_to(self, what, fits, key="Tab", most=60):
        """Types Tab, and waits each time for the focus to move, until it is on what @fits."""
        before = self.focused()
        for _ in range(most):
            if before is not None and fits(before):
                return before
            path = before.path if before else None

            def moved():
                now = self.focused()
                return now if now is not None and now.path != path else None

            before = self.keys_until("the focus to move", moved, key)
        raise Failure(f"{most} times {key} did not lead to {what}")

    def texts(self):
        return [node.name for node in self.nodes() if node.role == "label"]

    def says(self, text):
        """Some text on the screen holds @text."""
        wait_for(f"the text “{text}”", lambda: any(text in said for said in self.texts()))

    def picture(self, name):
        self.n_pictures += 1
        path = os.path.join(self.pictures, f"{self.n_pictures:02d}-{name}.png")
        subprocess.run(["import", "-silent", "-window", "root", path], check=True)

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=60)


def explain(driver, failure):
    print(f"1..1\nnot ok 1 {failure}")
    driver.picture("mislukt")
    if driver.process.poll() is None:
        for text in driver.texts():
            print(f"# {text}")


def run(journey, argv):
    program, file, pictures = argv[1:4]
    os.makedirs(pictures, exist_ok=True)
    driver = Program([program, file], pictures)
    try:
        journey(driver)
        if driver.process.poll() is not None:
            raise Failure(f"the program ended with {driver.process.returncode}")
        print(f"1..1\nok 1 {journey.__name__}")
    except Failure as failure:
        explain(driver, failure)
        sys.exit(1)
    finally:
        if driver.process.poll() is None:
            driver.stop()
