"""Texts on paper: an article as a PDF, with what stands around it."""
