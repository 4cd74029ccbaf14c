"""Tests of the demonstration house."""
