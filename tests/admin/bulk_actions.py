"""Forms that two people have open at once, and the rows they add to them."""

from tests.admin.forms import form_of
from tests.admin.records import page_of


def row(inline, number, **values):
    values = {"id": "", **values}
    return {f"{inline}-TOTAL_FORMS": f"{number + 1}"} | {
        f"{inline}-{number}-{name}": f"{value}" for name, value in values.items()
    }


def both(record, mine, theirs):
    return [form_of(one.get(page_of(record)).text) for one in (mine, theirs)]
