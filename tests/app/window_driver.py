# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a real window through AT-SPI and the keyboard, and keeps pictures of what it saw.

Nodes are found by role and name, as a screen reader hears them. Nothing waits for a fixed time:
each step waits for what it expects, with a limit.
"""

import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

LIMIT = float(os.environ.get("HANDSLAG_TEST_LIMIT", "40"))


class Failure(Exception):
    """What a person would say went wrong."""


def wait_for(what, test):
    end = time.monotonic() + LIMIT
    while True:
        found = test()
        if found:
            return found
        if time.monotonic() > end:
            raise Failure(f"waited in vain for {what}")
        time.sleep(0.1)


def role_and_name(node):
    """Of a node that may be gone by now."""
    try:
        return node.get_role_name(), node.get_name() or ""
    except Exception:
        return "", ""


class Program:
    def __init__(self, command, pictures):
        self.pictures = pictures
        self.n_pictures = 0
        self.process = subprocess.Popen(command)

    def application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                # No main loop runs here that would keep a cache up to date.
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def front(self):
        """The window that was opened last: the one that a person looks at."""
        application = self.application()
        count = application.get_child_count() if application else 0
        return application.get_child_at_index(count - 1) if count else None

    def nodes(self, root=None, depth=0):
        """Everything below @root that is not hidden. GTK 4.8 says "showing" of windows only, so
        pages of a stack that are not in front are here as well."""
        root = root or self.front()
        if root is None or depth > 60:
            return
        try:
            count = root.get_child_count()
        except Exception:
            return
        for i in range(count):
            try:
                child = root.get_child_at_index(i)
                if child is None:
                    continue
                seen = child.get_state_set().contains(Atspi.StateType.VISIBLE)
            except Exception:
                continue
            if seen:
                yield child
                yield from self.nodes(child, depth + 1)

    def find(self, name, roles=None, start=False):
        for node in self.nodes():
            role, said = role_and_name(node)
            if (said.startswith(name) if start else said == name) and (
                roles is None or role in roles
            ):
                return node
        return None

    def expect(self, name, roles=None, start=False):
        return wait_for(f"“{name}”", lambda: self.find(name, roles, start))

    def count(self, name, roles=("push button", "toggle button", "button")):
        return sum(
            1
            for node in self.nodes()
            if role_and_name(node)[0] in roles and role_and_name(node)[1] == name
        )

    def gone(self, name, roles=None):
        wait_for(f"the end of “{name}”", lambda: self.find(name, roles) is None)

    def press(self, name, start=False):
        """Presses the button that is called so, as a screen reader does."""
        node = self.expect(name, ("push button", "toggle button", "button"), start)
        wait_for(
            f"“{name}” to be usable",
            lambda: self.is_usable(node),
        )
        if not self.act(node):
            raise Failure(f"“{name}” cannot be pressed")

    def is_usable(self, node):
        try:
            return node.get_state_set().contains(Atspi.StateType.SENSITIVE)
        except Exception:
            return False

    def act(self, node):
        try:
            return node.do_action(0)
        except Exception:
            return False

    def write(self, name, text):
        node = self.expect(name, ("text", "entry", "password text"))
        node.set_text_contents(text)

    def active_window(self, part):
        """Waits until the window with @part in its name has the keyboard."""

        def look():
            application = self.application()
            for i in range(application.get_child_count() if application else 0):
                try:
                    frame = application.get_child_at_index(i)
                    if part in (frame.get_name() or "") and frame.get_state_set().contains(
                        Atspi.StateType.ACTIVE
                    ):
                        return frame
                except Exception:
                    continue
            return None

        return wait_for(f"the window “{part}”", look)

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def texts(self):
        return [name for role, name in map(role_and_name, self.nodes()) if role == "label"]

    def says(self, text):
        """Some text on the screen holds @text."""

        def look():
            return any(text in (name or "") for name in self.texts())

        wait_for(f"the text “{text}”", look)

    def picture(self, name):
        self.n_pictures += 1
        path = os.path.join(self.pictures, f"{self.n_pictures:02d}-{name}.png")
        subprocess.run(["import", "-silent", "-window", "root", path], check=True)

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)


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
        driver.picture("mislukt")
        print(f"1..1\nnot ok 1 {journey.__name__}: {failure}")
        for text in driver.texts():
            print(f"# {text}")
        sys.exit(1)
    finally:
        if driver.process.poll() is None:
            driver.stop()
