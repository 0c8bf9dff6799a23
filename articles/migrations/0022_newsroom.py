"""The newsroom has settings, a menu and accounts; an article may be a static page."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import articles.models.record

ROLES = ("chief", "administrator")
VERBS = {"newsroom": ("view", "change"), "newsroomlink": ("view", "add", "change", "delete")}


def let_chiefs_write(apps, schema_editor):
    """Give it to the groups that are there; those that are made later have it from the table."""
    using = schema_editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(using).filter(name__in=ROLES)
    if not groups:
        return
    kinds = apps.get_model("contenttypes", "ContentType").objects.using(using)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for model, verbs in VERBS.items():
        kind, _made = kinds.get_or_create(app_label="articles", model=model)
        rows = [
            permissions.get_or_create(
                content_type=kind,
                codename=f"{verb}_{model}",
                defaults={"name": f"Can {verb} {model}"},
            )[0]
            for verb in verbs
        ]
        for group in groups:
            group.permissions.add(*rows)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0021_reviews"),
    ]

    operations = [
        migrations.CreateModel(
            name="Newsroom",
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
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="On every page, in feeds, calendars and share images. Empty: “Newsroom”.",
                        max_length=80,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_fr",
                    models.CharField(
                        blank=True,
                        help_text="On every page, in feeds, calendars and share images. Empty: “Newsroom”.",
                        max_length=80,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_ar",
                    models.CharField(
                        blank=True,
                        help_text="On every page, in feeds, calendars and share images. Empty: “Newsroom”.",
                        max_length=80,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "tagline",
                    models.CharField(
                        blank=True,
                        help_text="In the footer, in feeds, and where search engines describe the site.",
                        max_length=160,
                        verbose_name="tagline",
                    ),
                ),
                (
                    "tagline_fr",
                    models.CharField(
                        blank=True,
                        help_text="In the footer, in feeds, and where search engines describe the site.",
                        max_length=160,
                        null=True,
                        verbose_name="tagline",
                    ),
                ),
                (
                    "tagline_ar",
                    models.CharField(
                        blank=True,
                        help_text="In the footer, in feeds, and where search engines describe the site.",
                        max_length=160,
                        null=True,
                        verbose_name="tagline",
                    ),
                ),
                (
                    "contact_name",
                    models.CharField(
                        blank=True,
                        help_text="For instance: press office.",
                        max_length=120,
                        verbose_name="whom to ask",
                    ),
                ),
                (
                    "contact_name_fr",
                    models.CharField(
                        blank=True,
                        help_text="For instance: press office.",
                        max_length=120,
                        null=True,
                        verbose_name="whom to ask",
                    ),
                ),
                (
                    "contact_name_ar",
                    models.CharField(
                        blank=True,
                        help_text="For instance: press office.",
                        max_length=120,
                        null=True,
                        verbose_name="whom to ask",
                    ),
                ),
                (
                    "postal_address",
                    models.TextField(blank=True, max_length=400, verbose_name="postal address"),
                ),
                (
                    "postal_address_fr",
                    models.TextField(
                        blank=True, max_length=400, null=True, verbose_name="postal address"
                    ),
                ),
                (
                    "postal_address_ar",
                    models.TextField(
                        blank=True, max_length=400, null=True, verbose_name="postal address"
                    ),
                ),
                (
                    "footer_note",
                    models.CharField(
                        blank=True,
                        help_text="For instance whose newsroom it is, or how its texts may be used.",
                        max_length=200,
                        verbose_name="line in the footer",
                    ),
                ),
                (
                    "footer_note_fr",
                    models.CharField(
                        blank=True,
                        help_text="For instance whose newsroom it is, or how its texts may be used.",
                        max_length=200,
                        null=True,
                        verbose_name="line in the footer",
                    ),
                ),
                (
                    "footer_note_ar",
                    models.CharField(
                        blank=True,
                        help_text="For instance whose newsroom it is, or how its texts may be used.",
                        max_length=200,
                        null=True,
                        verbose_name="line in the footer",
                    ),
                ),
                (
                    "telephone",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?[0-9][0-9 ()./\\u00a0\\u202f-]{4,}$",
                                "Write the number in digits: +212 5 37 00 00 00.",
                            )
                        ],
                        verbose_name="telephone",
                    ),
                ),
                (
                    "mail",
                    models.EmailField(blank=True, max_length=254, verbose_name="mail address"),
                ),
            ],
            options={
                "verbose_name": "newsroom’s settings",
                "ordering": ["pk"],
                "verbose_name_plural": "newsroom’s settings",
            },
        ),
        migrations.CreateModel(
            name="NewsroomLink",
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
                    "spot",
                    models.CharField(
                        choices=[("menu", "menu"), ("footer", "footer"), ("account", "account")],
                        default="menu",
                        max_length=10,
                        verbose_name="spot",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        default="",
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "label",
                    models.CharField(
                        blank=True,
                        help_text="Empty: what the page is called.",
                        max_length=40,
                        verbose_name="words of the link",
                    ),
                ),
                (
                    "network",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("facebook", "Facebook"),
                            ("x", "X"),
                            ("instagram", "Instagram"),
                            ("youtube", "YouTube"),
                            ("linkedin", "LinkedIn"),
                            ("tiktok", "TikTok"),
                            ("telegram", "Telegram"),
                            ("whatsapp", "WhatsApp"),
                            ("threads", "Threads"),
                            ("bluesky", "Bluesky"),
                            ("mastodon", "Mastodon"),
                            ("other", "another one"),
                        ],
                        default="",
                        max_length=20,
                        verbose_name="network",
                    ),
                ),
                (
                    "own_page",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("home", "Front page"),
                            ("articles", "Articles"),
                            ("events", "Events"),
                            ("topics", "Topics"),
                            ("speakers", "People"),
                            ("organizations", "Organizations"),
                            ("sources", "Sources"),
                            ("archive", "Archive"),
                            ("corrections", "Corrections"),
                            ("follow", "Follow"),
                            ("search", "Search"),
                        ],
                        default="",
                        max_length=20,
                        verbose_name="page of the site",
                    ),
                ),
                (
                    "address",
                    models.URLField(blank=True, max_length=500, verbose_name="address elsewhere"),
                ),
            ],
            options={
                "verbose_name": "link",
                "verbose_name_plural": "links",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="site_page",
            field=models.CharField(
                blank=True,
                choices=[
                    ("about", "about the newsroom"),
                    ("press", "press contact"),
                    ("legal", "legal notice"),
                    ("privacy", "privacy"),
                    ("accessibility", "accessibility"),
                    ("page", "another page"),
                ],
                db_default="",
                default="",
                editable=False,
                max_length=20,
                verbose_name="static page",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("site_page__gt", "")), fields=["site_page"], name="static_pages"
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("site_page__in", ["about", "press", "legal", "privacy", "accessibility"]),
                    ("working_copy_of", None),
                ),
                fields=("site_page",),
                name="each_page_of_the_site_is_there_once",
                violation_error_message="This page is there already.",
            ),
        ),
        migrations.AddField(
            model_name="newsroom",
            name="logo",
            field=models.ForeignKey(
                blank=True,
                help_text="Beside the name. A picture of the library, at least 160 pixels high.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="logo_of_newsroom",
                to="articles.image",
                verbose_name="logo",
            ),
        ),
        migrations.AddField(
            model_name="newsroom",
            name="night_logo",
            field=models.ForeignKey(
                blank=True,
                help_text="For dark pages. Empty: the same as by day.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="night_logo_of_newsroom",
                to="articles.image",
                verbose_name="logo by night",
            ),
        ),
        migrations.AddField(
            model_name="newsroomlink",
            name="event",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="linked_in_menus",
                to="articles.event",
                verbose_name="event",
            ),
        ),
        migrations.AddField(
            model_name="newsroomlink",
            name="newsroom",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="links",
                to="articles.newsroom",
                verbose_name="newsroom’s settings",
            ),
        ),
        migrations.AddField(
            model_name="newsroomlink",
            name="page",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="linked_in_menus",
                to="articles.article",
                verbose_name="static page",
            ),
        ),
        migrations.AddField(
            model_name="newsroomlink",
            name="topic",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="linked_in_menus",
                to="articles.topic",
                verbose_name="topic",
            ),
        ),
        migrations.CreateModel(
            name="AccountRow",
            fields=[],
            options={
                "verbose_name": "account",
                "verbose_name_plural": "accounts on social networks",
                "proxy": True,
                "default_permissions": (),
                "base_manager_name": "objects",
                "indexes": [],
                "constraints": [],
            },
            bases=("articles.newsroomlink",),
        ),
        migrations.CreateModel(
            name="MenuRow",
            fields=[],
            options={
                "verbose_name": "row of the menu",
                "verbose_name_plural": "menu and footer",
                "proxy": True,
                "default_permissions": (),
                "base_manager_name": "objects",
                "indexes": [],
                "constraints": [],
            },
            bases=("articles.newsroomlink",),
        ),
        migrations.AddConstraint(
            model_name="newsroom",
            constraint=models.CheckConstraint(
                condition=models.Q(("key", "newsroom")), name="there_is_one_newsroom"
            ),
        ),
        migrations.RunPython(let_chiefs_write, migrations.RunPython.noop),
    ]
