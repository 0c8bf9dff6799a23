"""Who finds an article at the desk, and who all of it: by the moment, not by a state's name."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from articles.desk.editing.working_copies import open_copy
from articles.languages import Language
from articles.models import Article, Status
from articles.models.rights import AbridgedError
from tests.conftest import member_of
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db

NOW = timezone.now()
AN_HOUR = timedelta(hours=1)
PAST, FUTURE = NOW - AN_HOUR, NOW + AN_HOUR
ROLES = ["reporter", "translator", "editor", "chief", "administrator", "stranger"]
SEE_ALL = {"translator", "editor", "chief", "administrator"}

# The columns of one language in each state that the moment can make of it, and whether
# its readers have it now.
STATES = {
    "draft": ({"status": Status.DRAFT}, False),
    "draft with a date": ({"status": Status.DRAFT, "published_at": PAST}, False),
    "in review": ({"status": Status.IN_REVIEW}, False),
    "ready": ({"status": Status.READY}, False),
    "scheduled": ({"status": Status.PUBLISHED, "published_at": FUTURE}, False),
    "live": ({"status": Status.PUBLISHED, "published_at": PAST}, True),
    "leaving": (
        {"status": Status.PUBLISHED, "published_at": PAST, "live_until": FUTURE},
        True,
    ),
    "expired": (
        {
            "status": Status.PUBLISHED,
            "published_at": PAST - AN_HOUR,
            "live_until": PAST,
        },
        False,
    ),
    "withdrawn": ({"status": Status.WITHDRAWN, "published_at": PAST}, False),
}
EMBARGOES = {"none": (None, True), "over": (PAST, True), "running": (FUTURE, False)}


def account(role):
    return UserFactory(username="stranger") if role == "stranger" else member_of(role)


def article_in(states, embargo=None, make=ArticleFactory, **more):
    """An article whose languages are each in a state of the table."""
    columns = {
        Language(code).field(name): value
        for code, state in states.items()
        for name, value in STATES[state][0].items()
    }
    return make(slug_ar=None, embargoed_until=embargo, **columns, **more)


def every_article(**more):
    """One in each pair of states under each embargo, and whether readers of some language have it."""
    articles = [
        (
            article_in({"fr": french, "ar": arabic}, embargo, ArticleFactory.build, **more),
            lets and (STATES[french][1] or STATES[arabic][1]),
        )
        for french in STATES
        for arabic in STATES
        for embargo, lets in EMBARGOES.values()
    ]
    for number, (article, _is_live) in enumerate(articles):
        article.slug_fr, article.slug_ar = f"session-{number}", f"جلسة-{number}"
    Article.objects.bulk_create(article for article, _is_live in articles)
    return articles


@pytest.mark.parametrize("own", [True, False], ids=["own", "others"])
@pytest.mark.parametrize("role", ROLES)
def test_the_list_and_the_article_agree_on_who_finds_it_at_every_moment(role, own):
    person = account(role)
    articles = every_article(created_by=person if own else None)
    found = set(Article.objects.for_desk(person))
    whole = set(Article.objects.open_to(person))
    for article, is_live in articles:
        case = (article.status_fr, article.status_ar, article.embargoed_until)
        sees_all = own or role in SEE_ALL
        assert (article in found) == (sees_all or is_live), case
        assert (article in whole) == sees_all, case
        assert article.may_be_seen_by(person) == (article in found), case
        assert article.is_open_to(person) == (article in whole), case


@pytest.mark.parametrize("role", ROLES)
def test_a_working_copy_is_found_by_who_may_see_what_readers_have_not(role, editor, reporter):
    person = {"editor": editor, "reporter": reporter}.get(role) or account(role)
    mine, others = ArticleFactory(live=["fr"], created_by=person), ArticleFactory(live=["fr"])
    for live, is_own in ((mine, True), (others, False)):
        copy = open_copy(live, by=editor)
        may = is_own or role in SEE_ALL
        assert Article.with_copies.for_desk(person).filter(pk=copy.pk).exists() == may
        assert Article.with_copies.open_to(person).filter(pk=copy.pk).exists() == may
        assert copy.may_be_seen_by(person) == copy.is_open_to(person) == may


def test_the_moment_may_be_asked_for(reporter):
    article = article_in({"fr": "scheduled", "ar": "draft"})
    later = FUTURE + AN_HOUR
    assert not Article.objects.for_desk(reporter).exists()
    assert Article.objects.for_desk(reporter, later).get() == article
    assert article.may_be_seen_by(reporter, later)
    assert not article.may_be_seen_by(reporter)


@pytest.mark.parametrize("state", STATES)
def test_what_readers_have_is_withdrawn_before_it_is_deleted(state, chief, editor):
    article = article_in({"fr": state, "ar": "draft"})
    assert article.may_be_deleted_by(chief) == (not STATES[state][1])
    assert not article.may_be_deleted_by(editor)


def test_what_is_under_embargo_may_be_deleted_and_a_colleague_without_the_right_may_not(chief):
    article = article_in({"fr": "live", "ar": "live"}, FUTURE)
    assert article.may_be_deleted_by(chief)
    chief.groups.get().permissions.remove(
        chief.groups.get().permissions.get(codename="edit_any_article")
    )
    chief = type(chief).objects.get(pk=chief.pk)
    assert not article.may_be_deleted_by(chief)


# What readers have of a colleague's article is all that is told of it.

SECRET = "marrakechsecret"


@pytest.fixture
def half_live():
    """Live in French; in Arabic it is written and no reader has it."""
    columns = {
        f"{column}_ar": SECRET for column in ("headline", "standfirst", "slug", "translation_note")
    }
    return ArticleFactory(
        live=["fr"],
        headline_fr="Le Maroc préside",
        body_ar=f"<p>{SECRET}</p>",
        source_text=SECRET,
        **columns,
    )


def texts_of(article):
    return [str(value) for value in [*vars(article).values(), article, article.body_ar]]


@pytest.mark.parametrize(
    "asked",
    [
        lambda found: found.get(),
        lambda found: next(iter(found)),
        lambda found: next(found.iterator()),
        lambda found: found.first(),
        lambda found: found.in_bulk()[found.first().pk],
        lambda found: found.defer("body", "body_ar", "headline_ar").get(),
        lambda found: found.select_related("source").order_by("pk")[0],
    ],
)
def test_a_colleague_is_given_what_readers_have_and_no_more(half_live, reporter, asked):
    with translation.override("ar"):
        article = asked(Article.objects.for_desk(reporter))
        assert article.is_abridged
        assert str(article) == "Le Maroc préside"
        assert not any(SECRET in text for text in texts_of(article))
    assert article.headline_fr == "Le Maroc préside"


def test_of_an_article_whose_moments_were_not_read_nothing_is_told(half_live, reporter):
    article = Article.objects.for_desk(reporter).only("headline_fr").get()
    assert article.is_abridged
    assert str(article) == article.key


def test_an_abridged_article_is_never_saved(half_live, reporter):
    article = Article.objects.for_desk(reporter).get()
    with pytest.raises(AbridgedError):
        article.save()
    half_live.refresh_from_db()
    assert half_live.headline_ar == SECRET


@pytest.mark.parametrize("role", sorted(SEE_ALL))
def test_who_may_see_all_is_given_all(half_live, role):
    article = Article.objects.for_desk(account(role)).get()
    assert not article.is_abridged
    assert article.headline_ar == SECRET


def test_the_author_is_given_all(half_live, reporter):
    Article.objects.update(created_by=reporter)
    article = Article.objects.for_desk(reporter).get()
    assert not article.is_abridged
    assert article.headline_ar == SECRET


def test_telling_readers_texts_from_others_costs_no_query(
    half_live, reporter, django_assert_num_queries
):
    ArticleFactory.create_batch(5, live=["ar"], slug_ar=None)
    reporter.get_all_permissions()
    with django_assert_num_queries(1):
        for article in Article.objects.for_desk(reporter).defer("body", "source_text"):
            assert article.is_abridged
            str(article)
