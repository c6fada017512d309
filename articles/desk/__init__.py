"""The desk: the start page of the admin, from which an editor writes, answers and looks."""
