"""An article that readers have in one language, and the other, which nobody has read yet."""

from django.contrib.messages import get_messages
from django.urls import reverse

from articles.desk.translation import paragraphs as desk
from articles.models import Article

TITLE, TEXT = "المغرب يرأس الجلسة", "<p>ترأس المغرب جلسة عامة.</p>"
READ = "Le Maroc préside"
QUOTED = {"text_fr": "une session plénière", "text_ar": ""}


def url(page, *args):
    return reverse(f"admin:articles_article_{page}", args=args)


def now(article):
    return Article.objects.get(pk=article.pk)


def copies(article):
    return Article.with_copies.filter(working_copy_of=article)


def said_by(response):
    return " ".join(str(one) for one in get_messages(response.wsgi_request))


def rows(article):
    return [desk.shown_row(row) for row in desk.rows(article, "ar")]
