"""From the tie graph to numbers: reciprocity, structural holes, introduction paths, lineage."""
