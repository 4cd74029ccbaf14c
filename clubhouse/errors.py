"""Why an operation was not done. `str()` is one plain sentence that says what to do instead."""


class Refused(Exception):
    """Nothing was written."""


class NotFound(Refused):
    """What was named is not on file."""


class BadInput(Refused):
    """What was typed or imported cannot be taken as it stands."""


class BadFile(Refused):
    """A file named by the user cannot be read, written or understood."""


class Overtaken(Refused):
    """What was to be changed has changed meanwhile."""
