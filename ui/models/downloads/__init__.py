"""What is being downloaded."""
