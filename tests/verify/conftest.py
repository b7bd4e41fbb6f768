"""What is beside this file can be imported by the tests below it."""
