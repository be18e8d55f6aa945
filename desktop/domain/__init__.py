"""What is true: clinical arithmetic, rules and values, in pure Python."""
