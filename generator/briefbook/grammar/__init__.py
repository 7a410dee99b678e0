"""Pure text -> structure over the lexicons: credit lines, calendar expressions, names.  Used by sources and extract."""
