"""Machine suggestions: asked of an allowed server only, and harmless whatever it answers."""

import time

import pytest

from articles.desk.translation.machine import MachineError, suggest
from articles.languages import Language
from articles.text.richtext.segments import Segment, plain

FRENCH, ARABIC = Language("fr"), Language("ar")
HEADLINE = plain("headline", "Le Maroc préside")


def test_without_a_machine_there_is_no_suggestion(settings):
    assert not settings.MACHINE_TRANSLATION
    assert suggest(HEADLINE, FRENCH, ARABIC) is None


def test_a_paragraph_is_asked_for_once_and_says_which_machine_made_it(machine):
    for _ in range(2):
        suggestion = suggest(HEADLINE, FRENCH, ARABIC)
        assert (suggestion.html, suggestion.machine) == ("المغرب يترأس", "127.0.0.1")
    assert machine.paths == ["/translate"]
    assert machine.asked == [
        {
            "q": "Le Maroc préside",
            "source": "fr",
            "target": "ar",
            "format": "text",
            "api_key": "a key",
        }
    ]


def test_what_the_machine_answers_is_cleaned_like_what_people_write(machine):
    machine.body = {
        "translatedText": "<p>المغرب <strong>يترأس</strong><script>alert(1)</script>"
        '<a href="javascript:alert(1)">هنا</a></p>'
    }
    body = Segment("body", "Le Maroc <strong>préside</strong> ici", ("<p>",))
    html = suggest(body, FRENCH, ARABIC).html
    assert machine.asked[0]["format"] == "html"
    assert "<strong>يترأس</strong>" in html
    assert not any(sign in html for sign in ("script", "alert", "<p"))
    machine.body = {"translatedText": "<b>المغرب</b> & غيره"}
    assert suggest(HEADLINE, FRENCH, ARABIC).html == "&lt;b&gt;المغرب&lt;/b&gt; &amp; غيره"


def test_a_host_that_the_settings_do_not_name_is_never_called(machine, settings):
    for hosts in ([], ["translate.example"], ["127.0.0.1:1"]):
        settings.MACHINE_TRANSLATION_HOSTS = hosts
        with pytest.raises(MachineError, match="adresse"):
            suggest(HEADLINE, FRENCH, ARABIC)
    settings.MACHINE_TRANSLATION_URL = "file:///etc/passwd"
    with pytest.raises(MachineError, match="adresse"):
        suggest(HEADLINE, FRENCH, ARABIC)
    assert machine.paths == []


def test_a_redirect_is_not_followed(machine):
    machine.status, machine.headers = 307, {"Location": "/elsewhere"}
    with pytest.raises(MachineError, match="ailleurs"):
        suggest(HEADLINE, FRENCH, ARABIC)
    assert machine.paths == ["/translate"]


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (400, {"error": "zgh is not supported"}, "entre ces langues"),
        (403, {"error": "Visit to get a key"}, "clé"),
        (500, b"oops", "500"),
        (200, b"\xff not JSON", "illisible"),
        (200, b"[" * 100_000, "illisible"),
        (200, {"translatedText": ["no text"]}, "illisible"),
        (200, {"translatedText": " \n"}, "vide"),
        (200, b'{"translatedText": "' + b"a" * 300_000, "trop longue"),
    ],
)
def test_an_answer_that_cannot_be_used_is_said_in_a_sentence(machine, status, body, said):
    machine.status, machine.body = status, body
    with pytest.raises(MachineError, match=said):
        suggest(HEADLINE, FRENCH, ARABIC)


def test_an_answer_that_drips_is_given_up_in_time(machine, settings):
    settings.MACHINE_TRANSLATION_SECONDS = 0.3
    machine.pause = 0.1
    started = time.monotonic()
    with pytest.raises(MachineError, match="trop lente"):
        suggest(HEADLINE, FRENCH, ARABIC)
    assert time.monotonic() - started < 1.5


def test_nobody_there_is_said_in_a_sentence(machine, settings):
    settings.MACHINE_TRANSLATION_URL = "http://127.0.0.1:9"
    settings.MACHINE_TRANSLATION_HOSTS = ["127.0.0.1"]
    with pytest.raises(MachineError, match="joignable"):
        suggest(HEADLINE, FRENCH, ARABIC)


def test_a_machine_that_is_not_there_is_said_in_a_sentence(settings):
    settings.MACHINE_TRANSLATION = "articles.desk.nowhere.Machine"
    with pytest.raises(MachineError, match="n’existe pas"):
        suggest(HEADLINE, FRENCH, ARABIC)
