"""Run in the scratch copy once two languages are out of its settings: what the commands say."""

import json

import django

django.setup()

from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError
from django.db import connection

said = {}
call_command("makemigrations", "articles", name="fewer_languages", verbosity=0)
for command in ("migrate", "prepare"):
    try:
        call_command(command, verbosity=0, skip_checks=False)
    except (CommandError, SystemCheckError) as refusal:
        said[command] = str(refusal)
with connection.cursor() as cursor:
    cursor.execute("SELECT headline_zgh, status_zgh FROM articles_article")
    said["kept"] = cursor.fetchall()
print(json.dumps(said))
