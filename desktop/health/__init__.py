"""Whether it is well: the content's checks and error ids."""
