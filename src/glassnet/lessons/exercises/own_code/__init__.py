"""Running a learner's code from the page: in a process of its own, with limits, for whoever holds this server's key."""
