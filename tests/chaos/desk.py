"""A desk: one editor who publishes one thing after the other, in a thread, while the gate is open."""

import threading
import time
from itertools import count
from random import Random

from tests.chaos import content
from tests.chaos.content import World
from tests.chaos.editor import DONE, Editor
from tests.chaos.ledger import Entry, Ledger

NEW, RENAMED = 0.1, 0.15  # shares of new articles, and of new addresses among the others
_numbers = count(1)


class Desk(threading.Thread):
    """Publishes its own articles by chance until it is told to stop."""

    def __init__(self, editor: Editor, world: World, number: int, ledger: Ledger, seed: int) -> None:
        super().__init__(daemon=True)
        self.editor, self.world, self.ledger = editor, world, ledger
        self.own = world.articles[number :: len(world.editors)]
        self.chance = Random(f"{seed}:{number}")
        self.gate, self.stopped, self.still = threading.Event(), threading.Event(), threading.Event()
        self.still.set()

    def run(self) -> None:
        while not self.stopped.is_set():
            if self.gate.wait(0.05):
                self.still.clear()
                if self.gate.is_set():
                    self.publish()
                self.still.set()

    def publish(self) -> None:
        """One more; if it fails, the editor takes a breath and goes on with another title."""
        title = f"Utgåva {next(_numbers)}"
        address = title.lower().replace(" ", "-")
        mentions = content.targets(self.chance, self.world.hub, self.world.articles)
        begun = time.monotonic()
        if self.chance.random() < NEW:
            pk, site = None, self.chance.choice(self.world.sites)
            pressed = self.editor.write(site.index, title, address, mentions)
        else:
            pk = self.chance.choice(self.own)
            slug = address if self.chance.random() < RENAMED else f"sida-{pk}"
            pressed = self.editor.publish(pk, title, slug, mentions)
        self.ledger.add(Entry(title, pk, pressed, begun, time.monotonic()))
        if pressed.outcome != DONE:
            time.sleep(0.1)


class Room:
    """All desks, which work and rest together."""

    def __init__(self, desks: list[Desk]) -> None:
        self.desks = desks
        for desk in desks:
            desk.start()

    def open(self) -> None:
        for desk in self.desks:
            desk.gate.set()

    def close(self) -> None:
        """Nobody begins anything new; returns when all are still."""
        self.shut()
        for desk in self.desks:
            desk.still.wait(150)

    def shut(self) -> None:
        """Nobody begins anything new."""
        for desk in self.desks:
            desk.gate.clear()

    def go_home(self) -> None:
        self.close()
        for desk in self.desks:
            desk.stopped.set()
        for desk in self.desks:
            desk.join(10)
