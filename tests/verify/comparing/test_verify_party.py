"""What the source says of the buyer is not said of the seller, in whatever voice it is told."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only, said

from moot.verify.roles import Roles

TERMINATE = (
    "The Tenant may terminate this lease on 31 May 2025 by notice. "
    "The Landlord has no right to terminate before the end of the term."
)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The seller bears the risk from delivery.", "The buyer bears the risk from delivery."),
        (
            "The landlord pays for the electricity.",
            "The tenant pays for the electricity. The landlord insures the roof.",
        ),
        ("Nurses may prescribe the drug.", "Doctors may prescribe the drug. Nurses may not."),
        ("The landlord may terminate the lease on 31 May 2025.", TERMINATE),
        ("The supplier must pay the transport.", "The customer must pay the transport."),
        ("The buyer shall bear the cost of carriage.", "The cost of carriage shall be borne by the seller."),
        ("The deposit is refunded by the supplier.", "The deposit is refunded by the customer."),
        ("The notice must be sent to the tenant.", "The notice must be sent to the landlord. The tenant keeps a copy."),
        ("The doctor pays the patient 40 euros.", "The patient pays the doctor 40 euros."),
        ("The employee pays for the uniform.", "The employer pays for the uniform, and the employee washes it."),
        ("Members of the council appoint the auditor.", "The mayor appoints the auditor. The council approves it."),
        (
            "The insurer pays the first 500 euros.",
            "The policyholder pays the first 500 euros; the insurer pays the rest.",
        ),
        ("Women were asked to fast for twelve hours.", "Men were asked to fast for twelve hours, women for eight."),
    ],
)
def test_what_is_said_of_another_party_is_seen(text: str, evidence: str) -> None:
    assert said(Roles(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (
            "The buyer bears the risk from delivery.",
            "The buyer bears the risk from delivery. The seller bears it until then.",
        ),
        (
            "The cost of carriage is borne by the seller.",
            "The seller shall bear the cost of carriage. The buyer pays duties.",
        ),
        ("The tenant pays the landlord a deposit.", "The landlord receives from the tenant a deposit."),
        ("The landlord must be told of damage at once.", "The tenant must tell the landlord of damage at once."),
        ("The lessee pays for repairs.", "The tenant pays for repairs. The landlord insures the building."),
        ("Nurses may prescribe the drug.", "Doctors may prescribe the drug. Nurses may too."),
        ("Nurses may prescribe the drug.", "Doctors and nurses may prescribe the drug."),
        ("Staff may use the car park.", "Both staff and visitors may use the car park."),
        ("Parents and teachers elect the board.", "Teachers elect the board together with parents."),
        ("The customer pays for the transport.", "The supplier arranges the transport, which the customer pays."),
        (
            "The employer must pay half of the fee.",
            "The employer must pay half of the fee, the employee the other half.",
        ),
        ("Employees may use the gym.", "Nurses may use the gym. Employees of the laundry may use the gym at night."),
        ("The insurer must be told within a week.", "The policyholder must tell the insurer within a week."),
        ("61 % of the men smoked.", "61 % of the men and 48 % of the women smoked."),
        ("Ten of the boys passed the test.", "Ten of the boys and twelve of the girls passed the test."),
        ("Half of the nurses had been trained.", "Half of the nurses and a third of the doctors had been trained."),
    ],
)
def test_what_is_said_of_the_same_party_passes(text: str, evidence: str) -> None:
    assert said(Roles(), text, evidence) == ""


def test_it_is_as_good_as_proven_where_all_of_the_rest_is_the_same() -> None:
    known = library("The buyer bears the risk of loss at sea from delivery. Both inspect the goods.")
    same = claim("The seller bears the risk of loss at sea from delivery.", cite(known, "The buyer bears the risk"))
    looser = claim("The seller bears the risk of loss at sea in war.", cite(known, "The buyer bears the risk"))
    found = [only(Roles().findings([each], known)) for each in (same, looser)]
    assert [each.score for each in found] == [0.0, None]
