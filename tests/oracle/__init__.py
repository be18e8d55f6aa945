"""A second derivation of the doses and of the kidney equations, written from the sources alone.

Nothing here may import the program: the tests compare the two.
"""
