"""For authors: the schema that editors read, skeletons of items, banks from other formats."""
