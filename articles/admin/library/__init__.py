"""Records that articles name and show: people, bodies, events, pictures."""
