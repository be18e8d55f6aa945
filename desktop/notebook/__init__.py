"""What the reader keeps: bookmarks, notes, recent topics and settings in one file; never a patient or a tick."""
