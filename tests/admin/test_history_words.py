"""A history of who did what calls fields as who reads it does, in whichever language it was done."""

import pytest
from django.urls import reverse
from lxml import html

from articles.models import User
from tests.admin.forms import form_of
from tests.factories import ArticleTemplateFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, admin_user):
    def speaks(language):
        User.objects.filter(pk=admin_user.pk).update(language=language)
        client.force_login(admin_user)
        return client

    return speaks


def history(client, record):
    opts = record._meta
    page = client.get(
        reverse(f"admin:{opts.app_label}_{opts.model_name}_history", args=[record.pk])
    )
    return html.fromstring(page.text).xpath("string(//table[@class='revisions']/tbody/tr[1]/td[3])")


def changed(client, record, **values):
    opts = record._meta
    url = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk])
    assert client.post(url, form_of(client.get(url).text) | values).status_code == 302


@pytest.mark.parametrize("by", ["fr", "ar"])
def test_fields_are_called_in_the_language_of_who_reads(desk, by):
    account, template = UserFactory(), ArticleTemplateFactory()
    changed(desk(by), account, first_name="Aïcha", last_name="Nadir")
    changed(desk(by), template, headline_fr="Visite")
    assert history(desk("fr"), account) == "Modification de Prénom et Nom."
    assert history(desk("ar"), account) == "تم تغيير الاسم الأول والاسم الأخير."
    assert history(desk("fr"), template) == "Modification de Titre (français)."
    assert history(desk("ar"), template) == "تم تغيير العنوان (الفرنسية)."
