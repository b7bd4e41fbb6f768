"""A claim beside the words of its evidence, in whatever words: the means of the checks that read language."""
