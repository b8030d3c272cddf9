"""One module for each command but `build`."""
