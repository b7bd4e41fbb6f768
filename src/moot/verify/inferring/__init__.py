"""What an inference is made of, against its premises."""
