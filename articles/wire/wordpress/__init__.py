"""The export of a WordPress site (WXR), brought in with its dates, names and addresses."""
