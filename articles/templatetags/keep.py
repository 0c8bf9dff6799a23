"""``{% keep %}``: parts of pages that are written once for the same rows."""

from __future__ import annotations

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token

from articles.models.kept_texts import kept_text, values_of

register = template.Library()


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
        values = values_of(*(one.resolve(context) for one in self.variables))
        return kept_text(self.name, values, lambda: self.nodelist.render(context))
