"""Lists of people as houses really have them: read whole and for certain, or refused with every problem named."""

import codecs
import csv
import io
from dataclasses import astuple, replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import db.people
from clubhouse.errors import BadFile, ImportProblems
from clubhouse.house import House
from clubhouse.importing import Imported, files, import_people
from clubhouse.names import clean
from clubhouse.people import Kind, NewPerson, Person, ShownAs, change_person, end_person, list_people
from db.store import Store
from tests.houses import ACTOR, actions_on_disk, add, make_house

TODAY = date(2026, 11, 23)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a test writes its list."""
    return tmp_path / "people.csv"


def bring_in(house: House, file: Path, content: str | bytes) -> Imported:
    """Write the list and import it."""
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return import_people(house, ACTOR, file)


def problems(house: House, file: Path, content: str | bytes) -> list[str]:
    """Each problem of the list as a line; fails unless there is one and nothing was written."""
    before = actions_on_disk(house), list_people(house)
    with pytest.raises(ImportProblems) as caught:
        bring_in(house, file, content)
    assert (actions_on_disk(house), list_people(house)) == before
    return [str(problem) for problem in caught.value.problems]


def names(house: House) -> list[tuple[str, str]]:
    """First and last name of everyone on file."""
    return [(person.first_name, person.last_name) for person in list_people(house)]


def only(house: House) -> Person:
    """The one person on file."""
    (person,) = list_people(house)
    return person


@pytest.mark.parametrize(
    "text",
    [
        "first name,last name\nRosa,Vega\nIvan,Popov\n",
        "First Name;Last Name\r\nRosa;Vega\r\nIvan;Popov\r\n",
        "FIRST_NAME\tSurname\rRosa\tVega\rIvan\tPopov\r",
        "family name, given name\nVega, Rosa\nPopov, Ivan",
        "\n\nfirst,last\n\nRosa,Vega\n ,\nIvan,Popov\n\n",
        "sep=;\nFirst;Last\nRosa;Vega\nIvan;Popov\n",
        '"first","last"\n"Rosa","Vega"\n"Ivan","Popov"\n',
        "Name\nRosa Vega\nPopov, Ivan\n",
        'Full name,Phone\n"Vega, Rosa",555\nIvan Popov,556\n',
        "Name;Surname\nRosa;Vega\nIvan;Popov\n",
        "first,last,full name\nRosa,Vega,R. Vega\nIvan,Popov,I. Popov\n",
        "first,last,,\nRosa,Vega,,\nIvan,Popov,,\n",
    ],
)
def test_the_same_two_people_in_every_layout(house: House, file: Path, text: str) -> None:
    assert bring_in(house, file, text).added == 2
    assert names(house) == [("Rosa", "Vega"), ("Ivan", "Popov")]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Zoë", "Müller-Lüdenscheidt"),
        ("محمد", "الأحمد"),
        ("伟", "王"),
        ("Юлия", "Щербакова"),
        ("สมชาย", "ใจดี"),
        ("अमृता", "श्रीवास्तव"),
        ("علی‌رضا", "نوری"),
        ("Nguyễn", "Thị Ánh"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_names_in_every_script(house: House, file: Path, first: str, last: str, encoding: str) -> None:
    bring_in(house, file, f"first,last\n{first},{last}\n".encode(encoding))
    assert names(house) == [(first, last)]


def test_letters_of_windows_and_of_a_big_endian_machine(house: House, file: Path) -> None:
    bring_in(house, file, "first;last\nJosé;O’Brien\n".encode("cp1252"))
    bring_in(house, file, codecs.BOM_UTF16_BE + "first;last\nŁucja;Żak\n".encode("utf-16-be"))
    assert names(house) == [("José", "O’Brien"), ("Łucja", "Żak")]


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("Rosa Vega", "Rosa", "Vega"),
        ("Vega, Rosa", "Rosa", "Vega"),
        ("Vega Ruiz, Rosa María", "Rosa María", "Vega Ruiz"),
        ("Mary Ann Smith", "Mary Ann", "Smith"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("María de la Cruz", "María", "de la Cruz"),
        ("Martin King Jr.", "Martin", "King Jr."),
        ("Martin King, Jr.", "Martin", "King Jr."),
        ("rosa vega", "rosa", "vega"),
        ("王芳", "王芳", ""),
        ("الأحمد، محمد", "محمد", "الأحمد"),
        ("Prince", "Prince", ""),
    ],
)
def test_a_whole_name_in_one_cell(house: House, file: Path, cell: str, first: str, last: str) -> None:
    bring_in(house, file, f"name\n{cell}\n")
    assert names(house) == [(first, last)]


@pytest.mark.parametrize(
    ("header", "cell", "field", "value"),
    [
        ("nickname", "Rosie", "nickname", "Rosie"),
        ("Preferred Name", "Rosie", "nickname", "Rosie"),
        ("goes by", "Rosie", "nickname", "Rosie"),
        ("kind", "staff", "kind", Kind.STAFF),
        ("Role", "Volunteers", "kind", Kind.VOLUNTEER),
        ("TYPE", "Staff member", "kind", Kind.STAFF),
        ("status", "MEMBER", "kind", Kind.MEMBER),
        ("code", "17-b", "code", "17-b"),
        ("Member number", "0042", "code", "0042"),
        ("member_id", "ü7", "code", "ü7"),
        ("Number", "9", "code", "9"),
        ("shown as", "hidden", "shown_as", ShownAs.HIDDEN),
        ("display name", "First name and last initial", "shown_as", ShownAs.FIRST_NAME),
        ("Display as", "goes by", "shown_as", ShownAs.NICKNAME),
        ("shown as", "INITIALS ONLY", "shown_as", ShownAs.INITIALS),
        ("since", "1999-12-31", "since", date(1999, 12, 31)),
        ("Join date", "2026-11-23 00:00:00", "since", TODAY),
        ("member since", "2024-02-29T00:00", "since", date(2024, 2, 29)),
        ("start-date", "", "since", TODAY),
        ("kind", "", "kind", Kind.MEMBER),
        ("code", "", "code", "M0001"),
    ],
)
def test_each_column_by_its_many_headers(
    house: House, file: Path, header: str, cell: str, field: str, value: object
) -> None:
    bring_in(house, file, f"{header},first,last\n{cell},Rosa,Vega\n")
    assert getattr(only(house), field) == value


def test_what_is_not_kept_is_named_and_nowhere_on_file(house: House, file: Path) -> None:
    text = "first,last,Phone,Diagnosis,status\nRosa,Vega,555-0100,unspeakable,active\n"
    assert bring_in(house, file, text) == Imported(1, 0, 0, ("Phone", "Diagnosis", "status"))
    house.close()
    kept = b"".join(each.read_bytes() for each in house.store.path.parent.glob("house.db*"))
    assert b"Vega" in kept
    assert not any(word in kept for word in (b"555-0100", b"unspeakable", b'active"'))


def test_the_same_file_again_changes_nothing(house: House, file: Path) -> None:
    text = "first,last,kind,joined\nRosa,Vega,,2020-01-02\nIvan,Popov,staff,\n"
    assert bring_in(house, file, text) == Imported(2, 0, 0, ())
    before = list_people(house), actions_on_disk(house)
    assert bring_in(house, file, text) == Imported(0, 0, 2, ())
    assert (list_people(house), actions_on_disk(house)) == before


def test_changed_values_are_changed_on_file_and_in_the_log(house: House, file: Path) -> None:
    bring_in(house, file, "code,first,last,nickname\n17,Rosa,Vega,Rosie\n,Ivan,Popov,\n")
    assert bring_in(house, file, "code,first,last,nickname\n17,Rosa,Vega-Ruiz,\n,Ivan,Popov,Vanya\n") == Imported(
        0, 2, 0, ()
    )
    assert [(each.code, each.last_name, each.nickname) for each in list_people(house)] == [
        ("17", "Vega-Ruiz", ""),
        ("M0001", "Popov", "Vanya"),
    ]
    assert actions_on_disk(house)[-2:] == ["change_person"] * 2


def test_a_column_that_is_not_there_blanks_nothing(house: House, file: Path) -> None:
    person = add(house, "Rosa", "Vega", Kind.VOLUNTEER, "Rosie", ShownAs.NICKNAME)
    assert bring_in(house, file, "first,last\nRosa,Vega\n") == Imported(0, 0, 1, ())
    assert bring_in(house, file, "code,nickname\nv0001,Ro\n") == Imported(0, 1, 0, ())
    assert bring_in(house, file, f"code,first,last,nickname\n{person.code},Rosa\n") == Imported(0, 0, 1, ())
    assert only(house) == replace(person, nickname="Ro")


def test_a_code_in_another_case_is_the_same_code(house: House, file: Path) -> None:
    bring_in(house, file, "code,first\nAb1,Rosa\n")
    assert bring_in(house, file, "code,first\naB1,Rosa\n") == Imported(0, 0, 1, ())
    assert only(house).code == "Ab1"


def test_a_houses_own_numbers_replace_those_made_up(house: House, file: Path) -> None:
    bring_in(house, file, "first,last\nRosa,Vega\nIvan,Popov\n")
    assert bring_in(house, file, "number,first,last\n501,Rosa,Vega\n502,Ivan,Popov\n") == Imported(0, 2, 0, ())
    assert [person.code for person in list_people(house)] == ["501", "502"]


def test_free_codes_leave_out_those_that_the_file_gives(house: House, file: Path) -> None:
    bring_in(house, file, "code,first\n,Ana\nm0001,Ben\n,Cem\nM0003,Dov\n")
    assert [person.code for person in list_people(house)] == ["M0002", "m0001", "M0004", "M0003"]


def test_namesakes_with_codes_are_different_people(house: House, file: Path) -> None:
    text = "code,first,last\n17,John,Smith\n42,John,Smith\n"
    assert bring_in(house, file, text).added == 2
    assert bring_in(house, file, text).same == 2


def test_somebody_taken_off_the_lists_stays_so(house: House, file: Path) -> None:
    person = end_person(house, ACTOR, add(house, "Rosa", "Vega").id)
    bring_in(house, file, "first,last,nickname\nRosa,Vega,Rosie\n")
    assert only(house) == replace(person, nickname="Rosie")


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


def test_what_is_typed_in_a_name_stays_text(house: House, file: Path) -> None:
    bring_in(house, file, 'first,last,nickname\n[/] x,=1+1,"a ""b"" c\nd"\n')
    person = only(house)
    assert (person.first_name, person.last_name, person.nickname) == ("[/] x", "=1+1", 'a "b" c d')


def _tidy(alphabet: st.SearchStrategy[str], least: int) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=least, max_size=12).map(clean).filter(lambda text: len(text) >= least)


_ANY = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")) | st.sampled_from("\",;\t'[]=\u200d\n")
# None of these bytes can follow another in UTF-8, so that the file cannot be read as UTF-8 by chance.
_WESTERN = st.sampled_from("abcABC ,;'\"\téüñßåøçÀÖØÿ")


def _people(alphabet: st.SearchStrategy[str]) -> st.SearchStrategy[list[NewPerson]]:
    person = st.builds(
        NewPerson,
        code=_tidy(alphabet, 1),
        kind=st.sampled_from(Kind),
        first_name=_tidy(alphabet, 1),
        last_name=_tidy(alphabet, 0),
        nickname=_tidy(alphabet, 0),
        shown_as=st.sampled_from(ShownAs),
        since=st.dates(date(1900, 1, 1), TODAY),
    )
    return st.lists(person, min_size=1, max_size=5, unique_by=lambda each: each.code.casefold())


def _written(people: list[NewPerson], delimiter: str, encoding: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(["code", "kind", "first", "last", "nickname", "shown as", "since"])
    writer.writerows([str(value) for value in astuple(person)] for person in people)
    return text.getvalue().encode(encoding)


@pytest.mark.parametrize(("delimiter", "encoding"), list(product(",;\t", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(data=st.data())
def test_people_written_as_csv_come_back_the_same(
    tmp_path: Path, data: st.DataObject, delimiter: str, encoding: str
) -> None:
    wanted = data.draw(_people(_WESTERN if encoding == "cp1252" else _ANY))
    path = tmp_path / "house.db"
    for old in tmp_path.glob("house.db*"):
        old.unlink()
    house, content = make_house(path), _written(wanted, delimiter, encoding)
    try:
        assert bring_in(house, tmp_path / "people.csv", content).added == len(wanted)
        found = list_people(house)
        assert [tuple(getattr(each, name) for name in vars(wanted[0])) for each in found] == [
            astuple(person) for person in wanted
        ]
        assert bring_in(house, tmp_path / "people.csv", content) == Imported(0, 0, len(wanted), ())
    finally:
        house.close()


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


def test_a_change_made_by_hand_meanwhile_is_not_lost(house: House, file: Path) -> None:
    bring_in(house, file, "first,last\nRosa,Vega\n")
    person = only(house)
    change_person(house, ACTOR, person.id, replace(person, nickname="Rosie"))
    assert bring_in(house, file, "first,last\nRosa,Vega\n").same == 1
    assert only(house).nickname == "Rosie"


def test_a_long_list_looks_through_the_codes_on_file_once_a_kind(
    house: House, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    look_through = db.people.codes_like

    def counted(store: Store, prefix: str) -> list[str]:
        asked.append(prefix)
        return look_through(store, prefix)

    monkeypatch.setattr(db.people, "codes_like", counted)
    bring_in(house, file, "name\n" + "".join(f"Rosa Vega{number}\n" for number in range(300)))
    assert len(list_people(house)) == 300
    assert sorted(asked) == ["M", "S", "V"]
