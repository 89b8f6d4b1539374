"""What the worker does: pages due by the clock, the queue of tasks, and the work of the night."""
