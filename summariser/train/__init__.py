"""Makes the weights again from the gold files: ``python -m summariser.train tags|names --gold FOLDER``."""
