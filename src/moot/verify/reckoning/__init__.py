"""What figures belong to in the evidence, and what gives them: the means of the checks of figures."""
