"""A form that was filled in on an older version, carried over to the newest one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, CheckboxInput, Form, MultiWidget
from django.forms.widgets import ChoiceWidget
from django.http import HttpRequest

from articles.desk.differences import Difference, difference, rows_changed
from articles.desk.snapshots import (
    CHILDREN,
    Content,
    Lost,
    child_fields,
    child_model,
    comparable,
    content_fields,
    original_key,
    put_fields,
    set_value,
    value_of,
)
from articles.models import Article, Revision

from .dates import is_sent, writable

MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True)
class Conflict:
    """Something that both changed: from their words to those typed."""

    name: str
    differences: list[Difference]

    @property
    def label(self) -> str:
        return self.differences[0].label


def write(post: Any, bound: BoundField) -> None:
    """Put what a field holds into a POST, as its widget would have sent it."""
    name, value = bound.html_name, bound.value()
    field: Any = bound.field
    widget: Any = getattr(field.widget, "widget", field.widget)
    if isinstance(field.widget, MultiWidget):
        parts = value if isinstance(value, list) else widget.decompress(value)
        for suffix, one, part in zip(
            widget.widgets_names, widget.widgets, parts or (), strict=True
        ):
            post[name + suffix] = one.format_value(part) or ""
    elif isinstance(widget, CheckboxInput):
        post.pop(name, None)
        if value:
            post[name] = "on"
    elif isinstance(widget, ChoiceWidget):
        post[name] = "" if value is None else str(value)
    else:
        formatted = widget.format_value(value)
        post[name] = "" if formatted is None else str(formatted)


def typed_into(form: Form, name: str) -> Any:
    return form[name].data


class Rebase:
    """What was typed on ``base``, told apart from what colleagues saved since.

    What only they changed is taken over from them, what only this person changed is
    kept; what both changed is a conflict, until the person says whose it shall be.
    """

    def __init__(
        self, admin: Any, request: HttpRequest, article: Article, base: Content, now: Revision
    ) -> None:
        self.admin, self.request, self.article = admin, request, article
        self.base, self.now = base, now.content
        self.post: Any = request.POST.copy()
        # A choice counts for what the person was shown, not for what came after.
        self.may_choose = self.post.get("_shown") == str(now.pk)
        self.merged = False
        self.conflicts: list[Conflict] = [*self.fields(), *self.rows()]

    def choice(self, name: str) -> str:
        return self.post.get(f"_keep-{name}", "") if self.may_choose else ""

    # The article's own fields.

    def fields(self) -> Iterator[Conflict]:
        form_class = self.admin.get_form(self.request, self.article, change=True)
        before = form_class(instance=self.article_of(self.base))
        newest = form_class(instance=self.article_of(self.now))
        typed = form_class(self.request.POST, instance=self.article_of(self.now))
        typed.full_clean()
        columns = {column.name: column for column in content_fields(Article)}
        for name, field in typed.fields.items():
            was, is_now = self.base["fields"].get(name), self.now["fields"].get(name)
            if comparable(was) == comparable(is_now):
                continue
            data = typed_into(typed, name)
            told = writable(field).has_changed
            # A date that stays is sent by no browser.
            mine = told(before[name].initial, data) and is_sent(typed, name)
            agreed = not told(newest[name].initial, data)
            if not mine or agreed or self.choice(name) == THEIRS:
                write(self.post, newest[name])
                self.merged = True
            elif self.choice(name) != MINE:
                kept = name in typed.cleaned_data
                said = value_of(typed.instance, columns[name]) if kept else str(data)
                yield Conflict(name, [difference(columns[name], is_now, said)])

    def article_of(self, content: Content) -> Article:
        """An article with these values that is not going to be saved."""
        article = Article(pk=self.article.pk, working_copy_of_id=self.article.working_copy_of_id)
        put_fields(article, content["fields"], Lost())
        return article

    # The rows that hang on it, one kind at a time.

    def rows(self) -> Iterator[Conflict]:
        for formset_class, inline in self.admin.get_formsets_with_inlines(
            self.request, self.article
        ):
            kind = formset_class.get_default_prefix()
            if kind not in CHILDREN or self.unchanged_by_them(kind):
                continue
            queryset = inline.get_queryset(self.request)
            newest = formset_class(instance=self.article, queryset=queryset)
            if not self.changed_by_me(kind, newest) or self.choice(kind) == THEIRS:
                self.take(kind, newest)
                self.merged = True
            elif self.choice(kind) == MINE:
                self.keep(kind, newest)
            else:
                mine = {kind: self.written_here(kind, self.typed_rows(kind, newest))}
                theirs = {kind: self.written_here(kind, self.now[kind])}
                found = list(rows_changed(theirs, mine))
                self.keep(kind, newest)
                if found:
                    yield Conflict(kind, found)

    def unchanged_by_them(self, kind: str) -> bool:
        base, now = (self.written_here(kind, rows[kind]) for rows in (self.base, self.now))
        return comparable(base) == comparable(now)

    def written_here(self, kind: str, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """Rows without the columns that no form of this article has: its working copy has them."""
        elsewhere = self.article.written_elsewhere
        names = {column.name for column in child_fields(kind) if elsewhere.holds(column)}
        return [{name: row[name] for name in row if name not in names} for row in rows]

    def posted(self, kind: str) -> list[int]:
        total = self.post.get(f"{kind}-TOTAL_FORMS", "0")
        return list(range(min(int(total), 1000))) if total.isdecimal() else []

    def base_row(self, kind: str, pk: str) -> dict[str, Any]:
        """What a row held in the version the form was opened on."""
        if not pk:
            return {}
        found = next((row for row in self.base[kind] if str(row["pk"]) == pk), None)
        if found is None and pk.isdecimal():
            row = child_model(kind)._base_manager.filter(pk=pk).first()
            key = original_key(row.key) if row else ""
            found = next((row for row in self.base[kind] if row["key"] == key), None)
        return found or {}

    def row_form(self, kind: str, number: int, newest: Any, values: dict[str, Any]) -> Any:
        """The form of one posted row, on the values it had."""
        row = child_model(kind)()
        for column in child_fields(kind):
            if column.name in values:
                set_value(row, column, values[column.name], Lost())
        return newest.form(self.request.POST, prefix=f"{kind}-{number}", instance=row)

    def changed_by_me(self, kind: str, newest: Any) -> bool:
        for number in self.posted(kind):
            if self.post.get(f"{kind}-{number}-DELETE"):
                return True
            values = self.base_row(kind, self.post.get(f"{kind}-{number}-id", ""))
            form = self.row_form(kind, number, newest, values)
            for name, field in form.fields.items():
                if field.has_changed(form[name].initial, typed_into(form, name)):
                    return True
        return False

    def typed_rows(self, kind: str, newest: Any) -> Iterator[dict[str, Any]]:
        """The rows as typed, in the shape of a snapshot."""
        for number in self.posted(kind):
            if self.post.get(f"{kind}-{number}-DELETE"):
                continue
            values = self.base_row(kind, self.post.get(f"{kind}-{number}-id", ""))
            form = self.row_form(kind, number, newest, values)
            if not values and not form.has_changed():
                continue
            form.full_clean()
            said = {one.name: value_of(form.instance, one) for one in child_fields(kind)}
            yield {"key": values.get("key", f"new-{number}"), **said}

    def take(self, kind: str, newest: Any) -> None:
        """Let the POST hold their rows."""
        for name in [name for name in self.post if name.startswith(f"{kind}-")]:
            del self.post[name]
        for bound in newest.management_form:
            write(self.post, bound)
        for form in newest.forms:
            for bound in form:
                write(self.post, bound)

    def keep(self, kind: str, newest: Any) -> None:
        """Let the POST hold the rows as typed, and theirs marked to go.

        A row they deleted comes as a new one, or the form could not show it again.
        """
        there = {str(form.instance.pk): form for form in newest.initial_forms}
        rows = [self.row_values(kind, number) for number in self.posted(kind)]
        known = [row for row in rows if row.get("id") in there]
        fresh = [row | {"id": ""} for row in rows if row.get("id") not in there]
        typed = {row["id"] for row in known}
        going = [form for pk, form in there.items() if pk not in typed]
        for name in [name for name in self.post if name.startswith(f"{kind}-")]:
            del self.post[name]
        self.post[f"{kind}-TOTAL_FORMS"] = str(len(known) + len(going) + len(fresh))
        self.post[f"{kind}-INITIAL_FORMS"] = str(len(known) + len(going))
        for number, row in enumerate(known):
            self.put(kind, number, row)
        for number, form in enumerate(going, len(known)):
            form.prefix = f"{kind}-{number}"
            for bound in form:
                write(self.post, bound)
            self.post[f"{kind}-{number}-DELETE"] = "on"
        for number, row in enumerate(fresh, len(known) + len(going)):
            self.put(kind, number, row)

    def row_values(self, kind: str, number: int) -> dict[str, str]:
        prefix = f"{kind}-{number}-"
        return {
            name.removeprefix(prefix): self.post[name]
            for name in self.post
            if name.startswith(prefix)
        }

    def put(self, kind: str, number: int, row: dict[str, str]) -> None:
        for name, value in row.items():
            self.post[f"{kind}-{number}-{name}"] = value
