"""The people of the demonstration house. They are made up, from many parts of the world, as in a real house."""

Name = tuple[str, str, str]
"""First name, last name, nickname; the nickname may be empty."""


def _table(text: str) -> tuple[Name, ...]:
    names = []
    for line in text.strip().splitlines():
        first, last, nickname = (*(part.strip() for part in line.split("|")), "")[:3]
        names.append((first, last, nickname))
    return tuple(names)


STAFF = _table("""
Maria | Kowalski
Terrence | Boyd | Terry
Anjali | Deshpande
Luis | Ferreira
Hannah | Lindqvist
Samuel | Adeyemi | Sam
Grace | Nakamura
Patrick | O'Rourke | Paddy
""")

VOLUNTEERS = _table("""
Eleanor | Whitfield | Ellie
Tomasz | Wrona
""")

MEMBERS = _table("""
Rosa | Alvarez | Rosie
Ahmed | Al-Masri
Wei | Zhang | 小伟
Ingrid | Sørensen
Kwame | Boateng
Svetlana | Morozova | Света
DeShawn | Carter | Shawn
Mei-Ling | Chua
Juan Carlos | Peña | JC
Fatima | El Idrissi
Patricia | Gallagher | Pat
Tuan | Nguyễn
Olena | Shevchuk
Michael | Brandt | Mike
Aisha | Abdullahi
Giovanni | Esposito | Gio
Sunita | Rao
Robert | Whitehorse | Bob
Zofia | Nowicka
Min-jun | Seo
Carmen | Delgado
Emeka | Okonkwo
Linda | Fitzgerald
Yusuf | Yıldız
Thandiwe | Mokoena | Thandi
Björn | Halvorsen
Priya | Venkataraman
Marcus | Freeman
Anahit | Petrosyan
José | da Silva | Zé
Naomi | Rosenthal
Haruto | Ishikawa | ハル
Shanice | Baptiste
Viktor | Horváth
Leilani | Kealoha | Lei
Omar | Haddad
Beatriz | Monteiro | Bia
Walter | Dombrowski | Walt
Chiamaka | Eze
Siobhán | Ní Bhriain
Andrei | Popescu
Guadalupe | Hernández | Lupe
Dorothy | Simmons | Dot
Tariq | Mahmood
Katarzyna | Zielińska | Kasia
Hyun-woo | Bae
Marisol | Vega
Elijah | Washington | Eli
Nino | Beridze
Arjun | Malhotra
Jean-Baptiste | Toussaint | JB
Ruth | Goldfarb
Sione | Tupou
Amira | Benali | أميرة
Dimitrios | Papadakis | Jimmy
Tanya | Little Bear
Khaled | Nasser
Lucía | Fuentes
Ole | Kristiansen
Adwoa | Mensah
Raymond | Cho | Ray
Magdalena | Szabó | Magda
Tyrone | Jefferson
Ayumi | Fujimoto
Santiago | Rojas | Santi
Wanda | Polak
Ibrahim | Diallo
Chloe | Bergeron
สมชาย | วงศ์สว่าง | Chai
Erin | McAllister
Rohan | Kulkarni
Violeta | Dragomir
Nathaniel | Brooks | Nate
Xiomara | Castillo
Anneliese | Vogel | Anni
Farid | Rahimi
Makena | Wanjiru
Peter | Van der Meer
Soledad | Ibarra | Sol
Jamal | Henderson
Bao | Lê
Margaret | Sullivan | Peggy
Tevita | Fonua
Ewa | Maliszewska
Curtis | Yellowtail
Nadia | Kuznetsova
Alejandro | Quintero | Alex
Freya | Lund
Obinna | Nwosu
Theresa | Caruso | Terri
Sanjay | Bhattacharya
Louise | Tremblay
明华 | 李
Kofi | Asante
Irena | Jovanović
Howard | Stein | Howie
Paloma | Serrano
Mehmet | Demir
Jasmine | Robinson | Jazz
Vilma | Kazlauskienė
Daniel | Ocampo | Danny
Saoirse | Kavanagh
Abebe | Tesfaye
Gloria | Whitaker
Lars | Engström
Noor | Siddiqui
Raúl | Escobar
Bernadette | Leblanc | Bernie
Юрий | Ткаченко | Yuri
Keisha | Thompson
Tenzin | Dolma
Gabriel | Azevedo | Gabe
Maya | Levi
Maria | Santos
Maria | Silva
Hideo | Yamashita
Latoya | Grant
Stefan | Ilić
Winnie | Lau
अमृता | श्रीवास्तव | Amrita
""")
