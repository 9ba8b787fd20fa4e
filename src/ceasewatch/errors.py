"""Every error Ceasewatch raises on purpose, in one tree.

    CeasewatchError                what a caller may catch
    ├── ItemFailed                 this one thing failed: it is recorded, the run goes on
    │   ├── InputRefused           an input could not be read as a report
    │   ├── AddressRefused         an address may not be fetched
    │   └── FetchFailed            an address could not be fetched
    └── RunFailed                  this run cannot go on
        ├── StoreUnusable          the store cannot be opened, or is damaged
        ├── UnknownRecord          an id names nothing in the store
        ├── OutputFailed           a file cannot be written
        ├── CeasefireInvalid       a ceasefire folder has faults
        └── DataMissing            a file that the program needs is not there

The command line prints one line for these and exits with 1. Anything else is a bug and keeps its traceback.
"""


class CeasewatchError(Exception):
    """Something went wrong that a user can understand and act on."""


class ItemFailed(CeasewatchError):
    """One item failed; it is recorded with its reason and the run goes on."""


class InputRefused(ItemFailed):
    """An input could not be read as a report at all."""


class AddressRefused(ItemFailed):
    """An address may not be fetched: it is not a public web address."""


class FetchFailed(ItemFailed):
    """A public address could not be fetched."""


class RunFailed(CeasewatchError):
    """The run cannot go on."""


class StoreUnusable(RunFailed):
    """The store cannot be opened, is damaged, or was written by a newer version."""


class UnknownRecord(RunFailed):
    """An id names no record in the store, or more than one."""


class OutputFailed(RunFailed):
    """A file that the user asked for cannot be written."""


class CeasefireInvalid(RunFailed):
    """A ceasefire folder has faults; the message lists every one of them."""


class DataMissing(RunFailed):
    """A file that the program needs is not where it should be."""
