"""Statistics of paired comparisons: tests, intervals, Holm, power. numpy and math only; knows no results file."""
