"""Parts of pages that are written once for the same rows: ``{% keep card article picture %}``.

Lists, the front page and every article show the same few cards. What stands between the tags is
kept in the process under all that it is given: every column of each record, with those of the
records fetched with it, as the database has just said them. So nothing has to be thrown away: a row
that was changed in any way, by whomever, is another key. It may depend on nothing else but the
language, the day, and what is the same for as long as the process lives.
"""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date, datetime
from typing import Any

from django import template
from django.core.signals import setting_changed
from django.db.models import Model
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils import timezone

from articles.languages import Language

register = template.Library()

MOST = 3_000
"""Parts, of some 2 kB each; when there are more, all go."""
PLAIN = {str, int, bool, type(None), date, datetime}
kept: dict[Hashable, str] = {}


@register.tag
def keep(parser: Parser, token: Token) -> KeepNode:
    """``{% keep name variable … %}…{% endkeep %}``: the variables are all that the part shows."""
    _tag, name, *variables = token.split_contents()
    nodes = parser.parse(("endkeep",))
    parser.delete_first_token()
    return KeepNode(name, [parser.compile_filter(one) for one in variables], nodes)


class KeepNode(template.Node):
    def __init__(self, name: str, variables: list[FilterExpression], nodelist: NodeList) -> None:
        self.name, self.variables, self.nodelist = name, variables, nodelist

    def render(self, context: template.Context) -> str:
        given = [one.resolve(context) for one in self.variables]
        # An address of a file may be good for a while only, and a day ends with a minute.
        minute = int(timezone.now().timestamp()) // 60
        key = (self.name, Language.active().code, minute, values_of(given))
        found = kept.get(key)
        if found is None:
            if len(kept) >= MOST:
                kept.clear()
            found = kept[key] = self.nodelist.render(context)
        return found


def values_of(shown: Any) -> Hashable:
    """All that is known of what is shown, to the last column: a record says more than its key."""
    if isinstance(shown, Model):
        known = shown.__dict__ | shown._state.fields_cache
        del known["_state"]
        return (type(shown), values_of(known))
    if isinstance(shown, dict):
        return (*shown, *[one if type(one) in PLAIN else values_of(one) for one in shown.values()])
    if isinstance(shown, list | tuple):
        return tuple(values_of(one) for one in shown)
    return shown


def forget(**_sent: Any) -> None:
    kept.clear()


setting_changed.connect(forget, dispatch_uid="kept parts of pages")
