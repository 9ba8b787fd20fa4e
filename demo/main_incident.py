"""Print the id of the incident that most of the reports in a store tell of. Used by ``make demo``."""

import sys
from pathlib import Path

from ceasewatch.pipeline import list_incidents
from ceasewatch.store.open import open_store

with open_store(Path(sys.argv[1])) as store:
    incidents = list_incidents(store)
fullest = max(incidents, key=lambda incident: (len({mention.report_id for mention in incident.mentions}), incident.id))
print(fullest.id[:8])  # noqa: T201
