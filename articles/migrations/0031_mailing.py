"""Subscribers by mail, lists of journalists, and texts that these are sent under an embargo."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import articles.models.record

EVERYTHING = ["view", "add", "change", "delete"]
NAMES = {
    "view": "Can view %s",
    "add": "Can add %s",
    "change": "Can change %s",
    "delete": "Can delete %s",
}
OF_CHIEFS = {
    "subscriber": (["view", "change", "delete"], "subscriber by mail"),
    "journalist": (EVERYTHING, "journalist"),
    "presslist": (EVERYTHING, "press list"),
}
SENDS = ("send_under_embargo", "Can send an article to journalists under its embargo")


def give_rights(apps, schema_editor):
    """Groups that are there already get what new ones are made with."""
    using = schema_editor.connection.alias
    group_model, permission, content_type = (
        apps.get_model(*name)
        for name in (("auth", "Group"), ("auth", "Permission"), ("contenttypes", "ContentType"))
    )
    groups = group_model.objects.using(using).filter(name__in=["chief", "administrator"])
    if not groups:
        return
    wanted = [
        (model, f"{verb}_{model}", NAMES[verb] % called)
        for model, (verbs, called) in OF_CHIEFS.items()
        for verb in verbs
    ]
    for model, codename, name in [*wanted, ("article", *SENDS)]:
        kind, __ = content_type.objects.using(using).get_or_create(
            app_label="articles", model=model
        )
        one, __ = permission.objects.using(using).get_or_create(
            content_type=kind, codename=codename, defaults={"name": name}
        )
        for group in groups:
            group.permissions.add(one)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0030_press_room"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="MailRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=20, unique=True)),
                ("holder", models.CharField(blank=True, default="", max_length=40)),
                ("held_until", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="PressList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=articles.models.record.new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="last changed",
                    ),
                ),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="name")),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="For colleagues alone.", verbose_name="note"
                    ),
                ),
            ],
            options={
                "verbose_name": "press list",
                "verbose_name_plural": "press lists",
                "ordering": ["name"],
            },
        ),
        migrations.AlterModelOptions(
            name="article",
            options={
                "get_latest_by": "created_at",
                "ordering": ["-created_at", "-pk"],
                "permissions": [
                    ("publish_article", "Can publish an article"),
                    ("withdraw_article", "Can withdraw a published article"),
                    ("correct_article", "Can correct a published article"),
                    ("edit_any_article", "Can edit everybody’s articles"),
                    ("edit_any_state", "Can edit articles that are no draft any more"),
                    ("send_under_embargo", "Can send an article to journalists under its embargo"),
                    ("edit_any_language", "Can edit every language, and the facts"),
                ],
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
        ),
        migrations.AlterField(
            model_name="delivery",
            name="kind",
            field=models.CharField(
                choices=[
                    ("mail", "mail"),
                    ("index", "index"),
                    ("confirmation", "confirmation"),
                    ("embargoed", "embargoed"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="EmbargoedSending",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=articles.models.record.new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="last changed",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="covering note")),
                (
                    "sent_to",
                    models.CharField(blank=True, max_length=1000, verbose_name="press lists"),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="embargoed_sendings",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="embargoed_sendings",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "sending under embargo",
                "verbose_name_plural": "sendings under embargo",
                "ordering": ["-pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Mailing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=articles.models.record.new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="last changed",
                    ),
                ),
                ("language", models.CharField(blank=True, default="", max_length=10)),
                ("day", models.DateField(null=True)),
                ("since", models.DateTimeField(null=True)),
                ("queued_at", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(db_index=True, null=True)),
                ("sent", models.PositiveIntegerField(db_default=0, default=0)),
                ("failed", models.PositiveIntegerField(db_default=0, default=0)),
                ("dropped", models.PositiveIntegerField(db_default=0, default=0)),
                (
                    "article",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mailings",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Journalist",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=articles.models.record.new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="last changed",
                    ),
                ),
                (
                    "address",
                    models.EmailField(max_length=254, unique=True, verbose_name="mail address"),
                ),
                (
                    "bounces",
                    models.PositiveSmallIntegerField(
                        db_default=0,
                        default=0,
                        editable=False,
                        verbose_name="days on which a mail came back",
                    ),
                ),
                (
                    "last_bounced_on",
                    models.DateField(editable=False, null=True, verbose_name="last came back on"),
                ),
                (
                    "bounced_with",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=200,
                        verbose_name="why it came back",
                    ),
                ),
                (
                    "paused_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="nothing is sent since"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("outlet", models.CharField(blank=True, max_length=200, verbose_name="outlet")),
                (
                    "language",
                    models.CharField(
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        default="fr",
                        help_text="In which the mail and what stands around the text are written.",
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="For colleagues alone.", verbose_name="note"
                    ),
                ),
                (
                    "lists",
                    models.ManyToManyField(
                        blank=True,
                        related_name="journalists",
                        to="articles.presslist",
                        verbose_name="press lists",
                    ),
                ),
            ],
            options={
                "verbose_name": "journalist",
                "verbose_name_plural": "journalists",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Subscriber",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=articles.models.record.new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="last changed",
                    ),
                ),
                (
                    "address",
                    models.EmailField(max_length=254, unique=True, verbose_name="mail address"),
                ),
                (
                    "bounces",
                    models.PositiveSmallIntegerField(
                        db_default=0,
                        default=0,
                        editable=False,
                        verbose_name="days on which a mail came back",
                    ),
                ),
                (
                    "last_bounced_on",
                    models.DateField(editable=False, null=True, verbose_name="last came back on"),
                ),
                (
                    "bounced_with",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=200,
                        verbose_name="why it came back",
                    ),
                ),
                (
                    "paused_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="nothing is sent since"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("digest", "one mail a day"),
                            ("at_once", "a mail for each article, at once"),
                        ],
                        default="digest",
                        max_length=10,
                        verbose_name="how often",
                    ),
                ),
                (
                    "asked_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="asked on"
                    ),
                ),
                (
                    "asked_times",
                    models.PositiveSmallIntegerField(db_default=1, default=1, editable=False),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="confirmed on"
                    ),
                ),
            ],
            options={
                "verbose_name": "subscriber by mail",
                "verbose_name_plural": "subscribers by mail",
                "ordering": ["-asked_at", "-pk"],
                "default_permissions": ("view", "change", "delete"),
                "indexes": [
                    models.Index(fields=["rhythm", "confirmed_at"], name="subscribers_to_reach")
                ],
            },
        ),
        migrations.CreateModel(
            name="MailDelivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=articles.models.record.new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="last changed",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("sent", "sent"),
                            ("failed", "failed"),
                            ("dropped", "dropped"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(db_default=0, default=0)),
                ("due_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "mailing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="articles.mailing",
                    ),
                ),
                (
                    "subscriber",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="articles.subscriber",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Subscription",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=articles.models.record.new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="last changed",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="confirmed on"),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subscriptions",
                        to="articles.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "subscriber",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subscriptions",
                        to="articles.subscriber",
                        verbose_name="subscriber",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subscriptions",
                        to="articles.topic",
                        verbose_name="topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "subscription",
                "verbose_name_plural": "subscriptions",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="EmbargoedCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=articles.models.record.new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="last changed",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting to be sent"),
                            ("sent", "sent"),
                            ("failed", "refused by the mail server"),
                            ("dropped", "not sent: the embargo was over"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("sent_at", models.DateTimeField(null=True)),
                ("openings", models.PositiveIntegerField(db_default=0, default=0)),
                ("taken_back_at", models.DateTimeField(null=True)),
                (
                    "sending",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="copies",
                        to="articles.embargoedsending",
                    ),
                ),
                (
                    "journalist",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="copies",
                        to="articles.journalist",
                    ),
                ),
            ],
            options={
                "verbose_name": "copy under embargo",
                "verbose_name_plural": "copies under embargo",
                "ordering": ["pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sending", "journalist"),
                        name="a_journalist_has_one_copy_of_a_sending",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="mailing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("article", None), ("day__isnull", False)),
                    models.Q(("article__isnull", False), ("day", None)),
                    _connector="OR",
                ),
                name="mailing_is_of_an_article_or_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailing",
            constraint=models.UniqueConstraint(
                fields=("article", "language"), name="an_article_is_mailed_once_in_a_language"
            ),
        ),
        migrations.AddConstraint(
            model_name="mailing",
            constraint=models.UniqueConstraint(fields=("day",), name="a_day_has_one_digest"),
        ),
        migrations.AddIndex(
            model_name="maildelivery",
            index=models.Index(fields=["state", "due_at"], name="mails_that_wait"),
        ),
        migrations.AddConstraint(
            model_name="maildelivery",
            constraint=models.UniqueConstraint(
                fields=("mailing", "subscriber"), name="a_subscriber_has_a_mailing_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.CheckConstraint(
                condition=models.Q(("topic", None), ("event", None), _connector="OR"),
                name="subscription_is_to_a_topic_or_an_event",
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.UniqueConstraint(
                condition=models.Q(("topic__isnull", False)),
                fields=("subscriber", "language", "topic"),
                name="a_topic_is_subscribed_to_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.UniqueConstraint(
                condition=models.Q(("event__isnull", False)),
                fields=("subscriber", "language", "event"),
                name="an_event_is_subscribed_to_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.UniqueConstraint(
                condition=models.Q(("event", None), ("topic", None)),
                fields=("subscriber", "language"),
                name="all_news_are_subscribed_to_once",
            ),
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
