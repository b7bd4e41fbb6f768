"""A model in a conversation with tools, as benchmarks ask it: free text in and out, each wire request still a row."""
