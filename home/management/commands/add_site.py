"""Make the site of a unit, or of a whole organisation."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.onboarding import sheet
from home.onboarding.book import Book
from home.onboarding.onboard import Onboarded, find, onboard, send
from home.onboarding.order import Order, OrderError
from home.onboarding.tally import Tally


class Command(BaseCommand):
    help = (
        "Make a unit's site: unit, first pages, folder, groups, a token, and an invitation for the first editor. "
        "What stands already is left as it is. Example: manage.py add_site vantor --name 'Föreningen Vantör' "
        "--kind branch --parent stockholm --domain vantor.example.se --area 0180 --editor vera@example.se; "
        "or a whole organisation: manage.py add_site --from-csv sites.csv --dry-run"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", nargs="?", default="", help="The unit's and the site's slug.")
        parser.add_argument("--name", default="", help="What the unit is called.")
        parser.add_argument("--kind", default="", help="national, district or branch.")
        parser.add_argument("--parent", default="", help="The slug of the unit above.")
        parser.add_argument("--domain", default="", help="Where its front end answers: www.example.se")
        parser.add_argument("--area", default="", help="SCB's code or name of a municipality or county; ; between.")
        parser.add_argument("--editor", default="", help="The e-mail address of the first editor, who is invited.")
        parser.add_argument(
            "--from-csv", type=Path, metavar="FILE", help=f"Columns {','.join(sheet.REQUIRED)}[,editor]"
        )
        parser.add_argument("--tokens", type=Path, metavar="FILE", help="With --from-csv: write the tokens there.")
        parser.add_argument("--dry-run", action="store_true", help="Change nothing; say what would be made.")

    def handle(self, *args: Any, **options: Any) -> None:
        given = [name for name in ("slug", "name", "kind", "parent", "domain", "area", "editor") if options[name]]
        if options["from_csv"]:
            if given:
                raise CommandError("With --from-csv everything stands in the file.")
            self._many(options["from_csv"], options["tokens"], dry_run=options["dry_run"])
            return
        missing = [name for name in ("slug", "name", "kind", "domain") if not options[name]]
        if missing or options["tokens"]:
            wanted = f"missing: {', '.join(missing)}" if missing else "--tokens belongs to --from-csv"
            raise CommandError(f"Give a slug with --name, --kind and --domain, or --from-csv FILE ({wanted}).")
        self._one(Order(**{name: options[name] for name in (*sheet.REQUIRED, "editor")}), dry_run=options["dry_run"])

    def _one(self, order: Order, *, dry_run: bool) -> None:
        try:
            if dry_run:
                self._say_would(order)
                return
            made = onboard(order)
        except OrderError as error:
            raise CommandError("\n".join(f"--{name}: {words}" for name, words in error.errors.items())) from error
        self._tell(made)

    def _say_would(self, order: Order) -> None:
        standing = find(order)
        if standing is None:
            order.check()
        self.stdout.write(f"{order.slug}: would be made" if standing is None else f"{order.slug}: stands already")

    def _tell(self, made: Onboarded) -> None:
        if not made.is_new:
            self.stdout.write(f"{made.frontend.slug}: stands already, nothing is changed")
            return
        self.stdout.write(f"{made.frontend.slug}: made, {made.frontend.base_url}")
        self.stdout.write(f"Token, shown this once: {made.token}")
        self._invite(made)

    def _invite(self, made: Onboarded) -> None:
        if made.invited and not send(made):
            self.stderr.write(f"{made.frontend.slug}: the letter to {made.invited.email} could not be sent")

    def _many(self, path: Path, tokens: Path | None, *, dry_run: bool) -> None:
        try:
            rows = sheet.read(path)
        except sheet.SheetError as error:
            raise CommandError(str(error)) from error
        tally, book = Tally(len(rows)), Book()
        try:
            for row in sheet.in_turn(rows):
                self._row(row, book, tally, tokens, dry_run=dry_run)
                self._bar(tally)
        except KeyboardInterrupt:
            raise CommandError(
                f"Stopped: {tally}. What is made stays; the same command goes on from there.", returncode=130
            ) from None
        self.stdout.write(f"{'Nothing is changed. ' if dry_run else ''}{tally}")
        if tally.faulty:
            raise CommandError(f"{tally.faulty} lines are faulty; all others are done.")

    def _row(self, row: sheet.Row, book: Book, tally: Tally, tokens: Path | None, *, dry_run: bool) -> None:
        try:
            order = book.take(row)
            if dry_run:
                tally.count(is_new=book.would_be_new(order))
                return
            made = onboard(order)
        except OrderError as error:
            tally.faulty += 1
            for name, words in error.errors.items():
                self.stderr.write(f"line {row.line}, {name}: {words}")
            return
        tally.count(is_new=made.is_new)
        if made.is_new:
            self._hand_over(made, tokens)

    def _hand_over(self, made: Onboarded, tokens: Path | None) -> None:
        if tokens:
            tokens.touch()
            tokens.chmod(0o600)  # also one that stood there before, open to others
            with tokens.open("a", encoding="utf-8") as file:
                file.write(f"{made.frontend.slug},{made.token}\n")
        self._invite(made)

    def _bar(self, tally: Tally) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"\r{tally.bar()}", ending="\n" if tally.done == tally.total else "")
