"""The servers: plain coroutines that know no Qt."""
