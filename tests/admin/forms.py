"""The form of an article as a browser would send it."""

from django.urls import reverse
from lxml import html


def change_url(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def fields_of(page):
    """What the form on a page would send, without its buttons."""
    form = html.fromstring(page).get_element_by_id("article_form")
    sent = {}
    for name, value in form.form_values():
        if "__prefix__" not in name:
            # A parser keeps the line break that a textarea begins with; a browser does not.
            sent[name] = value.removeprefix("\n")
    return sent


def opened(client, article):
    """The fields of the form of an article, as a person has it on the screen."""
    return fields_of(client.get(change_url(article)).text)


def form_of(page):
    """What the form of any record would send, without its buttons."""
    (form,) = html.fromstring(page).xpath("//div[@id='content-main']//form[@method='post']")
    sent = {}
    for name, value in form.form_values():
        if "__prefix__" not in name:
            sent[name] = value.removeprefix("\n")
    return sent
