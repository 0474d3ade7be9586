"""What counts as said, by whom: accounts, quotations of several sentences, people without a name."""

from __future__ import annotations

from detente.coding import code
from detente.findings import Statement
from detente.reading import from_text


def statements(text: str) -> list[Statement]:
    found = code(from_text(text, name="x", language="en"), kinds=["statement"])
    return [f for f in found if isinstance(f, Statement)]


def test_according_to_someone_is_a_statement_of_his() -> None:
    (said,) = statements("Egypt has broken off the talks, according to the Sudanese foreign minister.")
    assert said.speaker[0].startswith("SDN")
    assert not statements("The prices rose according to plan.")


def test_a_quotation_of_two_sentences_has_the_speaker_named_after_the_second() -> None:
    said = statements("“The talks went well. We shall meet Kenya again,” the Chadian president said.")
    assert [s.speaker[0].split("/")[0] for s in said if s.direct] == ["TCD"]


def test_who_speaks_before_a_colon_says_what_follows() -> None:
    said = statements("Kenya complained after Chad's president warned in a speech: “We shall not give way.”")
    assert [s.speaker[0].split("/")[0] for s in said if s.direct] == ["TCD"]


def test_people_without_a_name_can_speak() -> None:
    assert statements("Farmers said that the ban had ruined them.")


def test_a_recalled_ambassador_and_a_trade_of_insults_are_not_said() -> None:
    assert not statements("Kenya recalled its ambassador. Kenya and Chad traded insults.")


def test_a_hope_within_what_is_said_is_no_statement_of_its_own() -> None:
    assert len(statements("Kenya's president said that he hoped the truce would hold.")) == 1


def test_to_notify_and_to_rule_are_to_say() -> None:
    assert statements("Kenya notified Chad that it would leave.")
    assert statements("The court ruled that Kenya was right.")
