"""`make audit`: what a built book promises readers and other programs, checked with other people's tools."""
