"""How a text is typeset: the conventions of languages, and the rules that follow them."""
