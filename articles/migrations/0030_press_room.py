"""The press room: whom to ask, kits of pictures and documents, and two kinds of texts for it."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import articles.models.record

ROLES = ("editor", "chief", "administrator")
VERBS = ("view", "add", "change", "delete")
KINDS = ("presscontact", "mediakit", "kitpicture", "kitdocument")


def let_editors_write(apps, schema_editor):
    """Give it to the groups that are there; those that are made later have it from the table."""
    using = schema_editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(using).filter(name__in=ROLES)
    if not groups:
        return
    kinds = apps.get_model("contenttypes", "ContentType").objects.using(using)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for model in KINDS:
        kind, _made = kinds.get_or_create(app_label="articles", model=model)
        rows = [
            permissions.get_or_create(
                content_type=kind,
                codename=f"{verb}_{model}",
                defaults={"name": f"Can {verb} {model}"},
            )[0]
            for verb in VERBS
        ]
        for group in groups:
            group.permissions.add(*rows)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0029_live"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.AlterField(
            model_name="article",
            name="kind",
            field=models.CharField(
                choices=[
                    ("news", "news"),
                    ("statement", "statement"),
                    ("communique", "communiqué"),
                    ("interview", "interview"),
                    ("analysis", "analysis"),
                    ("live", "live coverage"),
                    ("accreditation", "accreditation"),
                    ("note", "note to editors"),
                ],
                default="news",
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="articletemplate",
            name="kind",
            field=models.CharField(
                choices=[
                    ("news", "news"),
                    ("statement", "statement"),
                    ("communique", "communiqué"),
                    ("interview", "interview"),
                    ("analysis", "analysis"),
                    ("live", "live coverage"),
                    ("accreditation", "accreditation"),
                    ("note", "note to editors"),
                ],
                default="communique",
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.CreateModel(
            name="MediaKit",
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
                ("name", models.CharField(blank=True, max_length=300, verbose_name="title")),
                (
                    "name_fr",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="title"),
                ),
                (
                    "name_ar",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="title"),
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
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="From this moment on readers of this language have it. Empty: nobody has it.",
                        null=True,
                        verbose_name="published at",
                    ),
                ),
                (
                    "published_at_fr",
                    models.DateTimeField(
                        blank=True,
                        help_text="From this moment on readers of this language have it. Empty: nobody has it.",
                        null=True,
                        verbose_name="published at",
                    ),
                ),
                (
                    "published_at_ar",
                    models.DateTimeField(
                        blank=True,
                        help_text="From this moment on readers of this language have it. Empty: nobody has it.",
                        null=True,
                        verbose_name="published at",
                    ),
                ),
                (
                    "events",
                    models.ManyToManyField(
                        blank=True,
                        related_name="media_kits",
                        to="articles.event",
                        verbose_name="events",
                    ),
                ),
                (
                    "organizations",
                    models.ManyToManyField(
                        blank=True,
                        related_name="media_kits",
                        to="articles.organization",
                        verbose_name="organizations",
                    ),
                ),
                (
                    "speakers",
                    models.ManyToManyField(
                        blank=True,
                        related_name="media_kits",
                        to="articles.speaker",
                        verbose_name="people",
                    ),
                ),
            ],
            options={
                "verbose_name": "media kit",
                "verbose_name_plural": "media kits",
                "ordering": ["-created_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="KitPicture",
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
                    "order",
                    models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name="order"),
                ),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="in_kits",
                        to="articles.image",
                        verbose_name="picture",
                    ),
                ),
                (
                    "kit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="articles.mediakit",
                        verbose_name="media kit",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture of a media kit",
                "verbose_name_plural": "pictures",
                "ordering": ["order", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="KitDocument",
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
                    "order",
                    models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name="order"),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="in_kits",
                        to="articles.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "kit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="articles.mediakit",
                        verbose_name="media kit",
                    ),
                ),
            ],
            options={
                "verbose_name": "document of a media kit",
                "verbose_name_plural": "documents",
                "ordering": ["order", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PressContact",
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
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                (
                    "name_fr",
                    models.CharField(blank=True, max_length=120, null=True, verbose_name="name"),
                ),
                (
                    "name_ar",
                    models.CharField(blank=True, max_length=120, null=True, verbose_name="name"),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        help_text="For instance: spokesperson.",
                        max_length=160,
                        verbose_name="role",
                    ),
                ),
                (
                    "role_fr",
                    models.CharField(
                        blank=True,
                        help_text="For instance: spokesperson.",
                        max_length=160,
                        null=True,
                        verbose_name="role",
                    ),
                ),
                (
                    "role_ar",
                    models.CharField(
                        blank=True,
                        help_text="For instance: spokesperson.",
                        max_length=160,
                        null=True,
                        verbose_name="role",
                    ),
                ),
                (
                    "hours",
                    models.CharField(
                        blank=True,
                        help_text="When one answers, for instance: Monday to Friday, 9 a.m. to 5 p.m.",
                        max_length=160,
                        verbose_name="hours",
                    ),
                ),
                (
                    "hours_fr",
                    models.CharField(
                        blank=True,
                        help_text="When one answers, for instance: Monday to Friday, 9 a.m. to 5 p.m.",
                        max_length=160,
                        null=True,
                        verbose_name="hours",
                    ),
                ),
                (
                    "hours_ar",
                    models.CharField(
                        blank=True,
                        help_text="When one answers, for instance: Monday to Friday, 9 a.m. to 5 p.m.",
                        max_length=160,
                        null=True,
                        verbose_name="hours",
                    ),
                ),
                (
                    "telephone",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+[1-9][0-9 ()./\\u00a0\\u202f-]{6,}$",
                                "Write the number as one dials it from abroad: +212 5 37 00 00 00.",
                            )
                        ],
                        verbose_name="telephone",
                    ),
                ),
                (
                    "mail",
                    models.EmailField(blank=True, max_length=254, verbose_name="mail address"),
                ),
                (
                    "spoken",
                    models.CharField(
                        blank=True,
                        help_text="In which languages one may ask.",
                        max_length=100,
                        verbose_name="languages spoken",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "until",
                    models.DateField(
                        blank=True,
                        help_text="The last day on which readers are shown this contact. Empty: it stays.",
                        null=True,
                        verbose_name="shown until",
                    ),
                ),
                (
                    "topics",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Shown with texts on these topics. Empty: with every text for the press.",
                        related_name="press_contacts",
                        to="articles.topic",
                        verbose_name="topics",
                    ),
                ),
            ],
            options={
                "verbose_name": "press contact",
                "verbose_name_plural": "press contacts",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="mediakit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("slug_fr__gt", "")),
                fields=("slug_fr",),
                name="media_kit_slug_leads_to_one_page_in_fr",
                violation_error_message="Another page already has this slug.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mediakit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("slug_ar__gt", "")),
                fields=("slug_ar",),
                name="media_kit_slug_leads_to_one_page_in_ar",
                violation_error_message="Another page already has this slug.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kitpicture",
            constraint=models.UniqueConstraint(
                fields=("kit", "image"), name="kit_has_a_picture_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="kitdocument",
            constraint=models.UniqueConstraint(
                fields=("kit", "document"), name="kit_has_a_document_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="presscontact",
            constraint=models.CheckConstraint(
                condition=models.Q(("telephone__gt", ""), ("mail__gt", ""), _connector="OR"),
                name="press_contact_can_be_reached",
                violation_error_message="Write a telephone number or a mail address.",
            ),
        ),
        migrations.RunPython(let_editors_write, migrations.RunPython.noop),
    ]
