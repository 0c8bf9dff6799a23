"""How the desk writes dates in forms and lists, where Django's own formats say otherwise."""
