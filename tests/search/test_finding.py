"""What a person remembers of an article finds it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from articles import models
from articles.languages import Language
from articles.search import databases
from articles.search.desk_search import search_for_user
from articles.search.results import beginning_with, search
from tests.factories import (
    ArticleFactory,
    EventFactory,
    OrganizationFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
)

FRENCH, ARABIC = Language("fr"), Language("ar")


def headlines(text, language=FRENCH, **more):
    return [one.label for one in search(text, language, **more).articles]


@pytest.fixture
def migration(db):
    article = ArticleFactory(
        live=["fr", "ar"],
        headline_fr="Le Maroc préside l’examen régional sur les migrations",
        headline_ar="المغرب يرأس الاستعراض الإقليمي",
        body_fr="<p>L’énergie des réfugiés, l’œuvre de la CESAO, le 3 juillet 2024.</p>",
        body_ar="<p>ودعا إلى إدماج اللاجئين والمهاجرين في الدول المجاورة، بدمج الشباب.</p>",
    )
    ArticleFactory(
        live=["fr", "ar"],
        headline_fr="La bourse de Casablanca clôture en hausse",
        headline_ar="بورصة الدار البيضاء ترتفع",
        body_fr="<p>Les actions ont gagné deux pour cent.</p>",
        body_ar="<p>ارتفعت الأسهم اثنين في المائة.</p>",
    )
    return article


@pytest.mark.parametrize(
    "typed",
    ["migration", "energie", "ENERGIE", "réfugiée", "oeuvre", "examen regional", '"examen régional"',
     "3.07.2024", "3/7/2024", "2024", "٢٠٢٤", "migr*", "maroc -bourse", "l'examen", "migrations maroc"],
)  # fmt: skip
def test_french_is_found(migration, typed):
    assert headlines(typed) == [migration.headline_fr]


@pytest.mark.parametrize(
    "typed",
    ["مهاجر", "المهاجرون", "مجاورة", "دمج", "لاجئ", "دولة", "استعراض", "المغرب", "مغرب",
     '"الاستعراض الإقليمي"', "شباب", "مهاجـر", "الدُّوَل"],
)  # fmt: skip
def test_arabic_is_found(migration, typed):
    assert headlines(typed, ARABIC) == [migration.headline_ar]


@pytest.mark.parametrize("typed", ["vendre", "prendre", "conclure"])
def test_irregular_forms_of_a_verb_are_found(db, typed):
    article = ArticleFactory(
        live=["fr"],
        headline_fr="Le port vendu à un groupe",
        body_fr="<p>L’accord est conclu ; l’acheteur a pris dix ans.</p>",
    )
    assert headlines(typed) == [article.headline_fr]


def test_a_word_only_written_with_its_article_is_found_behind_another_letter(db):
    article = ArticleFactory(live=["ar"], headline_ar="السميد", body_ar="<p>الكسكس تراث.</p>")
    assert headlines("سميد وكسكس", ARABIC) == [article.headline_ar]


@pytest.mark.parametrize("typed", ['"régional examen"', "maroc -migration", "bourse* -hausse"])
def test_what_does_not_match_is_not_found(migration, typed):
    results = search(typed, FRENCH)
    assert not [one for one in results.articles if results.all_words]


def test_the_headline_counts_more_than_the_body(db):
    body = ArticleFactory(
        live=["fr"], headline_fr="Conférence de presse", body_fr="<p>La sécheresse.</p>"
    )
    title = ArticleFactory(
        live=["fr"], headline_fr="La sécheresse gagne le Souss", body_fr="<p>Rien.</p>"
    )
    assert headlines("secheresse") == [title.headline_fr, body.headline_fr]


def test_an_acronym_finds_every_name_of_the_organization(db):
    OrganizationFactory(
        name_fr="Commission économique et sociale pour l’Asie occidentale",
        acronym_fr="CESAO",
        aliases_fr="ESCWA",
        name_ar="اللجنة الاقتصادية والاجتماعية لغربي آسيا",
        acronym_ar="الإسكوا",
    )
    article = ArticleFactory(
        live=["fr", "ar"],
        headline_fr="La CESAO se réunit",
        headline_ar="اجتماع في بيروت",
        body_ar="<p>قالت الإسكوا إن النمو تباطأ.</p>",
    )
    for typed in ("ESCWA", "CESAO", "الإسكوا", "اسكوا"):
        assert headlines(typed) == [article.headline_fr], typed
        assert headlines(typed, ARABIC) == [article.headline_ar], typed


@pytest.mark.parametrize(
    "typed", ["Mohamed Chekkouri", "Muhammad Chekouri", "محمد شكوري", "شكوري", "Shukri"]
)
def test_a_person_is_found_in_any_spelling_and_script(db, typed):
    speaker = SpeakerFactory(name_fr="Mohammed Chekkouri", name_ar="محمد شكوري")
    article = ArticleFactory(live=["fr"], headline_fr="Un discours à Marrakech")
    article.mention(speaker)
    results = search(typed, FRENCH)
    assert [one.label for one in results.articles] == [article.headline_fr]
    assert [one.label for one in results.records] == ["Mohammed Chekkouri"]


def test_a_renamed_person_is_found_by_the_new_name_at_once(db):
    speaker = SpeakerFactory(name_fr="Nasser Bourita")
    article = ArticleFactory(live=["fr"], headline_fr="Un discours")
    article.mention(speaker)
    assert headlines("Zemmouri") == []
    speaker.name_fr = "Nasser Zemmouri"
    speaker.save()
    assert headlines("Zemmouri") == [article.headline_fr]


def test_fields_choose_whom_and_what_it_is_about(db):
    speaker, topic = SpeakerFactory(name_fr="Leïla Haddad"), TopicFactory(name_fr="Pêche")
    article = ArticleFactory(live=["fr"], headline_fr="Un accord")
    ArticleFactory(live=["fr"], headline_fr="Un accord de plus")
    article.mention(speaker)
    article.topics.add(topic)
    for typed in (
        'accord de:"Leïla Haddad"',
        "accord من:Haddad",
        "thème:pêche",
        "sujet:pêche",
        "موضوع:pêche",
    ):
        assert headlines(typed) == [article.headline_fr], typed
    assert headlines("accord de:Personne") == []
    assert headlines("accord date:2024-07") == headlines("accord")
    assert headlines("accord date:2019") == []


def test_facets_say_how_many_and_narrow(db):
    topic = TopicFactory(name_fr="Pêche")
    for n in range(3):
        article = ArticleFactory(live=["fr"], headline_fr=f"Accord {n}")
        if n:
            article.topics.add(topic)
    results = search("accord", FRENCH)
    assert ("topic", "Pêche", 2) in [
        (one.facet, one.label, one.count) for one in results.facets(FRENCH)
    ]
    assert len(search("accord", FRENCH, chosen=[("topic", str(topic.pk))]).articles) == 2


@pytest.mark.parametrize("state", ["draft", "withdrawn", "future", "embargoed", "other"])
def test_readers_find_only_what_is_live(db, state):
    now = timezone.now()
    fields = {
        "draft": {},
        "withdrawn": {"status_fr": "withdrawn", "published_at_fr": now},
        "future": {"live": ["fr"], "live_at": now + timedelta(hours=1)},
        "embargoed": {"live": ["fr"], "embargoed_until": now + timedelta(hours=1)},
        "other": {"live": ["ar"]},
    }[state]
    article = ArticleFactory(headline_fr="Secret de Marrakech", **fields)
    assert headlines("marrakech") == []
    if state in {"future", "embargoed"}:
        assert headlines("marrakech", at=now + timedelta(hours=2)) == [article.headline_fr]
    assert search_for_user(models.Article, "marrakech", models.User(is_superuser=True)) == [
        article.pk
    ]


def test_an_entry_that_was_not_kept_up_shows_nothing_withdrawn(db):
    article = ArticleFactory(live=["fr"], headline_fr="Secret de Marrakech")
    models.Article.objects.filter(pk=article.pk).update(status_fr="withdrawn")
    assert headlines("marrakech") == []


def test_publishing_and_withdrawing_are_seen_at_once(chief):
    article = ArticleFactory(headline_fr="Sommet de Fès")
    article.publish("fr", by=chief)
    assert headlines("fes") == ["Sommet de Fès"]
    article.withdraw("fr", by=chief, note="Erreur de date.")
    assert headlines("fes") == []
    article.delete()
    assert not models.SearchEntry.objects.exists()


def test_what_begins_so_is_suggested(db):
    SpeakerFactory(name_fr="Nasser Bourita")
    EventFactory(name_fr="Bourse du climat")
    assert {one.label for one in beginning_with("bour", FRENCH)} == {
        "Nasser Bourita",
        "Bourse du climat",
    }


def test_an_article_without_its_word_suggests_by_the_words_before_it(migration):
    assert beginning_with("ال", ARABIC) == []
    assert [one.label for one in beginning_with("المغرب ال", ARABIC)] == [migration.headline_ar]


def test_drift_is_found_and_rebuilt(migration, capsys):
    call_command("check_search")
    models.Article.objects.filter(pk=migration.pk).update(headline_fr="Autre titre")
    models.SearchEntry.objects.filter(language="ar", record_id=migration.pk).delete()
    speaker = SpeakerFactory(name_fr="Nasser Bourita", name_ar="")
    models.SearchEntry.objects.filter(kind="speaker").update(title="quelqu un d autre")
    models.SearchName.objects.filter(record_id=speaker.pk, is_whole=True).delete()
    with pytest.raises(CommandError, match="4"):
        call_command("check_search")
    call_command("rebuild_search")
    call_command("check_search")
    assert headlines("autre titre") == ["Autre titre"]
    assert [one.label for one in beginning_with("bourit", FRENCH)] == ["Nasser Bourita"]


def test_rebuilding_goes_on_where_it_stopped(migration, tmp_path):
    models.SearchEntry.objects.all().delete()
    file = tmp_path / "done.json"
    file.write_text(f'{{"article": {migration.pk}}}')
    call_command("rebuild_search", resume=file)
    assert not models.SearchEntry.objects.filter(kind="article", record_id=migration.pk).exists()
    assert models.SearchEntry.objects.filter(kind="article").exists()
    assert not file.exists()


def damage(entry):
    """Take an entry out of the database's index behind the triggers' back, and put another in."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DELETE FROM articles_searchindex WHERE id = %s", [entry.pk])
            cursor.execute(
                "INSERT INTO articles_searchindex VALUES (0, 'fr', 'article', now(), '', 'x')"
            )
        else:
            cursor.execute(
                "INSERT INTO articles_searchindex "
                "(articles_searchindex, rowid, title, lead, body, stems, tags) "
                "VALUES ('delete', %s, %s, %s, %s, %s, %s)",
                [entry.pk, entry.title, entry.lead, entry.body, entry.stems, entry.tags],
            )


def test_what_the_index_itself_has_lost_is_found_and_mended(db, capsys):
    article = ArticleFactory(live=["fr"], headline_fr="Sommet de Fès")
    damage(models.SearchEntry.objects.get(language="fr", record_id=article.pk, kind="article"))
    assert headlines("sommet") == []
    with pytest.raises(CommandError):
        call_command("check_search")
    call_command("rebuild_search")
    call_command("check_search")
    assert headlines("sommet") == ["Sommet de Fès"]


def test_a_phrase_in_a_title_is_found_however_many_texts_have_its_words(db, monkeypatch):
    monkeypatch.setattr(databases, "BOUND", 1)
    now = timezone.now()
    for days, headline in enumerate(["Le pacte est mondial", "Un pacte mondial", "Le pacte"]):
        ArticleFactory(live=["fr"], live_at=now - timedelta(days=days), headline_fr=headline)
    assert headlines('"pacte mondial"') == ["Un pacte mondial"]
    assert headlines('"pacte est mondial"') == ["Le pacte est mondial"]


@pytest.mark.parametrize(
    "copied",
    ["examen ré\u00adgional", "\u200fMaroc\u200f", "\u202aexamen\u202c", "mig\u200drations\ufeff"],
)
def test_a_query_that_was_copied_finds_what_is_seen_of_it(migration, copied):
    assert headlines(copied) == [migration.headline_fr]


@pytest.mark.parametrize(
    ("typed", "language"),
    [("3 juillet 2024", FRENCH), ("3/07/2024", FRENCH), ("3 juillet", FRENCH), ("juillet 2024", FRENCH),
     ("٣ تموز ٢٠٢٤", ARABIC), ("3 جويلية", ARABIC), ("يوليوز المهاجرين", ARABIC), ("يوليو 2024", ARABIC)],
)  # fmt: skip
def test_a_day_is_found_however_it_is_typed(db, typed, language):
    published = {"live": ["fr", "ar"], "live_at": datetime(2024, 7, 8, tzinfo=UTC)}
    meant = ArticleFactory(
        **published,
        body_fr="<p>La session s’est tenue mercredi 3 juillet.</p>",
        body_ar="<p>انعقدت الجلسة حول المهاجرين يوم الأربعاء 3 يوليوز.</p>",
    )
    ArticleFactory(
        **published, body_fr="<p>Trois morts le 5 août.</p>", body_ar="<p>ثلاثة قتلى يوم 5 غشت.</p>"
    )
    found = search(typed, language)
    assert [one.record_id for one in found.articles] == [meant.pk]
    assert found.all_words
    assert not found.meaning.unknown


def test_a_year_beside_other_words_finds_what_was_published_in_it(db):
    for year in (2021, 2022):
        ArticleFactory(
            live=["fr"],
            live_at=datetime(year, 6, 1, tzinfo=UTC),
            headline_fr=f"Sommet, session {year - 2000}",
        )
    assert headlines("sommet 2021") == ["Sommet, session 21"]


def test_reported_speech_is_found_by_words_that_the_body_does_not_have(db):
    told = {"kind": "reported", "text_fr": "Le Maroc tiendra parole.", "text_ar": ""}
    QuoteFactory(article=(article := ArticleFactory(live=["fr"])), **told)
    QuoteFactory(article=ArticleFactory(live=["fr"]), speaker=None, **told)
    assert headlines("tiendra parole") == [article.headline_fr]
    article.quotes.all().delete()
    assert headlines("tiendra parole") == []


def test_what_stands_in_the_body_is_counted_once_though_it_is_reported_too(db):
    article = ArticleFactory(live=["fr"])
    before = models.SearchEntry.objects.get(kind="article", language="fr").body
    QuoteFactory(article=article, kind="reported", text_fr="une session plénière")
    assert models.SearchEntry.objects.get(kind="article", language="fr").body == before
