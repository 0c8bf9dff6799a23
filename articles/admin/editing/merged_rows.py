"""The rows under a form, mine and a colleague's: all stay, but for what both changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.desk.editing.differences import Difference, difference, label_of
from articles.desk.editing.snapshots import comparable, original_key, value_of
from articles.text.comparison.diffs import words_changed

from ..rows import KEY, PostedRows, Row
from .edit_conflicts import MINE, THEIRS, EditConflict, typed_into, value_as_sent
from .form_contents import columns_of, set_column

if TYPE_CHECKING:
    from .three_way_merge import ThreeWayMerge

ORDER = "order"
"""Where a row stands among the others. It is no part of what the row says."""


class MergedRows:
    """The rows of one kind: mine and theirs, each by itself."""

    def __init__(
        self,
        three_way: ThreeWayMerge,
        kind: str,
        newest: Any,
        was: list[dict[str, Any]],
        is_now: list[dict[str, Any]],
    ) -> None:
        self.three_way, self.kind, self.newest = three_way, kind, newest
        # What the rows are not written with here, a working copy or another language, stays out.
        shown = newest.form.base_fields
        columns = columns_of(newest.model, newest.fk.name)
        self.columns = {name: one for name, one in columns.items() if name in shown}
        self.was = {row["key"]: row for row in was}
        self.is_now = {row["key"]: row for row in is_now}
        pks = {str(row["pk"]): row["key"] for row in [*was, *is_now]}
        self.forms = {pks.get(f"{form.instance.pk}"): form for form in newest.initial_forms}
        self.posted = PostedRows(three_way.post, kind)
        self.pks = pks | self.former_pks(pks)
        self.taken = False
        self.conflicts: list[EditConflict] = []
        self.reordered: dict[str, tuple[str, str]] = {}
        """Where two put a row differently: mine and theirs."""
        self.merge()

    def former_pks(self, known: dict[str, str]) -> dict[str, str]:
        """The keys of posted rows of another article: of a working copy, or of its origin."""
        wanted = [row["id"] for row in self.posted.rows if row.get("id", "").isdecimal()]
        strange = [pk for pk in wanted if pk not in known and len(pk) < 19]
        rows = self.newest.model._base_manager.filter(pk__in=strange)
        return {f"{pk}": original_key(key) for pk, key in rows.values_list("pk", "key")}

    def merge(self) -> None:
        kept: list[Row] = []
        seen: set[str] = set()
        for place, row in enumerate(self.posted.rows):
            key = self.key_of(place, row)
            if key in seen:
                continue
            merged = self.merged(place, row, key)
            if key:
                seen.add(key)
            if merged is not None:
                kept.append(merged)
        # What they added, and what no page of mine has shown, stays as it is.
        for key, form in self.forms.items():
            if key and key not in seen:
                kept.append(self.theirs(form))
                self.taken = self.taken or key not in self.was
        self.settle_order(kept)
        self.posted.put(kept)

    def key_of(self, place: int, row: Row) -> str:
        """What row of the database, of then or of now, a posted row is."""
        if row.get("id"):
            return self.pks.get(row["id"], "")
        key = original_key(row.get(KEY, ""))
        if key in self.was or key in self.is_now:
            return key
        return self.added_alike(place, row)

    def added_alike(self, place: int, row: Row) -> str:
        """The row that a colleague added and that is the same as this new one, or must be."""
        mine = self.form(place, {})
        for key in self.is_now.keys() - self.was.keys():
            form = self.forms.get(key)
            if form and any(
                all(self.says_the_same(mine, form, name) for name in names)
                for names in self.unique_together(mine)
            ):
                return key
        return ""

    def unique_together(self, form: Any) -> Iterator[list[str]]:
        """The columns of which a record has one row only; at the least, all of them."""
        yield [name for name in form.fields if name in self.columns and name != ORDER]
        for one in self.newest.model._meta.constraints:
            names = [name for name in getattr(one, "fields", ()) if name != self.newest.fk.name]
            if names and all(name in form.fields and typed_into(form, name) for name in names):
                yield names

    def form(self, place: int, values: dict[str, Any]) -> Any:
        """The form of one posted row, on the values it had."""
        row = self.newest.model()
        for name, column in self.columns.items():
            if name in values:
                set_column(row, column, values[name])
        prefix = f"{self.kind}-{place}"
        return self.newest.form(self.three_way.request.POST, prefix=prefix, instance=row)

    def says_the_same(self, mine: Any, theirs: Any, name: str) -> bool:
        data = typed_into(mine, name)
        return not mine.fields[name].has_changed(theirs[name].initial, data)

    def merged(self, place: int, row: Row, key: str) -> Row | None:
        """Return what becomes of a posted row; nothing where it is gone.

        Args:
            place: where it stands on the page.
            row: what was sent of it.
            key: by which it is known.
        """
        was, is_now = self.was.get(key), self.is_now.get(key)
        mine = self.form(place, was or {})
        names = [name for name in mine.fields if name in self.columns and name != ORDER]
        goes = bool(row.get("DELETE"))
        changed = goes or any(
            mine.fields[name].has_changed(mine[name].initial, typed_into(mine, name))
            for name in names
        )
        if was is not None and is_now is None:
            return self.gone(row, key, mine, changed=changed and not goes)
        form = self.forms.get(key)
        if form is None:
            return row
        row = row | {"id": f"{form.instance.pk}"}
        if was is not None and is_now is not None:
            row = self.placed(row, key, mine, was, is_now)
            if all(comparable(was.get(one)) == comparable(is_now.get(one)) for one in names):
                return row
        # Else it came since: I have added it too, or have seen it and changed it.
        is_mine = changed if was is not None else True
        if not is_mine or (not goes and all(self.says_the_same(mine, form, n) for n in names)):
            self.taken = True
            return self.theirs(form) | self.order_in(row)
        return self.asked(row, key, mine, form, goes=goes)

    def gone(self, row: Row, key: str, mine: Any, *, changed: bool) -> Row | None:
        """Return a row that they deleted: what I wrote into it comes as a new one.

        Args:
            row: what was sent of it.
            key: by which it was known.
            mine: a form filled with it.
            changed: whether anything in it was changed here.
        """
        name = f"{self.kind}-{key}"
        said = self.three_way.choice(name, self.kind)
        if not changed or said == THEIRS:
            self.taken = True
            return None
        if said != MINE:
            self.ask(name, {}, self.typed(mine))
        return row | {"id": "", KEY: key}

    def asked(self, row: Row, key: str, mine: Any, form: Any, *, goes: bool) -> Row:
        """Return a row that both changed, as whose it is said to be; where nobody has said, ask.

        Args:
            row: what was sent of it.
            key: by which it is known.
            mine: a form filled with it.
            form: the form of it as it is stored now.
            goes: whether it was to be deleted here.
        """
        name = f"{self.kind}-{key}"
        said = self.three_way.choice(name, self.kind)
        if said == THEIRS:
            self.taken = True
            return self.theirs(form) | self.order_in(row)
        if said != MINE:
            theirs = {one: value_of(form.instance, self.columns[one]) for one in self.columns}
            self.ask(name, theirs, {} if goes else self.typed(mine))
        return row

    def typed(self, form: Any) -> dict[str, Any]:
        """What a row says as it was typed, to be read."""
        form.full_clean()
        return {name: value_of(form.instance, one) for name, one in self.columns.items()}

    def ask(self, name: str, theirs: dict[str, Any], mine: dict[str, Any]) -> None:
        title = str(capfirst(self.newest.model._meta.verbose_name))
        found = [
            replace(
                difference(column, theirs.get(one), mine.get(one)),
                label=_("%(row)s: %(field)s") % {"row": title, "field": label_of(column)},
            )
            for one, column in self.columns.items()
            if one != ORDER and comparable(theirs.get(one)) != comparable(mine.get(one))
        ]
        if found:
            self.conflicts.append(EditConflict(name, found))

    def theirs(self, form: Any) -> Row:
        """Their row, as an untouched page would send it."""
        row: Row = {}
        for bound in form:
            row |= {
                name.removeprefix(f"{form.prefix}-"): value
                for name, value in value_as_sent(bound).items()
            }
        return row

    # The order of the rows.

    def order_in(self, row: Row) -> Row:
        return {ORDER: row[ORDER]} if ORDER in row else {}

    def placed(
        self, row: Row, key: str, mine: Any, was: dict[str, Any], is_now: dict[str, Any]
    ) -> Row:
        """Return the row where it belongs: where one of us put it, or where both did.

        Args:
            row: what it says by now.
            key: by which it is known.
            mine: a form filled with what was sent.
            was: as it was when the page was opened.
            is_now: as it is stored now.
        """
        if ORDER not in mine.fields or was.get(ORDER) == is_now.get(ORDER):
            return row
        there = f"{is_now.get(ORDER)}"
        if not mine.fields[ORDER].has_changed(was.get(ORDER), row.get(ORDER)):
            return row | {ORDER: there}
        if row.get(ORDER) != there:
            self.reordered[key] = (row.get(ORDER, ""), there)
        return row

    def settle_order(self, kept: list[Row]) -> None:
        name = f"{self.kind}-{ORDER}"
        said = self.three_way.choice(name, self.kind)
        if not self.reordered or said == MINE:
            return
        if said == THEIRS:
            for row in kept:
                key = self.pks.get(row.get("id", ""), "")
                if key in self.reordered:
                    row[ORDER] = self.reordered[key][1]
            return
        mine, theirs = (self.in_order(side) for side in (0, 1))
        if mine != theirs:
            label = _("The order of the rows")
            self.conflicts.append(
                EditConflict(name, [Difference(name, label, None, [words_changed(theirs, mine)])])
            )

    def in_order(self, side: int) -> str:
        """The rows that both put elsewhere, as one of us has them."""

        def place(key: str) -> int:
            number = self.reordered[key][side]
            return int(number) if number.isdecimal() and len(number) < 10 else 0

        keys = sorted(self.reordered, key=place)
        return " · ".join(str(self.forms[key].instance) for key in keys if key in self.forms)
