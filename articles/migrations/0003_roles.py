"""The groups of the desk, and what each may do."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

RECORDS = [
    "affiliation",
    "appearance",
    "event",
    "image",
    "mention",
    "organization",
    "participation",
    "place",
    "quote",
    "source",
    "speaker",
    "topic",
    "topicofarticle",
]
FRONT = ["placement", "section"]
WRITE = [f"{verb}_{model}" for model in [*RECORDS, "article"] for verb in ("view", "add", "change")]
EDIT = [
    *WRITE,
    *(f"delete_{model}" for model in RECORDS),
    *(f"{verb}_correction" for verb in ("view", "add", "change")),
    "view_transition",
    "publish_article",
    "withdraw_article",
    *(f"{verb}_frontpage" for verb in ("view", "add", "change")),
    *(f"{verb}_{part}" for part in FRONT for verb in ("view", "add", "change", "delete")),
]

ROLES = {
    "reporter": [*WRITE, "delete_quote", "delete_mention", "delete_topicofarticle"],
    "translator": [f"view_{model}" for model in RECORDS]
    + ["view_article", "change_article", "change_quote", "change_image"],
    "editor": EDIT,
    "chief": [*EDIT, "delete_article", "delete_correction"],
}


def make_groups(apps, schema_editor):
    config = apps.get_app_config("articles")
    # Permissions are made after all migrations, and only for apps that say they have models.
    had, config.models_module = getattr(config, "models_module", None), True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = had
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        permissions = Permission.objects.filter(
            content_type__app_label="articles", codename__in=codenames
        )
        assert permissions.count() == len(codenames), name
        group.permissions.set(permissions)


def remove_groups(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_event_is_not_its_own_ancestor"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(make_groups, remove_groups)]
