"""Pictures as files: what comes in, what is made of it, what is drawn. Knows no table."""
