"""What is sent on crossings: webhooks and OSC, filled-in templates, tried again, told in a log.

Nothing here can delay the show: what happens is written down as values and put into queues that
hold so much and no more; all else is done afterwards, by each output for itself.
"""
