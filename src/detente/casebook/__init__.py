"""The case folder: sources, codings, judgements, and what follows from them."""

from detente.casebook.agreements import AgreementLife, agreement_lives
from detente.casebook.case import Case, create_case, open_case
from detente.casebook.charter import Charter
from detente.casebook.chronicle import Entry, chronicle
from detente.casebook.disputes import DisputeLife, dispute_lives
from detente.casebook.dossiers import Dossier, Side, dossiers
from detente.casebook.in_force import InForce, Status
from detente.casebook.issues import OwnIssue
from detente.casebook.judgement import Judgement, Verdict
from detente.casebook.lock import CaseBusy
from detente.casebook.source import Known, Source

__all__ = [
    "AgreementLife",
    "Case",
    "CaseBusy",
    "Charter",
    "DisputeLife",
    "Dossier",
    "Entry",
    "InForce",
    "Judgement",
    "Known",
    "OwnIssue",
    "Side",
    "Source",
    "Status",
    "Verdict",
    "agreement_lives",
    "chronicle",
    "create_case",
    "dispute_lives",
    "dossiers",
    "open_case",
]
