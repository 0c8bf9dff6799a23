"""A Django with one view, one middleware and no database: ``/<bytes>/`` is a page that big."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(
    SECRET_KEY="measured-and-thrown-away",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware"],
)


def page(request: HttpRequest, size: int) -> HttpResponse:
    return HttpResponse("x" * size)


urlpatterns = [path("<int:size>/", page)]
application = get_wsgi_application()
