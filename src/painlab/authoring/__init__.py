"""Start a study, a lesson or a lab from a skeleton; what is still to be written in it."""
