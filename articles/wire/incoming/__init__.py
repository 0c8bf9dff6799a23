"""What comes in from elsewhere: feeds, pages and mails, asked for with care, into the inbox."""
