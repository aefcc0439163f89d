"""What is known of names in general: sounds, titles, particles, given names.

Sources: the letters are those of the romanisations in use (BGN/PCGN, IJMES, ISO 233 and ISO 9, the
passport rules of Ukraine of 2010, Hanyu Pinyin and Wade-Giles) and of the usual spellings of the English and
French press; titles, particles and given names are general knowledge, written down for Headwater,
2026-11. None was fitted to a set of pairs.
"""

from typing import Final

#: Letters that have a sound of their own, and letters that lose it without their accent.
ACCENTED: Final = (
    "ç ch", "č ch", "ć ch", "ş sh", "š sh", "ș sh", "ś sh", "ž zh", "ż zh", "ğ gh", "ġ gh", "ḫ kh", "ḥ h", "ḏ dh", "ṯ th",
)  # fmt: skip

#: Spelling to sound, in order; a capital is one sound that English writes with two letters.
SPELLINGS: Final = (
    # compounds that are written together and apart, with every vowel there is
    (r"(?<=.)(?:ou|[aueo])(?:llah|lla)$", "ula"),  # Nasrallah, Hizbullah
    (r"(?<=.)(?:[aeiou]?dd|[aeu]ld|[eu]d)[ie]+ne?$", "udin"),  # Saadeddine, Salahuddin
    (r"^abd(?:ou|[aueo])(?:l|([dnrstz])(?=\1))?", "abdul"),  # Abdel-, Abdul-, Abdou-
    (r"of+$", "ov"),
    (r"ef+$", "ev"),
    (r"^ye", "e"),  # Yevgeny, Evgeny
    (r"^ou(?=[aeiou])", "w"),  # Ouattara
    (r"aou", "awu"),  # Daoud, Dawud
    # consonants
    (r"shch|sch", "S"),
    (r"tch|ch", "C"),
    (r"dzh|dj", "j"),
    (r"t[sz]+", "Q"),  # before "zh": Yitzhak
    (r"sh", "S"),
    (r"kh", "X"),
    (r"gh", "G"),
    (r"dh", "D"),
    (r"th", "T"),
    (r"zh", "Z"),
    (r"(?<=[CSZ])y?o(?=va?$)", "e"),  # Gorbachov, Gorbachev: one letter in Russian
    (r"ph", "f"),
    (r"ng(?![aeiouy])", "N"),
    (r"ck", "k"),
    (r"gu(?=[ei])", "g"),  # Aguila, Sergueï
    (r"qu(?=[ei])", "k"),
    (r"(?<=.)x", "ks"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    # glides
    (r"(?<=[aeou])[iy]+(?=y[aeou])", ""),  # Suwaiyda
    (r"(?<=i)y(?=[aeou])", ""),  # Ziyad
    (r"(?<=[aeou])y(?=[aeou])", "Y"),
    (r"^y", "Y"),
    (r"(?<=[ao])w(?![aeiouy])", "u"),
    (r"(?<=[^aeiouy])ih$", "eh"),  # Salih, Saleh
    (r"iy*eh$", "ia"),  # Haniyeh, Haniyya
    (r"(?<=[iye])j$", ""),  # Selenskyj
    (r"(?<=[aeiouy])h$", ""),
    (r"([^aeiouy])\1+", r"\1"),
)  # fmt: skip

#: Pairs of consonants that are one sound in another spelling, or language.
ONE_CONSONANT: Final = frozenset(
    "qk kq qg gq qG Gq gG Gg Xh hX dD Dd Dz zD tT Tt Ts sT Qz zQ wv vw".split()
)
#: Pairs that are so in one country: Gamal and Jamal, Ramadan and Ramazan. They cost 1.
NEAR_CONSONANT: Final = frozenset("gj jg dz zd SC CS jZ Zj sS Ss".split())
#: Pairs besides, where one side is in a script that writes one letter for both.
UNVOCALISED_CONSONANT: Final = frozenset(
    "bv vb pf fp pb bp sz zs gh hg wv vw kq qk gG Gg gj jg kX Xk gk kg Cj jC sS Ss SC CS".split()
)

#: A run of vowels to the vowel it stands for; "y" is the sound of "ay", "w" that of "ow".
VOWELS: Final = {
    run: sound
    for sound, runs in {
        "a": "a aa",
        "e": "e",
        "i": "i ii ee y yi iy yy ie iyi",
        "o": "o oe",
        "u": "u oo ou uu ue",
        "y": "ei ey ay ai aei aee aii eyi ayi eiy aiy",
        "w": "au aou ao auu",
        "ua": "ua oua oa uwa",
        "Y": "oi oy",
        "ia": "ia ya iya yaa iaa iyya yya",
        "iu": "iu yu iou iyu you",
        "io": "io yo iyo",
    }.items()
    for run in runs.split()
}
#: Vowels that vary freely between spellings of a name, and those that do at a cost.
ONE_VOWEL: Final = frozenset(
    map(frozenset, ("ae", "ei", "ou", "ey", "iy", "ow", "uw", ("ae", "y")))
)
NEAR_VOWEL: Final = {
    **dict.fromkeys(map(frozenset, ("ay", "aw", ("ae", "a"), ("io", "e"), ("io", "o"))), 1),
    **dict.fromkeys(map(frozenset, ("ao", ("ia", "a"), ("iu", "u"))), 2),
}

#: Articles. Those of the second line only before a hyphen and the consonant that they take after.
ARTICLES: Final = frozenset("al el ul ال".split())
SUN_ARTICLES: Final = frozenset(
    "as ash at ath ad adh an ar az es esh et ed en er ez us ush ut ud un ur uz ".split()
)
#: Particles of family names that are written or left out.
PARTICLES: Final = frozenset(
    "de del della di da do dos das du la le los las van von der den ter ten zu af av y e i".split()
)
PATRONYMIC: Final = frozenset("bin ibn ben bint bn بن ابن".split())
KUNYA: Final = frozenset("abu abou abo abi aboo umm oum um ابو".split())

#: Titles; whatever stands before one of the first kind belongs to it ("Iraqi Prime Minister").
OFFICES: Final = frozenset(
    "president minister premier secretary chancellor ambassador spokesman spokeswoman spokesperson governor senator congressman "
    "congresswoman commander lieutenant brigadier colonel admiral maj gen col lt brig capt sgt cmdr adm gov sen rep amb mr mrs ms dr prof "
    "chairman chief speaker envoy mufti undersecretary commissioner mp leader".split()
)
TITLES: Final = frozenset(
    "general major captain sergeant marshal field vice deputy prime foreign defence defense interior former ex acting crown prince "
    "princess king queen emir sultan sheikh sheik shaykh shaikh cheikh sayyed sayyid seyyed seyed sayed imam ayatollah grand hojjatoleslam "
    "haj hajj hajji haji mullah mawlawi maulana rabbi pope bishop archbishop cardinal patriarch father sir lord lady dame judge justice "
    "attorney doctor professor engineer miss mister madam monsieur mme herr frau senor senora don dona comrade hon the rear air staff of "
    "state and".split()
)
#: What tells father and son apart.
SUFFIXES: Final = {
    "jr": "junior", "junior": "junior", "sr": "senior", "senior": "senior",
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "xii": "12", "xiii": "13", "xiv": "14", "xvi": "16",
    "xxiii": "23",
}  # fmt: skip

#: One given name in two languages, or short and long.
GIVEN_TWINS: Final = tuple(
    frozenset(row.split())
    for row in """
volodymyr vladimir
oleksandr aleksandr alexander alexandr aliaksandr
oleksii oleksiy aleksei alexei aleksey alexey
serhii serhiy sergei sergey siarhei
mykola nikolai nikolay
mykhailo mikhail mikhael
dmytro dmitri dmitry dmitriy dmitrii
andrii andriy andrei andrey
yurii yuriy yuri yury
kyrylo kirill
pavlo pavel
petro pyotr petr
olena elena yelena
oleh oleg
ihor igor
yevhen yevgeny yevgeni evgeny evgeni yevgeniy
hanna anna
vasyl vasily vasili vasiliy
hryhorii hryhoriy grigory grigori
heorhii heorhiy georgy georgi
tetiana tetyana tatiana tatyana
iryna irina
maksym maksim maxim
viacheslav vyacheslav
yusuf yousef youssef
benjamin binyamin
yitzhak itzhak isaac
joe joseph
bill william
bob robert
mike michael
jim james
tom thomas
tony anthony
dick richard
dave david
chuck charles
ron ronald
ken kenneth
""".split("\n")
    if row
)
#: Given names so common that they are half of many people's names, and family names too.
COMMON_GIVEN: Final = frozenset(
    "muhammad mohammed mohammad ahmed ahmad mahmoud mahmud ali hassan hasan hussein hussain hossein ibrahim abdullah abdallah khalid omar "
    "umar yousef yusuf mustafa said saeed salim salem ismail hamid jamal karim kamal saleh salih rashid hamza reza mehdi mahdi "
    "james john william michael george thomas paul david charles joseph daniel peter martin henry simon scott ivan carlos jose juan "
    "manuel antonio luis miguel hans friedrich franz karl ernst otto werner walter hermann ludwig".split()
)

#: Words that a body's name has or leaves out without being another's.
FUNCTION_WORDS: Final = frozenset(
    "the of for and in on to at a an de del la las los el le les des du et e y i und der die das ve wa w".split()
)
GENERIC: Final = frozenset(
    "agency newspaper daily website channel organisation organization movement newspapers outlet magazine broadcaster "
    "inc ltd llc plc gmbh jsc pjsc oao ooo corp co".split()
)
#: Endings of English words that do not make another word of it.
ENDINGS: Final = (
    ("ations", "ate"), ("ation", "ate"), ("ating", "ate"), ("ative", "ate"), ("ated", "ate"), ("ence", "ense"),
    ("our", "or"), ("entre", "enter"), ("ise", "ize"), ("ies", "y"), ("s", ""),
)  # fmt: skip
