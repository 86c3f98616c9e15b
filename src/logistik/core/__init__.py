"""Vocabulary and arithmetic of ballot logistics; standard library only, no files, no clock."""
