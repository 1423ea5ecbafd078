"""Building blocks of what notebooks show of things: titles with facts, tables, courses of losses, formulas."""
