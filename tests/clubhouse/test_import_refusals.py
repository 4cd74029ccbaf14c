"""Lists of people that cannot be read for certain are refused whole, and every problem is told with what to do."""

import codecs
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clubhouse.errors import BadFile, ImportProblems
from clubhouse.house import House
from clubhouse.importing import files, import_people
from clubhouse.people import list_people
from tests.clubhouse.lists import bring_in, problems
from tests.houses import ACTOR


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "is empty"),
        ("\n , \n", 1, "is empty"),
        ("first,last\n", 1, "Nobody stands below"),
        ("Vorname;Nachname\nRosa;Vega\n", 1, "these are known: first name, last name, name, nickname, kind, code"),
        ("last,phone\nVega,555\n", 1, "No column here holds the names"),
        ("first,given name\nRosa,Ana\n", 1, "Two columns hold the first name: first and given name"),
        ("first,last\nRosa,Vega,Ruiz\n", 2, "more cells than the 2"),
        ("first,last\n,Vega\n", 2, "A first name is missing"),
        ("first,last\n\u200b\u202e,Vega\n", 2, "A first name is missing"),
        ('name\n"Vega,"\n', 2, "A first name is missing"),
        ("name\nKing, Martin, Luther\n", 2, "more than one comma"),
        ("code,nickname\n17,Rosie\n", 2, "A first name is missing"),
        (f"first,last\nRosa,{'y' * 81}\n", 2, "is too long"),
        (f"code,first\n{'9' * 81},Rosa\n", 2, "is too long"),
        ("first,kind\nRosa,wizard\n", 2, '"wizard" is no kind of person here. Write member, staff or volunteer'),
        ("first,shown as\nRosa,loud\n", 2, "Write first name, nickname, initials or hidden"),
        ("first,since\nRosa,03/04/2026\n", 2, '"03/04/2026" is not a date that reads one way only'),
        ("first,since\nRosa,20260403\n", 2, "Write year-month-day: 2026-04-03"),
        ("first,since\nRosa,٢٠٢٦-٠٤-٠٣\n", 2, "Write year-month-day"),
        ("first,since\nRosa,2026-02-30\n", 2, "There is no day 2026-02-30"),
        ("first,since\nRosa,2026-11-24\n", 2, "Nobody has joined on 2026-11-24"),
        ("first,since\nRosa,0206-04-03\n", 2, "Nobody has joined on 0206-04-03"),
        ("code,first\n17,Rosa\nb,Ana\n17,Ben\n", 4, "The code 17 stands on line 2 already"),
        ("code,first\nAb,Rosa\naB,Ben\n", 3, "The code aB stands on line 2 already"),
        ('first,last\nRosa,Vega\n"Ana,Ruiz\nBen,Levi\n', 3, "quotation marks"),
        ('first,last\n"Rosa" Rosie,Vega\n', 2, "quotation marks"),
    ],
)
def test_each_problem_names_its_line_and_what_to_do(
    house: House, file: Path, text: str, line: int, words: str
) -> None:
    (problem,) = problems(house, file, text)
    assert problem.startswith(f"Line {line}: ")
    assert words in problem


def test_all_problems_come_together_and_in_order(house: House, file: Path) -> None:
    text = 'first,last,kind,since\nRosa,"Ve\nga",wizard,1/2/2026\nAna,Ruiz,,\n,Levi,,2026-13-01\nAna,Ruiz,staff,\n'
    found = problems(house, file, text)
    assert [line.split(":")[0] for line in found] == ["Line 2", "Line 2", "Line 4", "Line 5", "Line 5", "Line 6"]
    assert "lines 4 and 6" in found[2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("first,last\nJohn,Smith\n", "2 people on file are called John Smith, with the codes 17 and 42"),
        ("code,first,last\n99,John,Smith\n", "John Smith is on file with the code 17 and 42, not 99"),
        ("code,first,last\n9,Rosa,Vega\n", "Rosa Vega is on file with the code 5, not 9"),
        ("code,first,last\n5,Ivan,Popov\n", "The code 5 belongs to Rosa Vega, and Ivan Popov has M0001"),
        (
            "code,first,last\n5,Rosa,Ruiz\n,Rosa,Vega\n",
            "Rosa Vega is on file with the code 5, which line 2 names too",
        ),
        ("code,first,last\n8,Ivan,Popov\n9,Ivan,Popov\n", "Ivan Popov is on file with the code M0001, not 8"),
    ],
)
def test_whoever_could_be_two_people_is_never_guessed(house: House, file: Path, text: str, words: str) -> None:
    bring_in(house, file, "code,first,last\n17,John,Smith\n42,John,Smith\n5,Rosa,Vega\n,Ivan,Popov\n")
    assert words in problems(house, file, text)[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04\x14\x00first,last", "save it as CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as CSV"),
        (b"first,last\nRosa,Ve\0ga\n", "is not a CSV file"),
        ("first,last\nRosa,Vega\n".encode("utf-16-le"), "is not a CSV file"),
        (codecs.BOM_UTF16_LE + b"f\0i\0r", "is not a CSV file"),
        (b"first,last\nRosa,\x81\x8d\x8f\n", "letters cannot be read"),
        ("first,last\nZoë,Müller\nRenée,".encode() + b"Andr\xe9\n", "letters cannot be read"),
    ],
)
def test_a_file_that_is_no_csv_is_refused_with_a_sentence(
    house: House, file: Path, content: bytes, words: str
) -> None:
    with pytest.raises(BadFile, match=words):
        bring_in(house, file, content)
    assert list_people(house) == []


def test_a_file_that_is_not_there_or_a_folder_or_too_large(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BadFile, match="There is no file"):
        import_people(house, ACTOR, tmp_path / "nowhere.csv")
    with pytest.raises(BadFile, match="is a folder"):
        import_people(house, ACTOR, tmp_path)
    with pytest.raises(BadFile, match="cannot be read"):
        import_people(house, ACTOR, tmp_path / "a\0b.csv")
    monkeypatch.setattr(files, "MOST_BYTES", 10)
    with pytest.raises(BadFile, match="is larger than"):
        bring_in(house, tmp_path / "large.csv", "first\nRosa\n")
    assert bring_in(house, tmp_path / "enough.csv", "first\nRos").added == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(junk=st.binary(max_size=60))
def test_any_bytes_are_imported_whole_or_refused_with_a_sentence(house: House, file: Path, junk: bytes) -> None:
    before = len(list_people(house))
    said = 0
    try:
        said = bring_in(house, file, b"first,last\nRosa,Vega\n" + junk).added
        refusal = ""
    except (BadFile, ImportProblems) as error:
        refusal = str(error)
    assert len(list_people(house)) == before + said
    assert refusal == "" or refusal.endswith((".", "people add"))


def test_a_list_with_one_name_all_over_is_told_in_short_sentences(house: House, file: Path) -> None:
    found = problems(house, file, "first\n" + "Rosa\n" * 500)
    assert len(found) == 500
    assert "the lines 2 and 3 and 4 and 5 and 6 and 495 more." in found[0]
