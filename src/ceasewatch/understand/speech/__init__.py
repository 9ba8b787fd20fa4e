"""Who says what: verbs of saying, quotations, speakers, and the voice of each stretch of a report."""
