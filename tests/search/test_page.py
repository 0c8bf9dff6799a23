"""The search page helps whatever is typed into it."""

import re
from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.utils import translation
from lxml import html

from tests.factories import ArticleFactory, OrganizationFactory, SpeakerFactory

BAD = [
    "31 février 2024", "d20240231 d99999999 d00000000", "٣١ فبراير ٢٠٢٤ من 0 يوليوز",
    "", " ", "a", "ا", "x" * 10_000, "mot " * 2_500, "le la les de", "في من على", "?!.,;:", "-", "--", "\"", '"maroc',
    "maroc\"", "«maroc", '""', "maroc AND", "NOT maroc", "NEAR(maroc rabat)", "maroc OR", "title:maroc", "(maroc",
    "maroc)", "maroc*", "*", "^maroc", "maroc:*", "maroc & !rabat | <-> ''", "maroc \\", "'; DROP TABLE x;--",
    "\x00maroc", "😀", "\u202emaroc", "\u200f\u200f", "%", "_", "de:", "من:", "date:2024-13-45", "date:0000",
    "date:9999", "-maroc", "-maroc -rabat", "٢٠٢٤", "31.02.2024", "xspeaker1x", "ـــ", "é́́́", "<script>alert(1)</script>",
    "a* b* c* d*", "9" * 300, "thème : ", "thème: -", "date:date:date:", "de:" * 90, "thème:a de:b " * 20, "thème:* x",
    "date: 32/13/2024", "date:00/00/0000", "+" + "2" * 15, "00 " * 90, "+212 5 22 12 34 56 " * 12, "événement:؟", "thème:%",
    "organisation:_", "organisation:le la les",
]  # fmt: skip


@pytest.fixture(scope="module")
def written(django_db_setup, django_db_blocker):
    """Written once for all questions: none of them changes anything."""
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("fr"):
        for n in range(25):
            ArticleFactory(
                live=["fr", "ar"],
                headline_fr=f"Le Maroc et la mer, épisode {n}",
                headline_ar=f"المغرب والبحر {n}",
                body_fr="<p>Les pêcheurs d’Agadir &lt;b&gt; sortent en mer.</p>",
                body_ar="<p>يخرج الصيادون في أكادير إلى البحر.</p>",
            )
        yield
        transaction.set_rollback(True)


@pytest.fixture
def archive(written, db):
    """Articles about the sea, in both languages."""


@pytest.mark.parametrize("typed", BAD)
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_anything_typed_gets_a_page_of_few_queries(
    client, archive, django_assert_max_num_queries, language, typed
):
    # Whatever its length, a question is cut to a dozen words, and costs no more than this.
    # One is for press contacts, which a process asks for once.
    with django_assert_max_num_queries(31):
        page = client.get(f"/{language}/search/", {"q": typed})
    assert page.status_code == 200
    assert 'role="search"' in page.text
    assert "<script>alert" not in page.text
    for path in ("suggestions.json", "feed.rss"):
        assert client.get(f"/{language}/search/{path}", {"q": typed}).status_code == 200


@pytest.mark.parametrize(
    "more",
    ["page=1", "after=", "topic=999", "topic=abc", "kind=nothing", "speaker=1%00",
     "speaker=99999999999999999999999", "topic=1&topic=2&topic=3", "nothing=1", "since=x&until=0001-01-01",
     "since=2026-01-02&until=2026-01-01", "year=2024&year=x"],
)  # fmt: skip
def test_any_address_gets_a_page(client, archive, more):
    assert client.get(f"/fr/search/?q=mer&{more}").status_code == 200


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("more", ["page=99999", "page=2", "page=-1", "after=-1", "after=x"])
def test_a_page_that_is_not_there_is_not_found_as_in_other_lists(client, archive, language, more):
    typed = {"fr": "mer", "ar": "بحر"}[language]
    assert client.get(f"/{language}/search/?q={typed}&{more}").status_code == 404


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize(
    "unknown",
    ["kind=zzz", "year=20", "year=02024", "year=٢٠٢٤", "topic=999", "speaker=0", "source=9999999",
     f"organization={'9' * 5000}", "event=999", "language=zz"],
)  # fmt: skip
def test_a_value_that_nobody_knows_chooses_nothing(client, archive, language, unknown):
    typed = {"fr": "mer", "ar": "بحر"}[language]
    page = client.get(f"/{language}/search/?q={typed}&{unknown}")
    assert page.status_code == 200
    assert len(page.context["found"]) == 20
    assert not html.fromstring(page.content).xpath("//ul[@class='chosen']")


@pytest.mark.parametrize(
    ("more", "label"), [("kind=interview", "entretien"), ("year=1950", "1950")]
)
def test_what_is_chosen_has_its_name_where_nothing_is_found(client, archive, more, label):
    page = client.get(f"/fr/search/?q=mer&{more}")
    assert not page.context["found"]
    (chosen,) = html.fromstring(page.content).xpath("//ul[@class='chosen']//a/text()")
    assert chosen.strip() == label


def test_the_word_found_is_marked_as_it_is_written(client, archive):
    page = client.get("/ar/search/", {"q": "بحر"}).text
    assert "<mark>والبحر</mark>" in page
    assert "<mark>pêcheurs</mark>" in client.get("/fr/search/", {"q": "pecheur"}).text


def test_pages_follow_each_other_without_a_gap(client, archive):
    first = client.get("/fr/search/", {"q": "mer"})
    assert len(first.context["found"]) == 20
    second = client.get(first.context["next_url"])
    seen = [one.article.pk for page in (first, second) for one in page.context["found"]]
    assert len(seen) == len(set(seen)) == 25
    assert not second.context["next_url"]


def test_a_page_costs_as_many_queries_for_many_results_as_for_one(
    client, archive, django_assert_max_num_queries
):
    # The last of them asks until when the page may be kept.
    with django_assert_max_num_queries(13):
        client.get("/fr/search/", {"q": "mer"})


def test_results_narrow_to_a_year_and_to_days(client, archive):
    old = ArticleFactory(
        live=["fr"], headline_fr="La mer", published_at_fr=datetime(2019, 7, 3, 12, tzinfo=UTC)
    )

    def found(**more):
        return [one.article.pk for one in client.get("/fr/search/", more).context["found"]]

    page = client.get("/fr/search/", {"q": "mer"}).context
    years = {one.label: one for title, links in page["facets"] if title == "Année" for one in links}
    assert years["2019"].count == 1
    assert [one.article.pk for one in client.get(years["2019"].url).context["found"]] == [old.pk]
    assert found(q="mer", since="2019-07-03", until="2019-07-03") == [old.pk]
    assert found(q="mer", since="2019-07-04", until="2019-12-31") == []
    assert found(since="2019-01-01", until="2020-12-31") == [old.pk]
    narrowed = client.get("/fr/search/", {"q": "mer", "until": "2019-07-03"})
    assert 'name="until" value="2019-07-03"' in narrowed.text
    assert [one.url for one in narrowed.context["removable"]] == ["/fr/search/?q=mer"]


def test_search_engines_are_kept_out(client, archive):
    assert '<meta name="robots" content="noindex">' in client.get("/fr/search/", {"q": "mer"}).text


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [("fr", "pécheusr", "pêcheurs"), ("ar", "الصيادوون", "الصيادون"), ("ar", "hglyvf", "المغرب"),
     ("fr", "hglyvf", "المغرب")],
)  # fmt: skip
def test_a_mistake_is_answered_with_what_was_meant(client, archive, language, typed, meant):
    page = client.get(f"/{language}/search/", {"q": typed})
    assert f"<bdi>{meant}</bdi>" in page.text


@pytest.mark.parametrize(
    ("typed", "meant", "is_shown"),
    [
        ("Gabès", "gares", False),
        ("gabes", "gares", False),
        ("le sud de Kaserine", "le sud de kasserine", True),
        ("le sud de Kasserile", "le sud de kasserine", False),
        ("kasserile", "kasserine", True),
        ("Kasserile", "kasserine", True),
        ("garse", "gares", True),
        ("garess", "gares", True),
    ],
)
def test_a_word_that_may_be_a_name_is_offered_another_and_not_replaced(
    client, db, typed, meant, is_shown
):
    article = ArticleFactory(
        live=["fr"], headline_fr="Des gares dans le sud de la ville", body_fr="<p>De kasserine.</p>"
    )
    page = client.get("/fr/search/", {"q": typed})
    if is_shown:
        assert f"Voici les résultats pour « <bdi>{meant}</bdi> »" in page.text
        assert article.headline_fr in "".join(html.fromstring(page.text).itertext())
        return
    (offer,) = html.fromstring(page.content).xpath("//p[contains(., 'Vouliez-vous dire')]/a")
    assert offer.text_content() == meant
    assert "Voici les résultats" not in page.text


def test_a_telephone_number_is_marked_as_it_is_written(client, db):
    ArticleFactory(live=["fr"], body_fr="<p>Appeler le 05 22 12 34 56.</p>")
    page = client.get("/fr/search/", {"q": "0522123456"}).text
    assert "<mark>05 22 12 34 56</mark>" in page


def test_the_other_language_is_shown_apart(client, archive):
    page = client.get("/fr/search/", {"q": "البحر"})
    assert [str(language) for language, *_ in page.context["elsewhere"]] == ["ar"]
    assert "En arabe" in page.text


def test_an_article_is_found_by_the_words_of_its_other_language(client, archive):
    page = client.get("/fr/search/", {"q": "الصيادون في أكادير"})
    assert "Le Maroc et la mer" in page.text
    assert "dans une autre : <bdi>العربية</bdi>" in page.text
    page = client.get("/ar/search/", {"q": "pecheurs"})
    assert "المغرب والبحر" in page.text


def test_what_is_not_published_here_is_not_found_by_its_other_language(client, db):
    ArticleFactory(live=["ar"], headline_ar="ميناء الداخلة", headline_fr="Le port de Dakhla")
    page = client.get("/fr/search/", {"q": "الداخلة"})
    assert "Le port de Dakhla" not in page.text
    assert "ميناء الداخلة" in page.text


def test_a_person_is_offered_above_the_articles(client, db):
    speaker = SpeakerFactory(name_fr="Nasser Bourita", name_ar="ناصر بوريطة")
    page = client.get("/fr/search/", {"q": "بوريطة"}).text
    assert speaker.url_in("fr") in page


@pytest.mark.parametrize(
    ("language", "gender", "word"),
    [
        ("fr", "feminine", "intervenante"),
        ("fr", "masculine", "intervenant"),
        ("fr", "", "intervenant"),
        ("ar", "feminine", "متحدثة"),
        ("ar", "masculine", "متحدث"),
    ],
)
def test_a_person_is_offered_as_a_woman_or_a_man(client, db, language, gender, word):
    SpeakerFactory(name_fr="Samira Bennis", name_ar="سميرة بنيس", gender=gender)
    page = html.fromstring(client.get(f"/{language}/search/", {"q": "بنيس"}).content)
    assert page.xpath("string(//section[@class='named']//li/span)") == word


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_what_has_a_typed_name_is_called_as_the_sections_are(client, db, language):
    SpeakerFactory(name_fr="Samira Bennis", name_ar="سميرة بنيس")
    page = html.fromstring(client.get(f"/{language}/search/", {"q": "بنيس"}).content)
    sections = page.xpath("//header//nav[@class='sections']//a/text()")[1:]
    heading = page.xpath("string(//h2[@id='named'])").lower()
    assert all(one.lower().removeprefix("ال") in heading for one in sections)


def test_two_articles_are_counted_once_in_arabic(client, db):
    for n in range(2):
        ArticleFactory(live=["ar"], headline_ar=f"الواحات {n}")
    page = html.fromstring(client.get("/ar/search/", {"q": "الواحات"}).content)
    assert page.xpath("string(//h2[@id='results'])") == "مقالان"


def test_a_feed_has_what_the_search_finds(client, archive):
    feed = client.get("/fr/search/feed.rss", {"q": "mer 7"})
    assert feed.status_code == 200
    assert "épisode 7" in feed.text


def test_every_page_leads_to_the_search(client, archive):
    for language in ("fr", "ar"):
        assert f'href="/{language}/search/"' in client.get(f"/{language}/").text


def test_the_desk_finds_by_any_form(client, admin_user):
    ArticleFactory(headline_fr="Réunion", headline_ar="دمج والمهاجرين")
    client.force_login(admin_user)
    page = client.get("/admin/articles/article/", {"q": "مهاجرون"})
    assert "Réunion" in page.text
    assert page.context["cl"].result_count == 1


def test_the_small_words_of_a_name_are_not_marked(client, archive):
    league = OrganizationFactory(
        name_fr="Réseau pour la pêche des enfants", acronym_fr="RPE", name_ar=""
    )
    article = ArticleFactory(
        live=["fr"],
        headline_fr="Un réseau pour des ports",
        body_fr="<p>Le Réseau pour la pêche des enfants (RPE).</p>",
    )
    article.mention(league)
    page = client.get("/fr/search/", {"q": "RPE"}).text
    assert "<mark>réseau</mark>" in page
    assert "<mark>pour</mark>" not in page
    assert "<mark>des</mark>" not in page


def test_a_long_name_is_suggested_up_to_the_end_of_a_word(client, db):
    long = "Conférence intergouvernementale pour l’adoption du Pacte mondial des migrations"
    OrganizationFactory(name_fr=long)
    OrganizationFactory(name_fr="Conférence des Parties")
    found = client.get("/fr/search/suggestions.json", {"q": "conf"}).json()["suggestions"]
    cut = "Conférence intergouvernementale pour l’adoption du Pacte …"
    assert sorted(found) == ["Conférence des Parties", cut]
    assert long in client.get("/fr/search/", {"q": cut}).text


def test_it_narrows_by_the_type_of_article_and_names_a_language_in_one_word(client, archive):
    assert ">Type<" in "".join(client.get("/fr/search/", {"q": "mer"}).text.split())
    page = client.get("/ar/search/", {"q": "Agadir"}).text
    assert '<h2 id="in-fr">بالفرنسية</h2>' in page


def test_a_passage_keeps_a_subheading_and_the_items_of_a_list_apart(client, db):
    body = "<h2>Au port</h2><ul><li>Les filets</li><li>Le phare</li></ul><p>Il pleut.</p>"
    ArticleFactory(live=["fr"], headline_fr="La côte", body_fr=body)
    page = html.fromstring(client.get("/fr/search/", {"q": "phare"}).content)
    (passage,) = page.xpath("//p[@class='standfirst']")
    assert passage.text_content().strip() == "Au port · Les filets · Le phare · Il pleut."


@pytest.mark.parametrize(
    ("language", "kind", "name", "said"),
    [
        ("fr", "international", "Ligue des pêcheurs", ["organisation internationale"]),
        ("fr", "association", "Association des pêcheurs", []),
        ("fr", "other", "Ligue des pêcheurs", ["organisation"]),
        ("fr", "other", "Organisation des pêcheurs", []),
        ("ar", "association", "جمعية الصيادين", []),
        ("ar", "other", "رابطة الصيادين", ["منظمة"]),
    ],
)
@pytest.mark.usefixtures("db")
def test_a_name_that_says_what_it_is_of_has_no_word_beside_it(client, language, kind, name, said):
    OrganizationFactory(name_fr=name, name_ar=name, kind=kind)
    page = html.fromstring(client.get(f"/{language}/search/", {"q": name}).content)
    (named,) = page.find_class("named")
    assert [one.text_content() for one in named.find_class("count")] == said


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [
        ("fr", {"since": "2026-07-03", "until": "2026-07-01"}, "La première date, le 3 juillet 2026, est après la dernière, le 1er juillet 2026."),
        ("ar", {"since": "2026-07-03", "until": "2026-07-01"}, "التاريخ الأول، 3 يوليوز 2026، يأتي بعد التاريخ الأخير، 1 يوليوز 2026."),
        ("fr", {"until": "2026-02-31"}, "« 2026-02-31 » n’est pas une date entre 1900 et 2100"),
        ("fr", {"since": "0001-01-01"}, "« 0001-01-01 » n’est pas une date entre 1900 et 2100"),
        ("ar", {"since": "<b>" * 50}, "«&lt;b&gt;&lt;b&gt;&lt;b&gt;&lt;b&gt;&lt;b&gt;&lt;b&gt;&lt;b…» ليس تاريخا"),
    ],
)  # fmt: skip
def test_days_that_are_none_or_lie_the_wrong_way_round_are_said(client, db, language, asked, said):
    page = client.get(f"/{language}/search/", {"q": "mer", **asked}).text
    assert said in re.sub("[\u00a0\u202f]", " ", page)


def test_of_days_in_their_order_nothing_is_said(client, db):
    for asked in ({"since": "2026-07-01", "until": "2026-07-01"}, {"since": "", "until": ""}):
        page = client.get("/fr/search/", {"q": "mer", **asked}).text
        assert "La première date" not in page
        assert "n’est pas une date" not in page
