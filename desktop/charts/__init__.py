"""What is drawn: values to SVG text, with token names for colours; no Qt."""
