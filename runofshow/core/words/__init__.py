"""Tables of sentences by area: code to French and English; core/sentences.py joins them."""
