"""Readers are told to come back where the database fails, and of a fault where the portal does."""

import pytest
from django.db import InterfaceError, OperationalError
from django.db.transaction import TransactionManagementError

from sesec_portal.web.views import server_error

FULL = OperationalError('could not extend file "base/16385/17719": No space left on device')


def answered(rf, fault, because=None):
    """Return what is answered where a view ended with a fault, which came of another one."""
    try:
        try:
            raise because or fault
        except type(because or fault) as first:
            if because is None:
                raise
            raise fault from first
    except type(fault):
        return server_error(rf.get("/en/"))


@pytest.mark.parametrize(
    ("fault", "because"),
    [
        (FULL, None),
        (InterfaceError("connection already closed"), None),
        (TransactionManagementError("An error occurred in the current transaction."), FULL),
    ],
)
def test_a_full_disk_of_the_database_is_answered_with_503_from_the_first_request_on(rf, fault, because):
    answer = answered(rf, fault, because)

    assert answer.status_code == 503
    assert answer["Retry-After"] == "10"


def test_a_fault_of_the_portal_stays_a_fault(rf):
    assert answered(rf, ValueError("a mistake")).status_code == 500
    assert answered(rf, ValueError("a mistake"), KeyError("another")).status_code == 500
