"""``{% keep %}``: parts of pages that are written once for the same rows."""

from __future__ import annotations

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token

from articles.models.cached_fragments import cached_fragment, values_of

register = template.Library()
OF_VIEW = "values"


@register.tag
def keep(parser: Parser, token: Token) -> KeepNode:
    """``{% keep name variable … %}…{% endkeep %}``: the variables are all that the part shows.

    Where a variable is ``values``, what a view says of all that its page shows, and the view says
    nothing, the part is written anew: a preview is never kept.
    """
    _tag, name, *variables = token.split_contents()
    nodes = parser.parse(("endkeep",))
    parser.delete_first_token()
    return KeepNode(name, [parser.compile_filter(one) for one in variables], nodes)


class KeepNode(template.Node):
    def __init__(self, name: str, variables: list[FilterExpression], nodelist: NodeList) -> None:
        self.name, self.variables, self.nodelist = name, variables, nodelist
        self.is_of_view = OF_VIEW in [one.token for one in variables]

    def render(self, context: template.Context) -> str:
        if self.is_of_view and context.get(OF_VIEW) is None:
            return self.nodelist.render(context)
        values = values_of(*(one.resolve(context) for one in self.variables))
        return cached_fragment(self.name, values, lambda: self.nodelist.render(context))
