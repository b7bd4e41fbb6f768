"""The means of the checks of figures, in layers: each imports only those before it.

given → said_of → following → ordering → settling
"""
