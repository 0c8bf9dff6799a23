"""What happens on save is one list, in order; what a form is travels with it, not on the request."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from django.contrib import admin
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from articles.admin.editing.steps import STEPS
from articles.admin.editing.submission import SaveStage, SaveSteps, on_arrival, once_written
from tests.admin.forms import change_url, opened
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

DJANGOS = {"GET", "_current_scheme_host", "_files", "_post"}
"""What Django itself keeps on a request when it is asked for it."""


def greet(submission, go_on):
    return go_on(submission)


def count_words(submission, form):
    pass


def test_a_step_registered_twice_is_refused_by_its_name():
    with pytest.raises(ImproperlyConfigured, match="“count_words” is registered 2 times"):
        SaveSteps(on_arrival(greet), once_written(count_words), once_written(count_words))
    with pytest.raises(ImproperlyConfigured, match="“make_move” is registered 2 times"):
        STEPS.then(
            once_written(*[one for one in STEPS.at(SaveStage.WRITTEN) if "move" in one.__name__])
        )


def test_a_step_stands_where_django_comes_to_it():
    with pytest.raises(ImproperlyConfigured, match="“greet” stands after “count_words”"):
        SaveSteps(once_written(count_words), on_arrival(greet))


def test_what_happens_on_save_is_documented_in_its_order():
    names = [step.name for step in STEPS.steps]
    document = Path("docs/architecture.md").read_text(encoding="utf-8")
    text = document.split("## What happens on save")[1].split("\n## ")[0]
    places = [text.find(f"`{name}`") for name in names]
    assert -1 not in places, dict(zip(names, places, strict=True))
    assert places == sorted(places)


def test_nothing_is_hung_on_a_request(client, editor):
    """What a step finds, those that follow read in the submission."""
    client.force_login(editor)
    article = ArticleFactory(headline_fr="Avant")
    step = reverse("admin:articles_article_step", args=[article.pk, "fr"])
    plain = client.post(step, {"to": "in_review"})
    form = opened(client, article) | {"headline_fr": "Après", "_continue": "1"}
    saved = client.post(change_url(article), form)
    assert saved.status_code == 302
    assert set(vars(saved.wsgi_request)) - set(vars(plain.wsgi_request)) <= DJANGOS


def test_no_admin_inherits_from_more_than_six_classes_of_ours():
    deep = {
        kind.__name__: [one.__name__ for one in kind.__mro__ if "articles." in one.__module__]
        for site in admin.site._registry.values()
        for kind in (type(site), *site.inlines)
    }
    assert {name: ours for name, ours in deep.items() if len(ours) > 6} == {}


def test_no_class_of_the_admin_is_called_as_another_of_ours():
    named = defaultdict(list)
    for path in Path("articles").rglob("*.py"):
        if "migrations" not in path.parts:
            for name in re.findall(r"(?m)^class (\w+)", path.read_text(encoding="utf-8")):
                named[name].append(path.as_posix())
    twice = {name: paths for name, paths in named.items() if len(paths) > 1}
    assert [one for one in twice.items() if any("/admin/" in path for path in one[1])] == []
