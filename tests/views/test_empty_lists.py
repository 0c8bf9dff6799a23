"""A list that has nothing says so: the same before anything came and after all of it has left."""

import re

import pytest
from lxml import html

from articles.models import Status
from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    OrganizationFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

LISTS = {
    "/": ("Aucun article n’est publié", "لا مقال منشورا بهذه اللغة حاليا"),
    "/articles/": ("Aucun article n’est publié", "لا مقال منشورا بهذه اللغة حاليا"),
    "/archive/": ("Aucun article n’est publié", "لا مقال منشورا بهذه اللغة حاليا"),
    "/events/": ("Aucun événement n’est annoncé", "لا فعالية معلنة بهذه اللغة حاليا"),
    "/speakers/": ("Aucune personne ne figure ici", "لا أحد مدرجا هنا بهذه اللغة حاليا"),
    "/organizations/": ("Aucune organisation ne figure ici", "لا منظمة مدرجة هنا بهذه اللغة حاليا"),
    "/sources/": ("Aucune source ne figure ici", "لا مصدر مدرجا هنا بهذه اللغة حاليا"),
    "/topics/": ("Aucun thème ne figure ici", "لا موضوع مدرجا هنا بهذه اللغة حاليا"),
    "/corrections/": ("Aucun rectificatif n’est publié", "لا تصويب منشورا بهذه اللغة حاليا"),
}
PAGES = {
    "topics": ("Aucun article n’en parle", "لا مقال منشورا في هذا الشأن"),
    "organizations": ("Aucun article n’en parle", "لا مقال منشورا في هذا الشأن"),
    "events": ("Aucun article n’en parle", "لا مقال منشورا في هذا الشأن"),
    "sources": ("Aucun article n’en est tiré", "لا مقال منشورا من هذا المصدر"),
    "speakers": ("Aucune citation n’est publiée", "لا قول منشورا بهذه اللغة حاليا"),
}
NUMBERS = {"fr": 0, "ar": 1}


def notices(page):
    """What a page says where it has nothing, in plain words."""
    main = page[page.index("<main") :]
    return " ".join(re.findall(r'<p class="notice">\s*(.*?)\s*</p>', main, re.DOTALL))


@pytest.mark.parametrize("code", NUMBERS)
@pytest.mark.parametrize("path", LISTS)
def test_an_empty_list_says_that_it_has_nothing_of_its_kind(client, code, path):
    said = notices(client.get(f"/{code}{path}").text)
    assert LISTS[path][NUMBERS[code]] in said
    assert "encore" not in said
    assert "بعد" not in said


def test_what_has_left_is_not_said_to_have_never_been(client):
    article = ArticleFactory(live=["fr"])
    CorrectionFactory(article=article)
    for path in ("/", "/articles/", "/archive/", "/corrections/"):
        assert notices(client.get(f"/fr{path}").text) == ""
    article.status_fr = Status.WITHDRAWN
    article.save()
    for path in ("/", "/articles/", "/archive/", "/corrections/"):
        said = notices(client.get(f"/fr{path}").text)
        assert LISTS[path][0] in said
        assert "encore" not in said


@pytest.mark.parametrize("code", NUMBERS)
@pytest.mark.parametrize(
    ("kind", "make"),
    [
        ("topics", TopicFactory),
        ("organizations", OrganizationFactory),
        ("events", EventFactory),
        ("sources", SourceFactory),
        ("speakers", SpeakerFactory),
    ],
)
def test_a_page_about_something_says_when_nothing_tells_of_it(client, code, kind, make):
    record = make()
    said = notices(client.get(f"/{code}/{kind}/{getattr(record, f'slug_{code}')}/").text)
    assert PAGES[kind][NUMBERS[code]] in said
    assert "encore" not in said


@pytest.mark.parametrize("code", NUMBERS)
def test_a_search_that_finds_nothing_says_so(client, code):
    words = ("Rien n’a été trouvé dans cette langue.", "لم يُعثر على شيء بهذه اللغة.")
    assert words[NUMBERS[code]] in notices(client.get(f"/{code}/search/", {"q": "zzqx"}).text)
    assert notices(client.get(f"/{code}/search/").text) == ""


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_topic_and_a_source_with_few_articles_go_on_with_the_latest(client, language):
    topic, source = TopicFactory(), SourceFactory()
    others = [ArticleFactory(live=["fr", "ar"]) for _ in range(4)]
    own = ArticleFactory(live=["fr", "ar"], source=source)
    own.topics.add(topic)
    for record in (topic, source):
        page = html.fromstring(client.get(record.url_in(language)).content)
        (latest,) = page.xpath("//section[@aria-labelledby='latest']")
        links = latest.xpath(".//a/@href")
        assert len(links) == 3
        assert own.url_in(language) not in links
    for article in others[:2]:
        article.topics.add(topic)
        type(article).objects.filter(pk=article.pk).update(source=source)
    for record in (topic, source):
        page = html.fromstring(client.get(f"{record.url_in(language)}?page=1").content)
        assert not page.xpath("//section[@aria-labelledby='latest']")
