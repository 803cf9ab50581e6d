"""Where models run: the seam behind which every kind of engine looks alike, and the broker that shares them out.

An `Engine` is told what to do and reports events; the `Broker` owns the engines, the chosen model, the queue of runs
and the idle clock. Its clients (a session, a command, a server) know neither processes nor connections. Nothing here
knows what a conversation is.
"""
