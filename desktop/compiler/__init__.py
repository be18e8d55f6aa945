"""How it gets there: what authors write, checked and compiled into content.db."""
