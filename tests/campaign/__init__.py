"""Campaigns against Glassnet: kills, damage, junk (`make campaign`); a short form of each is in the tests."""
