"""The tests, in the order of the three floors, with the whole house in `end_to_end`."""
