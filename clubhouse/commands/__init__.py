"""The commands of the command line, one file a subject, loaded when they are called.

A command reads what was typed, calls operations and prints: data to stdout, words to stderr. It decides nothing.
"""
