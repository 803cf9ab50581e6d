"""llama.cpp as it is: its functions, its modules, a model file in memory, its vocabulary."""
