"""One module a group of slots: from what stands in a sentence to the values of its events."""
