"""Live coverages and urgent announcements at the desk."""
