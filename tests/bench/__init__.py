"""Speed, measured as ratios, so that the figures mean the same on every machine."""
