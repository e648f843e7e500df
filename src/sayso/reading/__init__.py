"""Reading: from a Document to a Reading, stage by stage."""
