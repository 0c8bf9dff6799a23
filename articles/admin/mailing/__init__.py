"""Who is written to from outside the newsroom: subscribers, journalists, texts under embargo."""
