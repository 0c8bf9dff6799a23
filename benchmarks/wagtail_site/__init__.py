"""A site of Wagtail's with the newsroom's articles in one language: what they show, less the rest.

It is written as Wagtail's own documentation and start template have it, and runs in an
environment of its own (scripts/wagtail).
"""
