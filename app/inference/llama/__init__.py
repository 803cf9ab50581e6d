"""llama.cpp through llama-cpp-python's low-level functions; imported in the engine child only."""
