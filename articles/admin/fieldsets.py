"""Where the fields of a form stand: in the middle, beside that, or folded."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

BESIDE, FOLDED = "beside", "collapse"
"""Where a fieldset stands: beside the texts; or beneath those, folded."""
ADDRESS = gettext_lazy("Addresses of the pages")
