"""What is seen: Qt Widgets that show values and report what the user did."""
