"""What is handed over: a case or a topic as PDF, HTML, text and QR code; loaded only when one is made."""
