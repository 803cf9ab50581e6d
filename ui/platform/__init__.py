"""What the window needs of the system: tray, notifications, languages, one instance, sleep, screen readers, exits."""
