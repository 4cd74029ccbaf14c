"""What brings a visitor, in the words in which it is asked at the kiosk and at the desk."""

from clubhouse.visitors import Purpose
from screens.words import N_

PURPOSES = {
    Purpose.TOUR: N_("To see the house: a tour"),
    Purpose.GUEST: N_("To visit somebody"),
    Purpose.MEETING: N_("A meeting"),
    Purpose.DELIVERY: N_("Work on the house, or a delivery"),
    Purpose.OTHER: N_("Something else"),
}
"""In the order in which they are asked."""
