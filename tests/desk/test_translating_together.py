"""Two translators and an editor in one article, in any order: nothing that was written is lost."""

import random
import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.desk.translation import paragraphs as desk
from articles.models import Article
from articles.text.richtext.segments import segments_of_body
from tests.conftest import member_of
from tests.factories import ArticleFactory
from tests.text.comparison.edits import ARABIC, FRENCH, FRENCH_NEWS

EDITS = 200
SENTENCES = [*FRENCH.values(), *FRENCH_NEWS.values()]
ARABIC_SENTENCES = list(ARABIC.values())


def body(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


class Newsroom:
    """An article, those who work on it, and what must still stand in its translation."""

    def __init__(self, seed, people):
        self.random = random.Random(seed)  # noqa: S311 - the same on each machine
        self.article = ArticleFactory(
            body_fr=body(self.random.sample(SENTENCES, 6)), headline_ar="", body_ar=""
        )
        self.people = people
        self.views = {}
        self.standing = set()
        self.written = 0
        self.conflicts = 0

    def now(self):
        return Article.objects.get(pk=self.article.pk)

    # The source.

    def edit_source(self):
        article = self.now()
        texts = [one.html for one in segments_of_body(article.body_fr)]
        place = self.random.randrange(len(texts))
        match self.random.randrange(6):
            case 0:
                texts.insert(place, self.random.choice(SENTENCES))
            case 1 if len(texts) > 3:
                del texts[place]
            case 2:
                half = len(texts[place].split()) // 2
                words = texts[place].split()
                texts[place : place + 1] = [" ".join(words[:half]) or "–", " ".join(words[half:])]
            case 3 if place + 1 < len(texts):
                texts[place : place + 2] = [" ".join(texts[place : place + 2])[:1500]]
            case 4:
                texts.insert(self.random.randrange(len(texts)), texts.pop(place))
            case _:
                texts[place] = texts[place].replace(" ", " bien ", 1)
        article.body_fr = body(texts[:12])
        article.save()

    # The translation.

    def open(self, person):
        self.views[person] = [desk.shown_row(row) for row in desk.rows(self.now(), "ar")]

    def write(self, person):
        if person not in self.views:
            self.open(person)
        base, typed = self.views[person], {}
        for number in self.random.sample(range(len(base)), min(2, len(base))):
            if base[number].field != "body":
                continue
            self.written += 1
            mark = f"م{self.written}م"
            typed[number] = f"{self.random.choice(ARABIC_SENTENCES)} {mark}"
        saved = desk.save_targets(self.now(), "ar", typed, base=base, by=self.people[person])
        refused = {one.number for one in saved.conflicts}
        self.conflicts += len(refused)
        for number, text in typed.items():
            if number not in refused:
                # Who writes over what they had before them knows what they do.
                self.standing -= marks(base[number].target)
                self.standing |= marks(text)
        for one in saved.conflicts:
            assert one.mine in typed[one.number]
        if self.random.random() < 0.5:
            del self.views[person]

    def confirm(self, person):
        rows = [row for row in desk.rows(self.now(), "ar") if row.source and row.target]
        if rows:
            row = desk.shown_row(self.random.choice(rows))
            if row.field == "body":
                desk.confirm(self.now(), "ar", [row], by=self.people[person])

    def rewrite_in_the_form(self):
        """Somebody moves paragraphs of the translation in the article's own form."""
        article = self.now()
        texts = [one.html for one in segments_of_body(article.body_ar)]
        self.random.shuffle(texts)
        article.body_ar = body(texts)
        article.save()

    def step(self):
        person = self.random.randrange(len(self.people))
        match self.random.randrange(12):
            case 0 | 1 | 2 | 3:
                self.edit_source()
            case 4:
                self.confirm(person)
            case 5:
                self.open(person)
            case 6 if self.random.random() < 0.2:
                self.rewrite_in_the_form()
            case _:
                self.write(person)


def marks(html):
    return set(re.findall(r"م\d+م", html))


class TogetherTest(TestCase):
    @settings(
        max_examples=2,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.integers(min_value=0, max_value=10**6))
    def test_no_interleaving_of_two_hundred_edits_loses_anything(self, seed):
        people = [member_of("translator"), member_of("chief")]
        people[0].languages = ["ar"]
        people[0].save()
        newsroom = Newsroom(seed, people)
        for _ in range(EDITS):
            newsroom.step()
            body_now = newsroom.now().body_ar
            lost = [mark for mark in newsroom.standing if body_now.count(mark) != 1]
            assert not lost
        # They did meet: or nothing was tried.
        assert newsroom.conflicts
        assert len(newsroom.standing) > 5


pytestmark = pytest.mark.django_db
