"""What the newsroom's own middleware costs: a page that is there, behind all of it."""
