"""From mentions to people, organisations and places."""
