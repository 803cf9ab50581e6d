"""Everything of Aside that is not a window: engine, history, models, command line. Imports no Qt."""
