"""What is wrong with published results: the headline from the items, and one file for each thing that moves it."""
