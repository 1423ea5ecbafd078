"""How long a browser test waits for what it waits for: the answer comes at once, or a busy machine is not done yet."""

PATIENCE_MS = 60_000
PATIENCE = PATIENCE_MS / 1000
