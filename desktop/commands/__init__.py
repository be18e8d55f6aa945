"""The same library, rules and arithmetic as the window, without a window."""
