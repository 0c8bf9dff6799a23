"""What is typed is kept in the browser until it is saved (static/admin-newsroom/drafts.js).

The browser sends the name of its draft with a form; the answer to what was saved names it
again, in a cookie, so that the browser may forget it.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from articles.models import User

SAVED = "newsroom-saved"
REMEMBERED = 20
LONGEST_TOKEN = 40
DAY = 24 * 3600


def forget_draft(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let the browser forget its copy of what this request brought."""
    token = request.POST.get("_draft", "")
    if token.isalnum() and len(token) <= LONGEST_TOKEN:
        known = request.COOKIES.get(SAVED, "").split(".")
        tokens = [one for one in known if one.isalnum() and len(one) <= LONGEST_TOKEN]
        response.set_cookie(
            SAVED,
            ".".join([*tokens[-REMEMBERED:], token]),
            max_age=DAY,
            path="/admin/",
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    return response


@method_decorator(never_cache, name="dispatch")
class SessionView(View):
    """Who is signed in, and the token that their forms need: asked before a form is sent."""

    def get(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        is_at_desk = isinstance(user, User) and user.is_active and user.is_staff
        return JsonResponse(
            {
                "user": str(user.pk) if is_at_desk else "",
                "name": str(user) if is_at_desk else "",
                "token": get_token(request),
            }
        )
