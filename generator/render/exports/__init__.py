"""The archive as files to download."""
