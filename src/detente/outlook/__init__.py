"""What may come: group decision, voting, causal map and cross-impact; one folder a model family."""
