"""Campaigns against Glassnet: kills, damage and junk, by the thousand (`make campaign`); a short form is in the tests."""
