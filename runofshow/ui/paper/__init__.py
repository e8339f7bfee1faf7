"""Paper: the editions of a rundown, the report and plan B as pages, for a PDF or a printer.

A page is a list of marks in points (1/72 inch) from its upper left corner. It is laid out before
anything is painted, so that every page knows how many there are, a test can read what stands where,
and any device can paint it. Black on white: nothing is told by colour.
"""
