"""Documents as files: what comes in is told by what is in it; knows no table."""
