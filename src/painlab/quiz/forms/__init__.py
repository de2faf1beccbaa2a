"""Forms: checklist, reflection, survey, plan and certificate; nothing in them is right or wrong."""
