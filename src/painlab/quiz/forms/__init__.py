"""Forms: checklist, reflection, survey and plan; nothing in them is right or wrong."""
