"""Shapes of Arabic words by which a noun, or what is done, is told from a name."""

from __future__ import annotations

import re

# Shapes of what is done, and of many: تأجيل, افتتاح, استقبال, زيارة, اتفاقيات, مسؤولين.
NO_GIVEN_NAME = re.compile(
    r"ت..ي.|ا(?:ن|ست|.ت)?..ا.|.+ه|.+ا|.+ات|.{3,}ين|.{3,}ون|م.{4,}|ت.ا..|تفا.."
)
# Shapes of what is done, with the article: التعليق, الاستمرار, الانتظار.
DONE = re.compile(r"الت..ي.|الت.ا..|الا(?:ن|ست|.ت).{1,3}ا.")
# What is announced, asked for or begun: تعليق الدراسة, افتتاح المعرض, إقالة المدرب.
ACT = re.compile(r"ت..ي.|ا(?:ن|ست|.ت)..?ا.|ا..?ا[^ه]?ه|م.ا..ه")
PREFIXED = re.compile(r"(?:و|ف)?(?:بال|كال|لل|وال|فال)..")


SAHEL = frozenset(
    "بابا باها ماما ميغا مايغا كيتا هاما ديارا كونتا كمارا كامارا دومبيا فوفانا سيلا سانغا باغايوغا دوكارا كونا يوسوفا سيديبا تونكارا سيسوما "
    "ساما ندياغا كايا وانغارا غانا بوجا عيسوفا كاكا زارا بوكارا موسكورا كوندا كوياتا سونكارا "
    "واتارا وتارا هارونا ساليا بيدا مونكيلا ديلا موسى صديقا ياكوبا عبدولايا لاميزانا كوياغا نابا سنكارا ساواغا باندا موندا كابيلا زونغا اوباما".split()
)
"""Surnames of the Sahel that end as an adverb does."""


def is_accusative(word: str) -> bool:
    """« مساعدا », « رسميا », but « البنا »: with the article no word ends so, and names may."""
    return word.endswith("ا") and not word.startswith("ال") and word not in SAHEL
