"""What the rooms of the models page are made of: lists, panels, badges, words."""
