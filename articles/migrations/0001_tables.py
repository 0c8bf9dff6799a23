"""Every table, with its columns, constraints and indexes."""

import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import taggit.managers
from django.conf import settings
from django.db import migrations, models

import articles.models.events
import articles.models.images
import articles.models.places
import articles.models.record

from . import OLD_TABLES


class Migration(migrations.Migration):
    initial = True
    replaces = [("articles", name) for name in OLD_TABLES]

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="FrontPage",
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
                        editable=False,
                        max_length=10,
                        unique=True,
                        verbose_name="language",
                    ),
                ),
                (
                    "river_size",
                    models.PositiveSmallIntegerField(
                        default=10,
                        help_text="The newest articles under the lead, those placed above not counted.",
                        validators=[django.core.validators.MaxValueValidator(40)],
                        verbose_name="articles in the river",
                    ),
                ),
            ],
            options={
                "verbose_name": "front page",
                "verbose_name_plural": "front pages",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Image",
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
                    "file",
                    models.ImageField(
                        height_field="height",
                        upload_to=articles.models.images.stored_name,
                        verbose_name="file",
                        width_field="width",
                    ),
                ),
                (
                    "width",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="width in pixels"
                    ),
                ),
                (
                    "height",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="height in pixels"
                    ),
                ),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for readers who do not see it.",
                        max_length=300,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "alt_fr",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for readers who do not see it.",
                        max_length=300,
                        null=True,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "alt_ar",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for readers who do not see it.",
                        max_length=300,
                        null=True,
                        verbose_name="alternative text",
                    ),
                ),
                ("caption", models.CharField(blank=True, max_length=500, verbose_name="caption")),
                (
                    "caption_fr",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="caption"),
                ),
                (
                    "caption_ar",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="caption"),
                ),
                ("credit", models.CharField(blank=True, max_length=200, verbose_name="credit")),
                (
                    "credit_fr",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="credit"),
                ),
                (
                    "credit_ar",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="credit"),
                ),
                ("licence", models.CharField(blank=True, max_length=200, verbose_name="licence")),
                (
                    "expires_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty: it does not end.",
                        null=True,
                        verbose_name="licence ends on",
                    ),
                ),
                (
                    "focal_x",
                    models.PositiveSmallIntegerField(
                        default=50,
                        help_text="Percent from the left edge: what must stay in sight when the picture is cut.",
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="focal point, across",
                    ),
                ),
                (
                    "focal_y",
                    models.PositiveSmallIntegerField(
                        default=50,
                        help_text="Percent from the top edge.",
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="focal point, down",
                    ),
                ),
                ("taken_on", models.DateField(blank=True, null=True, verbose_name="taken on")),
                (
                    "checksum",
                    models.CharField(
                        db_index=True, editable=False, max_length=64, verbose_name="SHA-256"
                    ),
                ),
                (
                    "made",
                    models.CharField(db_default="", default="", editable=False, max_length=32),
                ),
                (
                    "unreadable",
                    models.BooleanField(db_default=False, default=False, editable=False),
                ),
                (
                    "lead_bytes",
                    models.PositiveIntegerField(db_default=0, default=0, editable=False),
                ),
            ],
            options={
                "verbose_name": "image",
                "verbose_name_plural": "images",
                "ordering": ["-created_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Place",
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
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                (
                    "name_fr",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="name"),
                ),
                (
                    "name_ar",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="name"),
                ),
                (
                    "aliases",
                    models.TextField(
                        blank=True,
                        help_text="One per line: other spellings, older names.",
                        verbose_name="other names",
                    ),
                ),
                (
                    "aliases_fr",
                    models.TextField(
                        blank=True,
                        help_text="One per line: other spellings, older names.",
                        null=True,
                        verbose_name="other names",
                    ),
                ),
                (
                    "aliases_ar",
                    models.TextField(
                        blank=True,
                        help_text="One per line: other spellings, older names.",
                        null=True,
                        verbose_name="other names",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        help_text="Two letters, as in ISO 3166: MA for Morocco.",
                        max_length=2,
                        validators=[articles.models.places.is_country],
                        verbose_name="country",
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=64, unique=True)),
                ("written", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Term",
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
                ("name", models.CharField(blank=True, max_length=300, verbose_name="term")),
                (
                    "name_fr",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="term"),
                ),
                (
                    "name_ar",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="term"),
                ),
                (
                    "aliases",
                    models.TextField(
                        blank=True,
                        help_text="One per line: forms that are as good.",
                        verbose_name="other forms",
                    ),
                ),
                (
                    "aliases_fr",
                    models.TextField(
                        blank=True,
                        help_text="One per line: forms that are as good.",
                        null=True,
                        verbose_name="other forms",
                    ),
                ),
                (
                    "aliases_ar",
                    models.TextField(
                        blank=True,
                        help_text="One per line: forms that are as good.",
                        null=True,
                        verbose_name="other forms",
                    ),
                ),
                (
                    "forbidden",
                    models.TextField(
                        blank=True,
                        help_text="One per line: forms the newsroom does not use.",
                        verbose_name="not to be said",
                    ),
                ),
                (
                    "forbidden_fr",
                    models.TextField(
                        blank=True,
                        help_text="One per line: forms the newsroom does not use.",
                        null=True,
                        verbose_name="not to be said",
                    ),
                ),
                (
                    "forbidden_ar",
                    models.TextField(
                        blank=True,
                        help_text="One per line: forms the newsroom does not use.",
                        null=True,
                        verbose_name="not to be said",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="When it is used, and why: translators read it.",
                        verbose_name="note",
                    ),
                ),
            ],
            options={
                "verbose_name": "term",
                "verbose_name_plural": "terms",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                (
                    "first_name",
                    models.CharField(blank=True, max_length=150, verbose_name="first name"),
                ),
                (
                    "last_name",
                    models.CharField(blank=True, max_length=150, verbose_name="last name"),
                ),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="email address"),
                ),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "date_joined",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="date joined"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        help_text="Empty: the language the browser asks for.",
                        max_length=10,
                        verbose_name="language of the admin",
                    ),
                ),
                (
                    "languages",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="For translators: the languages whose texts the account may write.",
                        verbose_name="languages to write",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "ordering": ["username"],
                "abstract": False,
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Event",
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
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_fr",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_ar",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=300, verbose_name="name")),
                (
                    "name_fr",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="name"),
                ),
                (
                    "name_ar",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="name"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("conference", "conference"),
                            ("regional_review", "regional review"),
                            ("plenary_session", "plenary session"),
                            ("summit", "summit"),
                            ("briefing", "press briefing"),
                            ("process", "process"),
                            ("other", "other"),
                        ],
                        default="conference",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True,
                        help_text="As long as it is not known, no reader hears of the event.",
                        null=True,
                        verbose_name="first day",
                    ),
                ),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="starts at")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="ends at")),
                (
                    "time_zone",
                    models.CharField(
                        default=articles.models.events.default_time_zone,
                        max_length=50,
                        validators=[articles.models.events.is_time_zone],
                        verbose_name="time zone",
                    ),
                ),
                ("venue", models.CharField(blank=True, max_length=200, verbose_name="venue")),
                (
                    "venue_fr",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="venue"),
                ),
                (
                    "venue_ar",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="venue"),
                ),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "description_fr",
                    models.TextField(blank=True, null=True, verbose_name="description"),
                ),
                (
                    "description_ar",
                    models.TextField(blank=True, null=True, verbose_name="description"),
                ),
                (
                    "aliases",
                    models.TextField(
                        blank=True,
                        help_text="One per line: names other texts give it.",
                        verbose_name="other names",
                    ),
                ),
                (
                    "aliases_fr",
                    models.TextField(
                        blank=True,
                        help_text="One per line: names other texts give it.",
                        null=True,
                        verbose_name="other names",
                    ),
                ),
                (
                    "aliases_ar",
                    models.TextField(
                        blank=True,
                        help_text="One per line: names other texts give it.",
                        null=True,
                        verbose_name="other names",
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[
                            ("automatic", "public with what covers it"),
                            ("public", "public"),
                            ("hidden", "not public"),
                        ],
                        db_default="automatic",
                        default="automatic",
                        help_text="Readers find its page, or only while a published article is about it.",
                        max_length=10,
                        verbose_name="visibility",
                    ),
                ),
                (
                    "visibility_fr",
                    models.CharField(
                        choices=[
                            ("automatic", "public with what covers it"),
                            ("public", "public"),
                            ("hidden", "not public"),
                        ],
                        db_default="automatic",
                        default="automatic",
                        help_text="Readers find its page, or only while a published article is about it.",
                        max_length=10,
                        null=True,
                        verbose_name="visibility",
                    ),
                ),
                (
                    "visibility_ar",
                    models.CharField(
                        choices=[
                            ("automatic", "public with what covers it"),
                            ("public", "public"),
                            ("hidden", "not public"),
                        ],
                        db_default="automatic",
                        default="automatic",
                        help_text="Readers find its page, or only while a published article is about it.",
                        max_length=10,
                        null=True,
                        verbose_name="visibility",
                    ),
                ),
                (
                    "embargoed_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="No reader hears of it before.",
                        null=True,
                        verbose_name="embargoed until",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="The event this one is a session of, or the process it belongs to.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="sessions",
                        to="articles.event",
                        verbose_name="part of",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="events",
                        to="articles.place",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "ordering": [
                    models.OrderBy(models.F("starts_on"), descending=True, nulls_last=True),
                    "-pk",
                ],
            },
        ),
        migrations.CreateModel(
            name="FormerSlug",
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
                ("page", models.CharField(max_length=20, verbose_name="page")),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                ("slug", models.SlugField(allow_unicode=True, max_length=120, verbose_name="slug")),
                (
                    "record_key",
                    models.CharField(db_index=True, max_length=100, verbose_name="record"),
                ),
            ],
            options={
                "verbose_name": "former address",
                "verbose_name_plural": "former addresses",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("page", "language", "slug"),
                        name="a_former_address_leads_to_one_page",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Article",
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
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_fr",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_ar",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                ("headline", models.CharField(blank=True, max_length=300, verbose_name="headline")),
                (
                    "headline_fr",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="headline"
                    ),
                ),
                (
                    "headline_ar",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="headline"
                    ),
                ),
                (
                    "standfirst",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences under the headline.",
                        verbose_name="standfirst",
                    ),
                ),
                (
                    "standfirst_fr",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences under the headline.",
                        null=True,
                        verbose_name="standfirst",
                    ),
                ),
                (
                    "standfirst_ar",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences under the headline.",
                        null=True,
                        verbose_name="standfirst",
                    ),
                ),
                ("body", models.TextField(blank=True, verbose_name="body")),
                ("body_fr", models.TextField(blank=True, null=True, verbose_name="body")),
                ("body_ar", models.TextField(blank=True, null=True, verbose_name="body")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("ready", "ready"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_fr",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("ready", "ready"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        null=True,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_ar",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("ready", "ready"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        null=True,
                        verbose_name="status",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Left empty, the moment it is published. A future moment: readers see it then.",
                        null=True,
                        verbose_name="published at",
                    ),
                ),
                (
                    "published_at_fr",
                    models.DateTimeField(
                        blank=True,
                        help_text="Left empty, the moment it is published. A future moment: readers see it then.",
                        null=True,
                        verbose_name="published at",
                    ),
                ),
                (
                    "published_at_ar",
                    models.DateTimeField(
                        blank=True,
                        help_text="Left empty, the moment it is published. A future moment: readers see it then.",
                        null=True,
                        verbose_name="published at",
                    ),
                ),
                (
                    "live_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="From this moment on it is withdrawn, by itself. Empty: it stays.",
                        null=True,
                        verbose_name="live until",
                    ),
                ),
                (
                    "live_until_fr",
                    models.DateTimeField(
                        blank=True,
                        help_text="From this moment on it is withdrawn, by itself. Empty: it stays.",
                        null=True,
                        verbose_name="live until",
                    ),
                ),
                (
                    "live_until_ar",
                    models.DateTimeField(
                        blank=True,
                        help_text="From this moment on it is withdrawn, by itself. Empty: it stays.",
                        null=True,
                        verbose_name="live until",
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="first published at"
                    ),
                ),
                (
                    "first_published_at_fr",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="first published at"
                    ),
                ),
                (
                    "first_published_at_ar",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="first published at"
                    ),
                ),
                (
                    "translation_note",
                    models.CharField(
                        blank=True,
                        help_text="Shown to readers of this language: whose translation it is.",
                        max_length=200,
                        verbose_name="note on the translation",
                    ),
                ),
                (
                    "translation_note_fr",
                    models.CharField(
                        blank=True,
                        help_text="Shown to readers of this language: whose translation it is.",
                        max_length=200,
                        null=True,
                        verbose_name="note on the translation",
                    ),
                ),
                (
                    "translation_note_ar",
                    models.CharField(
                        blank=True,
                        help_text="Shown to readers of this language: whose translation it is.",
                        max_length=200,
                        null=True,
                        verbose_name="note on the translation",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("news", "news"),
                            ("statement", "statement"),
                            ("communique", "communiqué"),
                            ("interview", "interview"),
                            ("analysis", "analysis"),
                        ],
                        default="news",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "original_language",
                    models.CharField(
                        blank=True,
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        max_length=10,
                        verbose_name="original language",
                    ),
                ),
                ("byline", models.CharField(blank=True, max_length=200, verbose_name="byline")),
                (
                    "own_reporting",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="The newsroom found it out itself: it has no source to name.",
                        verbose_name="own reporting",
                    ),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="address at the source"
                    ),
                ),
                (
                    "source_published_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="published by the source on"
                    ),
                ),
                (
                    "source_text",
                    models.TextField(blank=True, editable=False, verbose_name="text as received"),
                ),
                ("source_digest", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "embargo_line",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="What the text received says of an embargo. Empty this once the date below is right: as long as it stands here, nothing is published.",
                        max_length=300,
                        verbose_name="embargo, as received",
                    ),
                ),
                (
                    "embargoed_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="No reader sees it before.",
                        null=True,
                        verbose_name="embargoed until",
                    ),
                ),
                ("preview_series", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="articles",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "working_copy_of",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="working_copy",
                        to="articles.article",
                        verbose_name="working copy of",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        help_text="The event it covers.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="articles",
                        to="articles.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "lead_image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="articles",
                        to="articles.image",
                        verbose_name="lead image",
                    ),
                ),
                (
                    "dateline",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where the report is written from.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="articles",
                        to="articles.place",
                        verbose_name="dateline",
                    ),
                ),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
                "ordering": ["-created_at", "-pk"],
                "permissions": [
                    ("publish_article", "Can publish an article"),
                    ("withdraw_article", "Can withdraw a published article"),
                    ("correct_article", "Can correct a published article"),
                    ("edit_any_article", "Can edit everybody’s articles"),
                    ("edit_any_state", "Can edit articles that are no draft any more"),
                    ("edit_any_language", "Can edit every language, and the facts"),
                ],
                "get_latest_by": "created_at",
            },
        ),
        migrations.CreateModel(
            name="Note",
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
                ("text", models.TextField(verbose_name="note")),
                (
                    "resolved_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="dealt with"),
                ),
                (
                    "addressed",
                    models.ManyToManyField(
                        blank=True,
                        related_name="notes_received",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="addressed to",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="notes",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "note",
                "verbose_name_plural": "notes",
                "ordering": ["created_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Organization",
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
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_fr",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_ar",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=300, verbose_name="name")),
                (
                    "name_fr",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="name"),
                ),
                (
                    "name_ar",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="name"),
                ),
                (
                    "is_listed",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Readers find its page even where nothing published names it. Otherwise it is public while a published text names it.",
                        verbose_name="public by itself",
                    ),
                ),
                ("acronym", models.CharField(blank=True, max_length=40, verbose_name="acronym")),
                (
                    "acronym_fr",
                    models.CharField(blank=True, max_length=40, null=True, verbose_name="acronym"),
                ),
                (
                    "acronym_ar",
                    models.CharField(blank=True, max_length=40, null=True, verbose_name="acronym"),
                ),
                (
                    "sort_name",
                    models.CharField(
                        blank=True,
                        help_text="Where the alphabetical list has it. Left empty, under the name.",
                        max_length=300,
                        verbose_name="listed as",
                    ),
                ),
                (
                    "sort_name_fr",
                    models.CharField(
                        blank=True,
                        help_text="Where the alphabetical list has it. Left empty, under the name.",
                        max_length=300,
                        null=True,
                        verbose_name="listed as",
                    ),
                ),
                (
                    "sort_name_ar",
                    models.CharField(
                        blank=True,
                        help_text="Where the alphabetical list has it. Left empty, under the name.",
                        max_length=300,
                        null=True,
                        verbose_name="listed as",
                    ),
                ),
                (
                    "aliases",
                    models.TextField(
                        blank=True,
                        help_text="One per line: short names, older names.",
                        verbose_name="other names",
                    ),
                ),
                (
                    "aliases_fr",
                    models.TextField(
                        blank=True,
                        help_text="One per line: short names, older names.",
                        null=True,
                        verbose_name="other names",
                    ),
                ),
                (
                    "aliases_ar",
                    models.TextField(
                        blank=True,
                        help_text="One per line: short names, older names.",
                        null=True,
                        verbose_name="other names",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ministry", "ministry"),
                            ("international", "international organization"),
                            ("agency", "public agency"),
                            ("association", "association"),
                            ("company", "company"),
                            ("media", "media"),
                            ("other", "other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "description_fr",
                    models.TextField(blank=True, null=True, verbose_name="description"),
                ),
                (
                    "description_ar",
                    models.TextField(blank=True, null=True, verbose_name="description"),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="articles.image",
                        verbose_name="logo",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="parts",
                        to="articles.organization",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "verbose_name": "organization",
                "verbose_name_plural": "organizations",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Participation",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("organizer", "organizer"),
                            ("host", "host"),
                            ("partner", "partner"),
                            ("participant", "participant"),
                        ],
                        default="organizer",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="articles.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="articles.organization",
                        verbose_name="organization",
                    ),
                ),
            ],
            options={
                "verbose_name": "participation",
                "verbose_name_plural": "participations",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Placement",
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
                        choices=[
                            ("lead", "lead"),
                            ("top", "beside the lead"),
                            ("hidden", "not on the front page"),
                        ],
                        default="top",
                        max_length=10,
                        verbose_name="spot",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "ends_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Empty: until somebody takes it away.",
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placements",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "front_page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placements",
                        to="articles.frontpage",
                        verbose_name="front page",
                    ),
                ),
            ],
            options={
                "verbose_name": "placed article",
                "verbose_name_plural": "placed articles",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Presence",
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
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="articles.article",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "presence",
                "verbose_name_plural": "presences",
                "ordering": ["-seen_at"],
            },
        ),
        migrations.CreateModel(
            name="PreviewLink",
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
                ("until", models.DateTimeField(verbose_name="works until")),
                (
                    "taken_back_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="preview_links",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="preview_links",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "preview link",
                "verbose_name_plural": "preview links",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
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
                ("kind", models.CharField(max_length=30, verbose_name="kind")),
                ("record_key", models.CharField(max_length=100, verbose_name="record")),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="at"),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("before", models.JSONField()),
                ("after", models.JSONField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("accepted", "accepted"),
                            ("refused", "refused"),
                            ("taken_back", "taken back"),
                        ],
                        default="waiting",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "proposed change",
                "verbose_name_plural": "proposed changes",
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RecordRevision",
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
                ("kind", models.CharField(max_length=30, verbose_name="kind")),
                ("record_key", models.CharField(max_length=100, verbose_name="record")),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="at"),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("number", models.PositiveIntegerField(verbose_name="version")),
                ("content", models.JSONField()),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "revision of a record",
                "verbose_name_plural": "revisions of records",
                "ordering": ["-number", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Remembered",
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
                    "source_language",
                    models.CharField(
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        editable=False,
                        max_length=10,
                        verbose_name="source language",
                    ),
                ),
                (
                    "target_language",
                    models.CharField(
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        editable=False,
                        max_length=10,
                        verbose_name="target language",
                    ),
                ),
                ("source", models.TextField(editable=False, verbose_name="source text")),
                ("target", models.TextField(verbose_name="translation")),
                ("digest", models.CharField(editable=False, max_length=32)),
                (
                    "article_key",
                    models.CharField(
                        blank=True, db_default="", default="", editable=False, max_length=100
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        blank=True, editable=False, max_length=300, verbose_name="written for"
                    ),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="confirmed"
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="remembered",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="remembered",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "remembered paragraph",
                "verbose_name_plural": "translation memory",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="MemoryMark",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "mark",
                        "remembered_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("mark", models.BigIntegerField()),
                (
                    "remembered",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="marks",
                        to="articles.remembered",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Revision",
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
                ("article_key", models.CharField(db_index=True, editable=False, max_length=100)),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                ("content", models.JSONField()),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="at"),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                (
                    "discarded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="discarded"),
                ),
                (
                    "article",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="revisions",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="revisions",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "revision",
                "verbose_name_plural": "revisions",
                "ordering": ["-version", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("record_id", models.PositiveBigIntegerField()),
                (
                    "language",
                    models.CharField(
                        choices=[("fr", "Français"), ("ar", "العربية")], max_length=10
                    ),
                ),
                ("label", models.CharField(max_length=300)),
                ("visible_from", models.DateTimeField(null=True)),
                ("title", models.TextField()),
                ("lead", models.TextField()),
                ("body", models.TextField()),
                ("stems", models.TextField()),
                ("tags", models.TextField()),
                ("digest", models.CharField(max_length=32)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["language", "kind", "-visible_from"], name="search_by_date"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "record_id", "language"),
                        name="record_has_one_entry_per_language",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("record_id", models.PositiveBigIntegerField()),
                ("language", models.CharField(db_default="", default="", max_length=10)),
                ("key", models.CharField(db_index=True, max_length=300)),
                ("words", models.CharField(max_length=600)),
                ("is_whole", models.BooleanField(default=True)),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "record_id"], name="search_names_of")],
            },
        ),
        migrations.CreateModel(
            name="SentForm",
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
                ("digest", models.CharField(max_length=64)),
                ("led_to", models.CharField(max_length=500)),
                ("left", models.JSONField(default=dict)),
                ("sent_at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "sent form",
                "verbose_name_plural": "sent forms",
                "ordering": ["-sent_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Source",
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
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_fr",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_ar",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=300, verbose_name="name")),
                (
                    "name_fr",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="name"),
                ),
                (
                    "name_ar",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="name"),
                ),
                (
                    "is_listed",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Readers find its page even where nothing published names it. Otherwise it is public while a published text names it.",
                        verbose_name="public by itself",
                    ),
                ),
                (
                    "aliases",
                    models.TextField(
                        blank=True,
                        help_text="One per line: acronyms, web domains.",
                        verbose_name="other names",
                    ),
                ),
                (
                    "aliases_fr",
                    models.TextField(
                        blank=True,
                        help_text="One per line: acronyms, web domains.",
                        null=True,
                        verbose_name="other names",
                    ),
                ),
                (
                    "aliases_ar",
                    models.TextField(
                        blank=True,
                        help_text="One per line: acronyms, web domains.",
                        null=True,
                        verbose_name="other names",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agency", "news agency"),
                            ("ministry", "ministry"),
                            ("organization", "organization"),
                            ("social", "social network"),
                        ],
                        default="agency",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("homepage", models.URLField(blank=True, verbose_name="home page")),
                (
                    "credit_line",
                    models.CharField(
                        blank=True,
                        help_text="Shown under each text taken from this source.",
                        max_length=200,
                        verbose_name="credit line",
                    ),
                ),
                (
                    "credit_line_fr",
                    models.CharField(
                        blank=True,
                        help_text="Shown under each text taken from this source.",
                        max_length=200,
                        null=True,
                        verbose_name="credit line",
                    ),
                ),
                (
                    "credit_line_ar",
                    models.CharField(
                        blank=True,
                        help_text="Shown under each text taken from this source.",
                        max_length=200,
                        null=True,
                        verbose_name="credit line",
                    ),
                ),
                ("licence", models.CharField(blank=True, max_length=200, verbose_name="licence")),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("slug_fr__gt", "")),
                        fields=("slug_fr",),
                        name="source_slug_leads_to_one_page_in_fr",
                        violation_error_message="Another page already has this slug.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("slug_ar__gt", "")),
                        fields=("slug_ar",),
                        name="source_slug_leads_to_one_page_in_ar",
                        violation_error_message="Another page already has this slug.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="image",
            name="source",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="images",
                to="articles.source",
                verbose_name="source",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="source",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="articles.source",
                verbose_name="source",
            ),
        ),
        migrations.CreateModel(
            name="Speaker",
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
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_fr",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_ar",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=300, verbose_name="name")),
                (
                    "name_fr",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="name"),
                ),
                (
                    "name_ar",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="name"),
                ),
                (
                    "is_listed",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Readers find its page even where nothing published names it. Otherwise it is public while a published text names it.",
                        verbose_name="public by itself",
                    ),
                ),
                (
                    "honorific",
                    models.CharField(
                        blank=True,
                        help_text="H.E., Dr, HM the King…",
                        max_length=60,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "honorific_fr",
                    models.CharField(
                        blank=True,
                        help_text="H.E., Dr, HM the King…",
                        max_length=60,
                        null=True,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "honorific_ar",
                    models.CharField(
                        blank=True,
                        help_text="H.E., Dr, HM the King…",
                        max_length=60,
                        null=True,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "sort_name",
                    models.CharField(
                        blank=True,
                        help_text="Where the alphabetical list has it. Left empty, under the last part of the name.",
                        max_length=300,
                        verbose_name="listed as",
                    ),
                ),
                (
                    "sort_name_fr",
                    models.CharField(
                        blank=True,
                        help_text="Where the alphabetical list has it. Left empty, under the last part of the name.",
                        max_length=300,
                        null=True,
                        verbose_name="listed as",
                    ),
                ),
                (
                    "sort_name_ar",
                    models.CharField(
                        blank=True,
                        help_text="Where the alphabetical list has it. Left empty, under the last part of the name.",
                        max_length=300,
                        null=True,
                        verbose_name="listed as",
                    ),
                ),
                (
                    "aliases",
                    models.TextField(
                        blank=True,
                        help_text="One per line: other spellings of the name.",
                        verbose_name="other names",
                    ),
                ),
                (
                    "aliases_fr",
                    models.TextField(
                        blank=True,
                        help_text="One per line: other spellings of the name.",
                        null=True,
                        verbose_name="other names",
                    ),
                ),
                (
                    "aliases_ar",
                    models.TextField(
                        blank=True,
                        help_text="One per line: other spellings of the name.",
                        null=True,
                        verbose_name="other names",
                    ),
                ),
                ("biography", models.TextField(blank=True, verbose_name="biography")),
                ("biography_fr", models.TextField(blank=True, null=True, verbose_name="biography")),
                ("biography_ar", models.TextField(blank=True, null=True, verbose_name="biography")),
                (
                    "portrait",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="articles.image",
                        verbose_name="portrait",
                    ),
                ),
            ],
            options={
                "verbose_name": "speaker",
                "verbose_name_plural": "speakers",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Quote",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("direct", "direct: the very words, between quotation marks"),
                            ("reported", "reported: told by the writer"),
                        ],
                        default="direct",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "position",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="position at the time"
                    ),
                ),
                (
                    "position_fr",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="position at the time"
                    ),
                ),
                (
                    "position_ar",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="position at the time"
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        help_text="As they stand in the body of the article, word for word.",
                        verbose_name="words",
                    ),
                ),
                (
                    "text_fr",
                    models.TextField(
                        blank=True,
                        help_text="As they stand in the body of the article, word for word.",
                        null=True,
                        verbose_name="words",
                    ),
                ),
                (
                    "text_ar",
                    models.TextField(
                        blank=True,
                        help_text="As they stand in the body of the article, word for word.",
                        null=True,
                        verbose_name="words",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quotes",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "spoken_at",
                    models.ForeignKey(
                        blank=True,
                        help_text="The event at which it was said, if not the one the article covers.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="quotes",
                        to="articles.event",
                        verbose_name="said at",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        help_text="Left empty where it is not known for sure who said it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to="articles.speaker",
                        verbose_name="speaker",
                    ),
                ),
            ],
            options={
                "verbose_name": "quotation",
                "verbose_name_plural": "quotations",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Mention",
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
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="articles.organization",
                        verbose_name="organization",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="articles.speaker",
                        verbose_name="speaker",
                    ),
                ),
            ],
            options={
                "verbose_name": "mention",
                "verbose_name_plural": "mentions",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Appearance",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("chair", "chair"),
                            ("speaker", "speaker"),
                            ("panelist", "panelist"),
                        ],
                        default="speaker",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appearances",
                        to="articles.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appearances",
                        to="articles.speaker",
                        verbose_name="speaker",
                    ),
                ),
            ],
            options={
                "verbose_name": "appearance",
                "verbose_name_plural": "appearances",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Affiliation",
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
                ("position", models.CharField(blank=True, max_length=300, verbose_name="position")),
                (
                    "position_fr",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="position"
                    ),
                ),
                (
                    "position_ar",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="position"
                    ),
                ),
                ("since", models.DateField(blank=True, null=True, verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="affiliations",
                        to="articles.organization",
                        verbose_name="organization",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="affiliations",
                        to="articles.speaker",
                        verbose_name="speaker",
                    ),
                ),
            ],
            options={
                "verbose_name": "affiliation",
                "verbose_name_plural": "affiliations",
                "ordering": [
                    models.OrderBy(models.F("until"), descending=True, nulls_first=True),
                    models.OrderBy(models.F("since"), descending=True, nulls_last=True),
                ],
            },
        ),
        migrations.CreateModel(
            name="Topic",
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
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_fr",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "slug_ar",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The end of the page's address. Left empty, it is made from the title.",
                        max_length=120,
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=300, verbose_name="name")),
                (
                    "name_fr",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="name"),
                ),
                (
                    "name_ar",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="name"),
                ),
                (
                    "is_listed",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Readers find its page even where nothing published names it. Otherwise it is public while a published text names it.",
                        verbose_name="public by itself",
                    ),
                ),
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("slug_fr__gt", "")),
                        fields=("slug_fr",),
                        name="topic_slug_leads_to_one_page_in_fr",
                        violation_error_message="Another page already has this slug.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("slug_ar__gt", "")),
                        fields=("slug_ar",),
                        name="topic_slug_leads_to_one_page_in_ar",
                        violation_error_message="Another page already has this slug.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Section",
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
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "size",
                    models.PositiveSmallIntegerField(
                        default=4,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="articles",
                    ),
                ),
                (
                    "front_page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="articles.frontpage",
                        verbose_name="front page",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="articles.topic",
                        verbose_name="topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "section",
                "verbose_name_plural": "sections",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TopicOfArticle",
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
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tagged",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="of_articles",
                        to="articles.topic",
                        verbose_name="topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "topic of an article",
                "verbose_name_plural": "topics of articles",
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="topics",
            field=taggit.managers.TaggableManager(
                blank=True,
                help_text="A comma-separated list of tags.",
                through="articles.TopicOfArticle",
                to="articles.Topic",
                verbose_name="topics",
            ),
        ),
        migrations.CreateModel(
            name="Transition",
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
                    "from_status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("ready", "ready"),
                            ("scheduled", "scheduled"),
                            ("embargoed", "under embargo"),
                            ("published", "published"),
                            ("expired", "withdrawn at its date"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=20,
                        verbose_name="from",
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("ready", "ready"),
                            ("scheduled", "scheduled"),
                            ("embargoed", "under embargo"),
                            ("published", "published"),
                            ("expired", "withdrawn at its date"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=20,
                        verbose_name="to",
                    ),
                ),
                (
                    "effective_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="takes effect"),
                ),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="at"),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="transitions",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="transitions",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "transition",
                "verbose_name_plural": "transitions",
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Translation",
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
                    "source_language",
                    models.CharField(
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        max_length=10,
                        verbose_name="translated from",
                    ),
                ),
                ("source_is_chosen", models.BooleanField(default=False, editable=False)),
                ("pairs", models.JSONField(default=list, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("missing", "missing"),
                            ("in_progress", "in progress"),
                            ("to_review", "to review"),
                            ("done", "done"),
                            ("stale", "stale"),
                        ],
                        default="missing",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("completed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "stale_since",
                    models.DateTimeField(editable=False, null=True, verbose_name="stale since"),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last confirmed"),
                ),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="due")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="translations",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="translations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assigned to",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "translation",
                "verbose_name_plural": "translations",
                "ordering": ["-updated_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Correction",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("substance", "Correction"),
                            ("update", "Update"),
                            ("typographical", "Typographical fix"),
                        ],
                        default="substance",
                        editable=False,
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        help_text="What was wrong, and what is right.",
                        verbose_name="correction",
                    ),
                ),
                (
                    "text_fr",
                    models.TextField(
                        blank=True,
                        help_text="What was wrong, and what is right.",
                        null=True,
                        verbose_name="correction",
                    ),
                ),
                (
                    "text_ar",
                    models.TextField(
                        blank=True,
                        help_text="What was wrong, and what is right.",
                        null=True,
                        verbose_name="correction",
                    ),
                ),
                (
                    "made_on",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="made on"
                    ),
                ),
                ("public", models.BooleanField(default=True, verbose_name="public")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
            ],
            options={
                "verbose_name": "correction",
                "verbose_name_plural": "corrections",
                "ordering": ["-made_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["substance", "update", "typographical"])),
                        name="what_readers_are_told_is_of_a_known_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Merge",
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
                ("kind", models.CharField(max_length=30, verbose_name="kind")),
                ("record_key", models.CharField(max_length=100, verbose_name="record")),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="at"),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("gone_key", models.CharField(max_length=100)),
                ("content", models.JSONField()),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="undone")),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="undone by",
                    ),
                ),
            ],
            options={
                "verbose_name": "merge",
                "verbose_name_plural": "merges",
                "ordering": ["-made_at", "-pk"],
                "indexes": [
                    models.Index(fields=["kind", "gone_key"], name="merges_by_what_went"),
                    models.Index(fields=["kind", "record_key"], name="merges_of_a_record"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="organization",
            constraint=models.UniqueConstraint(
                condition=models.Q(("slug_fr__gt", "")),
                fields=("slug_fr",),
                name="organization_slug_leads_to_one_page_in_fr",
                violation_error_message="Another page already has this slug.",
            ),
        ),
        migrations.AddConstraint(
            model_name="organization",
            constraint=models.UniqueConstraint(
                condition=models.Q(("slug_ar__gt", "")),
                fields=("slug_ar",),
                name="organization_slug_leads_to_one_page_in_ar",
                violation_error_message="Another page already has this slug.",
            ),
        ),
        migrations.AddConstraint(
            model_name="organization",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", models.F("pk")), _negated=True),
                name="organization_is_not_part_of_itself",
                violation_error_message="An organization cannot be part of itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.UniqueConstraint(
                fields=("event", "organization", "role"),
                name="organization_has_a_role_at_an_event_once",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["starts_on", "ends_on"], name="event_by_day"),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.UniqueConstraint(
                condition=models.Q(("slug_fr__gt", "")),
                fields=("slug_fr",),
                name="event_slug_leads_to_one_page_in_fr",
                violation_error_message="Another page already has this slug.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.UniqueConstraint(
                condition=models.Q(("slug_ar__gt", "")),
                fields=("slug_ar",),
                name="event_slug_leads_to_one_page_in_ar",
                violation_error_message="Another page already has this slug.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="event_ends_after_it_starts",
                violation_error_message="The event ends before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_at__gte", models.F("starts_at")),
                    models.Q(("ends_on__gt", models.F("starts_on")), ("ends_on__isnull", False)),
                    _connector="OR",
                ),
                name="event_ends_after_it_starts_on_its_day",
                violation_error_message="The event ends before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", False),
                    models.Q(("ends_at", None), ("ends_on", None), ("starts_at", None)),
                    _connector="OR",
                ),
                name="event_without_a_first_day_has_no_other",
                violation_error_message="Say on which day the event begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", models.F("pk")), _negated=True),
                name="event_is_not_its_own_parent",
                violation_error_message="An event cannot be part of itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.UniqueConstraint(
                fields=("front_page", "article"),
                name="article_has_one_spot_on_a_front_page",
                violation_error_message="This article is on the front page already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="presence",
            constraint=models.UniqueConstraint(
                fields=("article", "user"), name="somebody_is_in_an_article_once"
            ),
        ),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(fields=["kind", "record_key"], name="proposals_of_a_record"),
        ),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(
                condition=models.Q(("state", "waiting")),
                fields=["made_at"],
                name="proposals_that_wait",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordrevision",
            constraint=models.UniqueConstraint(
                fields=("kind", "record_key", "number"),
                name="a_version_of_a_record_has_one_revision",
            ),
        ),
        migrations.AddIndex(
            model_name="remembered",
            index=models.Index(fields=["digest"], name="remembered_by_source"),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(
                fields=("article", "version"), name="a_version_has_one_revision"
            ),
        ),
        migrations.AddIndex(
            model_name="image",
            index=models.Index(fields=["file"], name="picture_by_file"),
        ),
        migrations.AddConstraint(
            model_name="image",
            constraint=models.CheckConstraint(
                condition=models.Q(("focal_x__lte", 100), ("focal_y__lte", 100)),
                name="focal_point_is_inside_the_image",
            ),
        ),
        migrations.AddConstraint(
            model_name="speaker",
            constraint=models.UniqueConstraint(
                condition=models.Q(("slug_fr__gt", "")),
                fields=("slug_fr",),
                name="speaker_slug_leads_to_one_page_in_fr",
                violation_error_message="Another page already has this slug.",
            ),
        ),
        migrations.AddConstraint(
            model_name="speaker",
            constraint=models.UniqueConstraint(
                condition=models.Q(("slug_ar__gt", "")),
                fields=("slug_ar",),
                name="speaker_slug_leads_to_one_page_in_ar",
                violation_error_message="Another page already has this slug.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("organization__isnull", False), ("speaker", None)),
                    models.Q(("organization", None), ("speaker__isnull", False)),
                    _connector="OR",
                ),
                name="mention_names_a_speaker_or_an_organization",
                violation_error_message="Choose either a speaker or an organization.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.UniqueConstraint(
                fields=("article", "speaker"), name="article_mentions_a_speaker_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.UniqueConstraint(
                fields=("article", "organization"), name="article_mentions_an_organization_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="appearance",
            constraint=models.UniqueConstraint(
                fields=("event", "speaker", "role"), name="speaker_has_a_role_at_an_event_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="affiliation",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__gte", models.F("since"))),
                name="affiliation_ends_after_it_starts",
                violation_error_message="The position ends before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="section",
            constraint=models.UniqueConstraint(
                fields=("front_page", "topic"),
                name="topic_has_one_section_on_a_front_page",
                violation_error_message="This topic has a section already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topicofarticle",
            constraint=models.UniqueConstraint(
                fields=("tag", "content_object"), name="article_has_a_topic_once"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("status_fr", "published")),
                fields=["-published_at_fr", "-id"],
                name="published_fr",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("status_ar", "published")),
                fields=["-published_at_ar", "-id"],
                name="published_ar",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("live_until_fr__isnull", False)),
                fields=["live_until_fr"],
                name="leaves_fr",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("live_until_ar__isnull", False)),
                fields=["live_until_ar"],
                name="leaves_ar",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("embargoed_until__isnull", False)),
                fields=["embargoed_until"],
                name="embargoed",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("status_fr", "in_review")),
                fields=["updated_at"],
                name="in_review_fr",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("status_fr", "ready")), fields=["updated_at"], name="ready_fr"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("status_ar", "in_review")),
                fields=["updated_at"],
                name="in_review_ar",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("status_ar", "ready")), fields=["updated_at"], name="ready_ar"
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status_fr", "published")),
                fields=("slug_fr",),
                name="live_slug_is_unique_in_fr",
                violation_error_message="A published article already has this slug.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status_fr", "published"), _negated=True),
                    models.Q(
                        ("body_fr__isnull", False),
                        ("headline_fr__isnull", False),
                        ("published_at_fr__isnull", False),
                        ("slug_fr__isnull", False),
                        ("body_fr__gt", ""),
                        ("headline_fr__gt", ""),
                        ("slug_fr__gt", ""),
                    ),
                    _connector="OR",
                ),
                name="published_is_complete_in_fr",
                violation_error_message="A published article needs a headline, a slug, a body and a date.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status_fr", "published"), _negated=True),
                    ("live_until_fr", None),
                    ("live_until_fr__gt", models.F("published_at_fr")),
                    _connector="OR",
                ),
                name="it_appears_before_it_leaves_in_fr",
                violation_error_message="It would be withdrawn before it appears.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status_ar", "published")),
                fields=("slug_ar",),
                name="live_slug_is_unique_in_ar",
                violation_error_message="A published article already has this slug.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status_ar", "published"), _negated=True),
                    models.Q(
                        ("body_ar__isnull", False),
                        ("headline_ar__isnull", False),
                        ("published_at_ar__isnull", False),
                        ("slug_ar__isnull", False),
                        ("body_ar__gt", ""),
                        ("headline_ar__gt", ""),
                        ("slug_ar__gt", ""),
                    ),
                    _connector="OR",
                ),
                name="published_is_complete_in_ar",
                violation_error_message="A published article needs a headline, a slug, a body and a date.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status_ar", "published"), _negated=True),
                    ("live_until_ar", None),
                    ("live_until_ar__gt", models.F("published_at_ar")),
                    _connector="OR",
                ),
                name="it_appears_before_it_leaves_in_ar",
                violation_error_message="It would be withdrawn before it appears.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("working_copy_of", None),
                    models.Q(("status_ar", "draft"), ("status_fr", "draft")),
                    _connector="OR",
                ),
                name="a_working_copy_is_never_published",
                violation_error_message="A working copy is published onto its article.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source_digest__gt", "")),
                fields=("source_digest",),
                name="wire_copy_is_imported_once",
            ),
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(
                fields=["language", "state", "-updated_at"], name="translations_by_state"
            ),
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(
                fields=["language", "state", "-article"], name="translations_on_board"
            ),
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(
                condition=models.Q(("due_at__isnull", False)),
                fields=["due_at"],
                name="translations_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="translation",
            constraint=models.UniqueConstraint(
                fields=("article", "language"), name="one_translation_into_each_language"
            ),
        ),
        migrations.AddConstraint(
            model_name="translation",
            constraint=models.CheckConstraint(
                condition=models.Q(("language", models.F("source_language")), _negated=True),
                name="a_translation_is_of_another_language",
            ),
        ),
    ]
