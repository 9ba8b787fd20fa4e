"""How well Ceasewatch reads, measured: ``python -m quality`` from the project's root.

Each measure is one module with a ``MEASURE`` that knows where its texts are and gives ``Figures``. Texts under somebody's copyright stay
outside the project: a measure whose texts are not there says where they are found, and the run goes on.
"""
