"""Expressions of time: the grammar that finds them in tokens, and the tense of what they belong to.

What an expression means stands in ``expressions``; nothing here knows when a document was published. Two stages build
on it: *times* anchors every expression, *date* reads from some of them when an undated document was published.
"""
