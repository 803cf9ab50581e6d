"""What the starter model is taught: questions with a worked thought and a checkable answer, made by rule."""
