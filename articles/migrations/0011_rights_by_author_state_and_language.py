"""The roles of the desk, told apart by whose text it is, its state and its language."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

EVERYTHING = ["edit_any_article", "edit_any_state", "edit_any_language"]
NAMED = ["affiliation", "event", "organization", "place", "source", "speaker", "topic"]
GIVEN = {
    # Their own drafts, in every language.
    "reporter": ["edit_any_language"],
    # Everybody's drafts, in the languages of the account; so too what people and places are called.
    "translator": ["edit_any_article", *(f"change_{name}" for name in NAMED)],
    "editor": EVERYTHING,
    "chief": [*EVERYTHING, "correct_article"],
}
# To take back, to correct and to delete is the chief's.
TAKEN = {"editor": ["withdraw_article", "add_correction", "change_correction"]}
ADMINISTRATOR = "administrator"


def permissions(apps, codenames=None, app="articles"):
    found = apps.get_model("auth", "Permission").objects.filter(content_type__app_label=app)
    if codenames is None:
        return found
    found = found.filter(codename__in=codenames)
    assert found.count() == len(codenames), codenames
    return found


def change_groups(apps, schema_editor):
    for app in ("articles", "auth"):
        config = apps.get_app_config(app)
        # Permissions are made after all migrations, and only for apps that say they have models.
        had, config.models_module = getattr(config, "models_module", None), True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = had
    Group = apps.get_model("auth", "Group")
    for name, codenames in GIVEN.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*permissions(apps, codenames))
        group.permissions.remove(*permissions(apps, TAKEN.get(name, [])))
    administrator, _ = Group.objects.get_or_create(name=ADMINISTRATOR)
    administrator.permissions.set(permissions(apps).exclude(codename="delete_user"))
    administrator.permissions.add(*permissions(apps, ["view_group"], "auth"))


def change_back(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Group.objects.filter(name=ADMINISTRATOR).delete()
    for name, codenames in GIVEN.items():
        for group in Group.objects.filter(name=name):
            group.permissions.remove(*permissions(apps, codenames))
            group.permissions.add(*permissions(apps, TAKEN.get(name, [])))


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_writers_and_their_languages")]

    operations = [migrations.RunPython(change_groups, change_back)]
