"""One room a capability; rooms do not import each other: `pipeline` hands one room's result to the next."""
