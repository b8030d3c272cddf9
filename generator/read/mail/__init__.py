"""Messages: their parts, their heads, what is quoted in them, and what is attached to them."""
