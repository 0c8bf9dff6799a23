"""How templates show pictures."""

from django import template

from articles.models import Image
from articles.pictures.renditions import ShownPicture
from articles.pictures.shapes import SHAPES

register = template.Library()


@register.simple_tag
def shown(image: Image, shape: str) -> ShownPicture:
    """The renditions of a picture in a shape."""
    return image.shown(shape)


@register.simple_tag
def sizes(shape: str) -> str:
    """How wide pages show a shape, for the browser to choose by."""
    return SHAPES[shape].sizes
