"""What templates are given: finished words, numbers and addresses."""
