"""Ways to run work: in this process, in others on this machine, on a cluster."""
