"""What happens on other threads, brought to the window: engine, history, Hub, long work; settings, errors in words."""
