"""Two records that are the same are merged on a page that says before what will happen."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.desk.editing.working_copies import open_copy
from articles.desk.library import merging
from articles.models import Article, Merge, RecordRevision, Speaker
from tests.admin.forms import form_of
from tests.admin.records import FACTORIES, is_there, page_of
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    OrganizationFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

MERGED = ["speaker", "organization", "event", "source", "place", "topic"]


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)
    return client


def asked(kept, gone):
    return f"{page_of(kept, 'merge')}?other={gone.pk}"


def sent(desk, kept, gone):
    return form_of(desk.get(asked(kept, gone)).text)


def merge(desk, kept, gone):
    return desk.post(page_of(kept, "merge"), sent(desk, kept, gone))


@pytest.mark.parametrize("kind", MERGED)
def test_of_two_that_are_the_same_the_one_that_was_chosen_stays(desk, kind):
    kept, gone = FACTORIES[kind](), FACTORIES[kind]()
    assert merge(desk, kept, gone).url == page_of(kept, "change")
    assert is_there(kept)
    assert not is_there(gone)


def test_the_page_says_before_what_moves_and_which_names_become_other_names(desk):
    kept = SpeakerFactory(name_fr="Ismail Chekkouri", name_ar="إسماعيل شكوري")
    gone = SpeakerFactory(name_fr="Ismaïl Chekkouri", name_ar="إسماعيل الشكوري")
    gone.aliases_fr = "I. Chekkouri"
    gone.biography_fr = "Diplomate"
    gone.save()
    article = ArticleFactory(live=["fr"], headline_fr="Le Maroc au Caire")
    QuoteFactory(article=article, speaker=gone)
    AffiliationFactory(speaker=gone)
    page = desk.get(asked(kept, gone)).text
    for words in (
        "Le Maroc au Caire",
        "Citations (1)",
        "Affiliations (1)",
        "Ismaïl Chekkouri",
        "I. Chekkouri",
        "إسماعيل الشكوري",
        "Biographie",
        gone.url_in("fr"),
        kept.url_in("fr"),
        "aucun rectificatif n’est demandé",
    ):
        assert words in page, words
    assert is_there(gone)
    assert not Merge.objects.exists()


@pytest.mark.parametrize(("language", "arrow"), [("fr", "⇢"), ("ar", "⇠")])
def test_the_address_that_goes_points_to_the_one_that_stays_as_one_reads(
    desk, chief, language, arrow
):
    chief.language = language
    chief.save()
    kept, gone = SpeakerFactory(name_fr="Karim Haddad"), SpeakerFactory(name_fr="Anis Bouzid")
    page = html.fromstring(desk.get(asked(kept, gone)).text)
    (line,) = page.xpath("//li[bdi[contains(., '/fr/')]]")
    assert [one.text_content() for one in line.xpath("bdi")] == [
        gone.url_in("fr"),
        kept.url_in("fr"),
    ]
    assert line.xpath("span")[0].text_content() == arrow


def test_what_happens_is_what_was_said(desk, client):
    kept = SpeakerFactory(name_fr="Ismail Chekkouri", name_ar="")
    gone = SpeakerFactory(name_fr="Ismaïl Chekkouri", is_listed=True)
    quote = QuoteFactory(article=ArticleFactory(live=["fr"]), speaker=gone)
    old, corrections = gone.url_in("fr"), quote.article.corrections.count()
    merge(desk, kept, gone)
    kept.refresh_from_db()
    quote.refresh_from_db()
    assert quote.speaker == kept
    assert kept.aliases_fr == "Ismaïl Chekkouri"
    assert kept.name_ar == gone.name_ar
    assert client.get(old).url == kept.url_in("fr")
    assert quote.article.corrections.count() == corrections
    assert RecordRevision.objects.filter(record_key=kept.key, note__contains="fusionné").exists()


def test_the_other_way_round_is_one_click(desk):
    one, other = TopicFactory(), TopicFactory()
    assert asked(other, one) in desk.get(asked(one, other)).text


def test_records_of_one_name_are_offered_first(desk):
    one = SpeakerFactory(name_fr="Nasser Bourita")
    other = SpeakerFactory(name_fr="nasser BOURITA")
    assert f"?other={other.pk}" in desk.get(page_of(one, "merge")).text


@pytest.mark.parametrize("other", ["self", "0", "x", "9" * 300, ""])
def test_a_record_is_not_merged_with_itself_nor_with_nothing(desk, other):
    record = SpeakerFactory()
    number = record.pk if other == "self" else other
    assert desk.get(page_of(record, "merge"), {"other": number}).status_code == 200
    answer = desk.post(page_of(record, "merge"), {"other": number})
    assert answer.status_code == 422
    assert is_there(record)


def test_of_two_who_merge_at_once_the_second_is_told(desk, chief):
    one, other = SpeakerFactory(), SpeakerFactory()
    form = sent(desk, one, other)
    merging.merge(one, other, by=chief)
    answer = desk.post(page_of(one, "merge"), form)
    # What is left of the one is the other.
    assert answer.status_code in {302, 404}
    assert Speaker.objects.get() == other


def test_two_clicks_merge_once(desk):
    kept, gone = SpeakerFactory(), SpeakerFactory()
    form = sent(desk, kept, gone)
    first, second = (desk.post(page_of(kept, "merge"), form) for _click in range(2))
    assert first.url == second.url
    assert Merge.objects.count() == 1


def test_who_merges_what_a_colleague_has_just_changed_looks_again(desk):
    kept, gone = SpeakerFactory(), SpeakerFactory()
    form = sent(desk, kept, gone)
    gone.biography_fr = "Ministre"
    gone.save()
    answer = desk.post(page_of(kept, "merge"), form)
    assert answer.status_code == 409
    assert "Quelqu’un a modifié" in answer.text
    assert is_there(gone)
    assert desk.post(page_of(kept, "merge"), form_of(answer.text)).status_code == 302
    kept.refresh_from_db()
    assert kept.biography_fr == "Ministre"


def test_who_was_typing_in_the_one_that_went_has_it_back_with_the_reason(desk, chief):
    kept, gone = SpeakerFactory(), SpeakerFactory(name_fr="Ismaïl Chekkouri")
    form = form_of(desk.get(page_of(gone, "change")).text)
    merging.merge(gone, kept, by=chief)
    answer = desk.post(page_of(gone, "change"), form | {"biography_fr": "Né à Rabat."})
    assert answer.status_code == 404
    assert "est fusionné dans" in answer.text
    assert "Né à Rabat." in answer.text


def test_the_address_of_the_form_of_the_one_leads_to_the_other(desk, chief):
    kept, gone = SpeakerFactory(), SpeakerFactory()
    address = page_of(gone, "change")
    merging.merge(gone, kept, by=chief)
    assert desk.get(address).url == page_of(kept, "change")


def test_a_working_copy_that_names_the_one_names_the_other(desk, chief):
    kept, gone = SpeakerFactory(), SpeakerFactory()
    article = ArticleFactory(live=["fr"])
    QuoteFactory(article=article, speaker=gone)
    copy = open_copy(article, by=chief)
    merge(desk, kept, gone)
    assert copy.quotes.get().speaker == article.quotes.get().speaker == kept
    # The two still say the same.
    page = desk.get(reverse("admin:articles_article_changes", args=[copy.pk])).text
    assert "Rien ne diffère" in page or "Aucune différence" in page or gone.name_fr not in page


def test_for_a_day_one_click_in_the_form_undoes_it(desk, client):
    kept, gone = SpeakerFactory(), SpeakerFactory(name_fr="Ismaïl Chekkouri")
    quote = QuoteFactory(article=ArticleFactory(live=["fr"]), speaker=gone)
    merge(desk, kept, gone)
    page = desk.get(page_of(kept, "change")).text
    assert 'form="unmerge"' in page
    done = Merge.objects.get()
    desk.post(page_of(kept, "unmerge"), {"merge": done.pk})
    quote.refresh_from_db()
    assert quote.speaker.name_fr == "Ismaïl Chekkouri"
    assert 'form="unmerge"' not in desk.get(page_of(kept, "change")).text


def test_after_a_day_the_history_alone_undoes_it(desk):
    kept, gone = SpeakerFactory(), SpeakerFactory()
    merge(desk, kept, gone)
    Merge.objects.update(made_at=timezone.now() - timedelta(days=1, minutes=1))
    assert 'form="unmerge"' not in desk.get(page_of(kept, "change")).text
    assert 'name="merge"' in desk.get(page_of(kept, "history")).text


@pytest.mark.parametrize("role", ["reporter", "translator"])
def test_who_may_not_publish_merges_nothing(client, role, request):
    client.force_login(request.getfixturevalue(role))
    kept, gone = SpeakerFactory(), SpeakerFactory()
    assert client.get(asked(kept, gone)).status_code == 403
    assert client.post(page_of(kept, "merge"), {"other": gone.pk}).status_code == 403
    assert page_of(kept, "merge") not in client.get(page_of(kept, "change")).text


def test_two_of_a_list_are_merged_from_there(desk):
    one, two, three = (OrganizationFactory() for _each in range(3))
    address = reverse("admin:articles_organization_changelist")
    data = {"action": "merge_two", "_selected_action": [one.pk, two.pk]}
    assert desk.post(address, data).url == asked(one, two)
    data["_selected_action"] = [one.pk, two.pk, three.pk]
    assert "Choisissez deux" in desk.post(address, data, follow=True).text


def test_what_the_one_says_otherwise_is_shown_before_it_is_lost(desk):
    kept, gone = EventFactory(venue_fr="Siège de la Ligue"), EventFactory(venue_fr="Hôtel Hilton")
    page = desk.get(asked(kept, gone)).text
    assert "Hilton" in page
    assert "Ligue" in page


def test_the_page_names_no_article_that_is_not_theirs_to_see(client, chief):
    rights = Permission.objects.filter(group__name="chief")
    chief.user_permissions.set(rights.exclude(codename="edit_any_article"))
    chief.groups.clear()
    client.force_login(chief)
    kept, gone = SpeakerFactory(), SpeakerFactory()
    hidden = ArticleFactory(headline_fr="Un secret", headline_ar="سر")
    QuoteFactory(article=hidden, speaker=gone)
    page = client.get(asked(kept, gone)).text
    assert "Un secret" not in page
    assert Article.objects.count() == 1
