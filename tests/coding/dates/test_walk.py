

def test_a_year_of_a_plan_does_not_date_the_next_sentence() -> None:
    sentences = [
        "The ministers, meeting on 3 March 1995, agreed that the bridge would open in 1999.",
        "On 4 March they signed the protocol.",
    ]
    assert [d.edtf for d in walk(sentences, "en")[1]] == ["1995-03-04"]
