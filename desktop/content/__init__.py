"""What is written: the reading of content.db, and every SELECT in the program."""
