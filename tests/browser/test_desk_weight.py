"""What the forms of the desk weigh: how high each is before its body, how large its scripts are."""

import pytest
from django.contrib import admin
from django.urls import reverse

from articles.models import (
    Article,
    FrontPage,
    Journalist,
    Newsroom,
    PressList,
    Subscriber,
)
from tests.browser.at_desk import LANGUAGES, look
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    ArticleTemplateFactory,
    CorrectionFactory,
    DocumentFactory,
    EventFactory,
    GazetteerEntryFactory,
    ImageFactory,
    IncomingFeedFactory,
    MediaKitFactory,
    NoteFactory,
    PlaceFactory,
    PressContactFactory,
    QuoteFactory,
    SourceFactory,
    TermFactory,
    TopicFactory,
    UrgentBannerFactory,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

HIGHEST = 1_400
"""Pixels, in a window of 1,440."""
LARGEST = 60_000
"""Bytes of a script as it is stored, but for that of the editor of rich text."""
EDITOR = "django_prose_editor/editor"
ITSELF = {"articles.FrontPage"}
"""A form that shows a whole page of readers is as long as that."""

HEIGHT = """() => {
  const bodies = document.querySelectorAll(
    ".prose-editor:has([name^=body_]), .as-read > :not(h3, .standfirst)"
  );
  const spans = [...bodies]
    .map((one) => one.getBoundingClientRect())
    .map(({ top, bottom }) => [top, bottom])
    .sort(([one], [other]) => one - other);
  let [long, to] = [0, -Infinity];
  for (const [top, bottom] of spans) {
    long += Math.max(0, bottom - Math.max(top, to));
    to = Math.max(to, bottom);
  }
  const content = document.querySelector("#content");
  const room = parseFloat(getComputedStyle(content).paddingBlockEnd);
  const end = content.getBoundingClientRect().bottom + window.scrollY;
  return Math.round(end - room - long);
}"""
"""Down to where the form ends, less what its bodies take: beside each other, they take it once. The
room that is left for the bar at the foot of the window has nothing in it."""

SCRIPTS = """() => performance.getEntriesByType("resource")
    .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
    .map(({ name, decodedBodySize }) => [name, decodedBodySize])"""
TOOLBARS = """() => [...document.querySelectorAll(".prose-menubar")]
    .map((one) => one.getBoundingClientRect().height)"""
SIGNS = "**/material-icons*.woff2"
EDITORS_ARE_THERE = """() => [...document.querySelectorAll("textarea[name^=body_]")]
    .every((one) => one.closest(".prose-editor")?.querySelector(".ProseMirror"))"""


def make_one_of_each():
    """A row in every table of the desk, with rows of its own."""
    event = EventFactory(place=PlaceFactory())
    article = ArticleFactory(event=event, lead_image=ImageFactory(), source=SourceFactory())
    ArticleFactory(event=event, lead_image=article.lead_image, live=["fr", "ar"])
    for number in range(3):
        EventFactory(parent=event, name_fr=f"Table ronde {number}")
    QuoteFactory(article=article)
    CorrectionFactory(article=article)
    NoteFactory(article=article)
    AffiliationFactory()
    TopicFactory()
    TermFactory()
    GazetteerEntryFactory()
    ArticleTemplateFactory()
    IncomingFeedFactory()
    UrgentBannerFactory()
    PressContactFactory()
    pictures = [ImageFactory() for _ in range(3)]
    MediaKitFactory(pictures=pictures, documents=[DocumentFactory()])
    FrontPage.objects.create(language="fr")
    Newsroom.the_one()
    Subscriber.objects.create(address="lectrice@example.org", language="fr")
    listed = PressList.objects.create(name="Presse nationale")
    journalist = Journalist.objects.create(name="Aïcha", address="a@example.org", language="fr")
    journalist.lists.add(listed)


def forms():
    """The address of each form by its name: of a new record, and of one that is there."""
    for model in admin.site._registry:
        at = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        label = model._meta.label
        yield f"{label}, new", reverse(f"{at}_add")
        records = model._base_manager.order_by("-pk")
        if label == "articles.Image":
            # Where it is used is said under it.
            records = records.filter(pk__in=Article.objects.values("lead_image"))
        if label == "articles.Article":
            records = records.filter(published_at_fr=None)
        if label == "articles.Event":
            records = records.exclude(sessions=None)
        for record in records[:1]:
            yield label, reverse(f"{at}_change", args=[record.pk])
    live = Article.objects.get(key="cairo-plenary-report")
    yield "articles.Article, live", reverse("admin:articles_article_change", args=[live.pk])


def weighed(page):
    """Of each form that is there: its name, its height, and its scripts with their bytes."""
    for name, address in forms():
        answer = page.goto(address)
        if answer.status != 200 or "change-form" not in page.locator("body").get_attribute("class"):
            continue
        page.wait_for_function(EDITORS_ARE_THERE)
        yield name, page.evaluate(HEIGHT), page.evaluate(SCRIPTS)


def beyond(page):
    """The widths of a window, from a phone’s on, beyond which the page goes."""
    found = []
    for width in (1440, 1024, 390):
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth - window.innerWidth") > 0:
            found.append(width)
    page.set_viewport_size({"width": 1440, "height": 900})
    return found


@LANGUAGES
def test_no_form_is_higher_than_two_looks_and_no_script_larger_than_60_kb(browser, cairo, language):
    make_one_of_each()
    page = browser("admin", language)
    page.set_viewport_size({"width": 1440, "height": 900})
    heights, too_large, too_wide = {}, {}, {}
    for name, height, scripts in weighed(page):
        look(page, f"weight-{name}-{language}")
        heights[name] = height
        if found := beyond(page):
            too_wide[name] = found
        for url, size in scripts:
            if size > LARGEST and EDITOR not in url:
                too_large.setdefault(url, []).append(name)
    assert len(heights) >= 40
    assert {
        name: height for name, height in heights.items() if height > HIGHEST and name not in ITSELF
    } == {}
    assert too_large == {}
    assert too_wide == {}


@LANGUAGES
def test_a_toolbar_is_as_high_before_the_typeface_of_its_signs_is_there(browser, language):
    """The words that stand in the place of signs made six rows, and the form 320 pixels higher."""
    page = browser("admin", language)
    heights = {}
    for has_signs in (True, False):
        if not has_signs:
            page.route(SIGNS, lambda route: route.abort())
        page.goto(reverse("admin:articles_articletemplate_add"))
        page.wait_for_function(EDITORS_ARE_THERE)
        page.evaluate("() => document.fonts.ready")
        look(page, f"signs-{has_signs}-{language}")
        heights[has_signs] = page.evaluate(TOOLBARS)
    assert len(heights[True]) == 6
    assert heights[False] == heights[True]
