"""The names in a sentence: parties, places, weapons and other things."""
