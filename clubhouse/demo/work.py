"""The work of the demonstration house: its units and their needs lists, as a house might write them."""

from dataclasses import dataclass

from clubhouse.units import NewUnit

UNITS = (
    NewUnit("Culinary", "K", "orange", "Cooks lunch for everybody, bakes, and runs the snack bar"),
    NewUnit("Clerical", "C", "blue", "Phones, newsletter, attendance figures, mail"),
    NewUnit("Membership", "M", "teal", "Tours, orientation of new members, birthday cards"),
    NewUnit("Hospitality", "H", "green", "Reception, dining room, plants, a house one likes to come to"),
    NewUnit("Employment & Education", "E", "purple", "Jobs, placements, classes, computers"),
    NewUnit("Reach Out", "R", "red", "Calls and cards to members whom we have not seen"),
)

SEATS = {"Culinary": (8, 6), "Clerical": (7, 7), "Employment & Education": (6, 6), "Reach Out": (4, 4)}
"""Seats in the morning and in the afternoon; the other units have room for all."""


@dataclass(frozen=True)
class Work:
    """A task, before the house has given it a number."""

    unit: str
    part: str
    when: str
    """A rule in words; for what comes once, a day counted from today: `today`, `yesterday`."""
    hands: int | None
    title: str
    skills: str
    how_to: str

    @property
    def comes_again(self) -> bool:
        """Whether it has a rule."""
        return self.when not in ("today", "yesterday")


def _table(text: str) -> tuple[Work, ...]:
    found = []
    for block in text.strip().split("\n\n"):
        first, *how_to = block.splitlines()
        unit, part, when, hands, title, skills = (field.strip() for field in first.split("|"))
        found.append(Work(unit, part, when, int(hands) if hands else None, title, skills, "\n".join(how_to)))
    return tuple(found)


WORK = _table("""
Culinary | morning | every weekday | 4 | Lunch | cooking, knife work, timing
1. Wash your hands and tie on an apron. The menu hangs beside the fridge.
2. One person cuts, one cooks, one makes the salad, one looks at the clock.
3. The soup is hot at 11:45. Taste it together before it goes out.
Ask for the gloves when you cut onions or anything raw.

Culinary | morning | every weekday | 2 | Bread and desserts | baking, reading a recipe
1. The recipes are in the red folder; the day's is marked.
2. Weigh everything first, then mix.
3. Turn the oven on before you roll the dough: 180 degrees, 15 minutes to get there.

Culinary | morning | every weekday | 1 | Snack bar till | cash, talking with people
1. Count the float with a second person: it is 40.00. Both sign the sheet.
2. Prices hang on the inside of the door.
3. At noon count again and put the bag into the safe with a staff member.

Culinary | afternoon | every weekday | 3 | Dishes and pots | machine, team work
1. Scrape, rinse, rack. Glasses go first while the water is clean.
2. One full rack is one run: green button, 2 minutes.
3. Let everything dry in the air, then put it where the labels are.

Culinary | afternoon | every weekday | 2 | Tomorrow's menu board | writing, colour
1. Ask whoever plans lunch what there will be, with and without meat.
2. Chalk is in the drawer under the board. Write so that one can read it from the door.

Culinary | afternoon | every monday and thursday | 2 | Shopping | lists, budget
1. Take the list from the fridge door and go through the shelves with it once more.
2. Two go together; the card and the bags are with reception.
3. Keep every receipt and give them to Clerical.

Culinary | afternoon | every friday | 2 | Fridge and pantry inventory | counting, writing
1. Take the board with the inventory sheet; start at the top shelf.
2. Whatever is past its date goes out; write it down all the same.

Clerical | morning | every weekday | 2 | Phones | speaking, taking a message
1. Say: "Good morning, Harbor House, this is ... speaking."
2. Write down who called, when, the number, and for whom. Read the number back.
3. We never say over the phone who is here. Offer to pass a message on.

Clerical | morning | every weekday | 1 | Attendance figures | numbers, computer
1. Open the house's figures of yesterday and print them.
2. Compare them with the paper sheet, if somebody signed in on paper.
3. Hang the page beside the whiteboard.

Clerical | morning | every weekday | 1 | Mail | sorting, a walk
1. Fetch the mail at 10:00; the key hangs at reception.
2. Letters to a person stay closed and go into that person's tray.

Clerical | afternoon | every weekday | 3 | Newsletter | writing, pictures, layout
1. Everybody may write; articles are in the folder "This month".
2. Ask before a picture of somebody goes in, and before a name does.
3. Two people read every page aloud before it is printed.

Clerical | afternoon | every weekday | 1 | Data entry | typing, accuracy
1. The tray says what is to be typed. Finish one page before you begin another.
2. Unsure what a word says? Ask, rather than guess.

Clerical | afternoon | first monday | 2 | Figures for the board report | numbers, spreadsheet
1. Last month's report is the pattern.
2. One reads the numbers aloud, one types, then the other way round.

Clerical | afternoon | every other wednesday | 1 | Bank deposit | cash, a walk
1. Count the bags with a staff member and fill in the slip.
2. Two go together. The stamped slip goes into the blue folder.

Membership | morning | every weekday | 1 | Tour guide | speaking, hosting
1. Today's visitors are in the diary at reception.
2. Start in the kitchen, end with coffee. Tell what you like here.
3. Introduce people only when they wish to be.

Membership | morning | every weekday | 2 | Orientation of new members | listening, explaining
1. Show where coats, cups and the quiet room are.
2. Go to a unit meeting together, and to another one after lunch.
3. Nobody has to decide anything on the first day.

Membership | afternoon | every weekday | 2 | Birthday cards | writing, drawing
1. The list for next week is in the top drawer.
2. Everybody in the unit signs. Cards go out three days ahead.

Membership | afternoon | every tuesday | 1 | Welcome folders | sorting, copying
1. Ten folders shall be ready: map, week, phone numbers, a blank card.
2. Whatever runs out goes on the copying list.

Hospitality | morning | every weekday | 2 | Reception | greeting, attention
1. Stand up when somebody comes in and say good morning.
2. Help with the card and the scanner; a forgotten card is no trouble, there is the name.
3. The door stays in sight. Ask for somebody to take over before you go on a break.

Hospitality | morning | every weekday | 3 | Dining room | setting tables, team work
1. Wipe the tables, then set for fifty; water on each table.
2. Open the windows for ten minutes at 11:00.

Hospitality | morning | every wednesday | 1 | Plants | gardening
1. Feel the earth first. The cactus gets nothing.
2. Dry leaves come off; the ones by the door like to be turned.

Hospitality | afternoon | every weekday | 2 | Coffee and tea at three | serving
1. Kettles on at 14:40. Decaffeinated stands on the left, with its sign.
2. Fill the sugar and the milk, count the cups that come back.

Hospitality | afternoon | every weekday | 3 | Closing round | order, attention
1. Windows, lights, stove, taps: the list hangs beside the door.
2. Lost things go into the box at reception.

Employment & Education | morning | every weekday | 1 | Job board | reading, computer
1. Look through the three pages in the bookmarks and print what is new.
2. Take down what is older than two weeks.

Employment & Education | morning | every weekday | 2 | Computer help | patience, computer
1. Sit beside, not in front: the other person's hands do it.
2. Write down in big letters what was learned, to take home.

Employment & Education | afternoon | every weekday | 2 | Tutoring for the GED | teaching, maths, reading
1. Ask what shall be practised today.
2. The books are on the second shelf; the answers are at the back of the teacher's one.

Employment & Education | afternoon | every thursday | 2 | Employer letters | writing
1. One letter for each employer on the list; the pattern is in the folder.
2. A second person reads it before it goes out.

Reach Out | morning | every weekday | 2 | Reach-out calls | speaking, listening
1. Take the list and look how each person likes to be reached.
2. Say who you are and that we are thinking of them. No reason is asked for.
3. Write down the day. "Please don't" is an answer that we keep.

Reach Out | afternoon | every weekday | 2 | Cards to members we miss | writing, drawing
1. A card has a picture and two lines by hand, nothing printed.
2. No return name on the envelope but the street.

Reach Out | afternoon | every wednesday | 2 | Visits to members at home | listening, company
1. Call first and ask whether a visit is welcome.
2. Two go together and bring the newsletter.

Hospitality | afternoon | yesterday | 2 | Move the chairs back after the concert | lifting, team work
1. Four in a pile, no more.
2. The piano stays where it is.

Culinary | morning | today | 1 | Cake for Wanda's thirty years here | baking
1. Lemon, she says. The recipe is on the counter.
2. It comes to the table at three, with coffee.

Clerical | afternoon | today | 2 | Invitations to the holiday dinner | folding, writing
1. Fold in three, the picture outside.
2. Addresses are printed; the first names are written by hand.
""")
"""The needs lists, unit by unit; what comes once stands last."""
