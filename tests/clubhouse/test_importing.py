"""Lists of people as houses really have them, read whole and for certain; whoever is on file is known again."""

import codecs
import csv
import io
import shutil
from dataclasses import astuple, replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import db.people
from clubhouse.house import House
from clubhouse.importing import Imported
from clubhouse.names import clean
from clubhouse.people import Kind, NewPerson, ShownAs, change_person, end_person, list_people
from db.opening import open_store
from db.store import Store
from tests.clubhouse.lists import bring_in, names, only
from tests.forms import with_one_house
from tests.houses import ACTOR, SetClock, actions_on_disk, add

TODAY = date(2026, 11, 23)


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
@with_one_house(4, 60)
@given(data=st.data())
def test_people_written_as_csv_come_back_the_same(
    tmp_path: Path, new_house_file: Path, data: st.DataObject, delimiter: str, encoding: str
) -> None:
    wanted = data.draw(_people(_WESTERN if encoding == "cp1252" else _ANY))
    path = tmp_path / "house.db"
    for old in tmp_path.glob("house.db*"):
        old.unlink()
    house = House(open_store(Path(shutil.copy(new_house_file, path))), SetClock())
    content = _written(wanted, delimiter, encoding)
    try:
        assert bring_in(house, tmp_path / "people.csv", content).added == len(wanted)
        found = list_people(house)
        assert [tuple(getattr(each, name) for name in vars(wanted[0])) for each in found] == [
            astuple(person) for person in wanted
        ]
        assert bring_in(house, tmp_path / "people.csv", content) == Imported(0, 0, len(wanted), ())
    finally:
        house.close()


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
