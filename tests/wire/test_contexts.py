"""In the manner of no agency are words put into another's mouth."""

import pytest

from articles.text.analysis.names import fold
from articles.text.folding import Level, folded
from tests.wire.contexts import reports
from tests.wire.sentences import told

NOBODY = {"", "-"}


@pytest.mark.parametrize("report", [*reports()], ids=lambda one: one.name)
def test_no_report_names_anybody_but_who_speaks(report):
    copy = told(report.text, report.language)
    for words, speakers in report.quotes:
        named = {fold(one) for one in speakers} | NOBODY
        for quote in copy.quotes:
            if folded(words, Level.WORDS) in folded(quote.text, Level.WORDS):
                assert fold(quote.speaker or "") in named, quote.text
