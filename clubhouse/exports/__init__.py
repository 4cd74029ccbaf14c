"""Exports: what the house has written down, as files that other programs read without retyping.

`sheets` says what can be exported and in which columns, one module a subject gives its rows, one module a format
writes them. Rows are made one at a time, so that a million takes no more memory than ten.
"""
