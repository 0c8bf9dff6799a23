"""Sentences of Django's admin that our catalogues say otherwise: here they are only collected.

Django agrees no verb or article with what it names (« L'objet image … a été modifié »), and its
Arabic says of what was changed that it was added. Ours name the thing behind a colon.
"""

from django.utils.translation import gettext_noop

OURS = [
    gettext_noop("Home"),
    gettext_noop("History"),
    gettext_noop("None available"),
    gettext_noop("No fields changed."),
    gettext_noop("Add %s"),
    gettext_noop("Change %s"),
    gettext_noop("View %s"),
    gettext_noop("Add another %(verbose_name)s"),
    gettext_noop("Add another %(model)s"),
    gettext_noop("Change selected %(model)s"),
    gettext_noop("View selected %(model)s"),
    gettext_noop("Cannot delete %(name)s"),
    gettext_noop("Currently"),
    gettext_noop("0 of %(cnt)s selected"),
    gettext_noop("Added:"),
    gettext_noop("The {name} “{obj}” was added successfully."),
    gettext_noop("The {name} “{obj}” was added successfully. You may add another {name} below."),
    gettext_noop("The {name} “{obj}” was changed successfully."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may edit it again below."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    gettext_noop("The %(name)s “%(obj)s” was deleted successfully."),
]
