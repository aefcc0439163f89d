import subprocess
import sys

import pytest

from headwater.language.detect import detect_language

_SENTENCES = [
    ("en", "The minister denied on Tuesday that any talks had been held in secret."),
    ("ar", "وصل وفد إلى العاصمة لبحث ملف الحدود مع المسؤولين."),
    ("fa", "یک هیئت برای گفتگو درباره مرزها وارد پایتخت شد."),
    ("ru", "Делегация прибыла в столицу, чтобы обсудить вопрос о границе."),
    ("uk", "Делегація прибула до столиці, щоб обговорити питання кордону."),
    ("es", "Una delegación llegó a la capital para hablar de la frontera."),
    ("fr", "Une délégation est arrivée dans la capitale pour discuter de la frontière."),
    ("de", "Eine Delegation traf in der Hauptstadt ein, um über die Grenze zu sprechen."),
    ("tr", "Bir heyet sınır meselesini görüşmek üzere başkente geldi."),
    ("he", "משלחת הגיעה לבירה כדי לדון בנושא הגבול."),
    ("zh", "一个代表团抵达首都,与官员讨论边界问题。"),
    ("ku", "شاندێک گەیشتە هەولێر بۆ گفتوگۆ لەسەر سنوور."),
    ("ur", "وزیر نے رپورٹ کی تردید کی اور کہا کہ مذاکرات جاری رہیں گے۔"),
    ("pt", "As negociações fracassaram na terça-feira, disse o ministro."),
    ("it", "I colloqui sono falliti martedì, ha detto il ministro."),
]


@pytest.mark.parametrize(("language", "sentence"), _SENTENCES)
def test_a_sentence_is_enough(language, sentence):
    """One sentence of ordinary news tells its language."""
    assert detect_language(sentence) == language


@pytest.mark.parametrize(
    "sentence",
    [
        "Volodymyr Zelenskyy told Süddeutsche Zeitung that Kharkiv, Zaporizhzhia and Mykolaiv were shelled.",
        "Recep Tayyip Erdoğan, Hakan Fidan and Yaşar Güler travelled to Diyarbakır with a delegation of the Cumhuriyet Halk Partisi.",
        "Kata'ib Hezbollah, Harakat al-Nujaba and Asa'ib Ahl al-Haq await orders from Tehran, Asharq Al-Awsat reported.",
        "Abdul-Malik al-Houthi, Hassan Nasrallah and Qais al-Khazali have not commented.",
    ],
)
def test_foreign_names_do_not_make_english_foreign(sentence):
    """English news full of foreign names is English."""
    assert detect_language(sentence) == "en"


def test_a_german_sentence_may_have_many_capitals():
    """Leaving out capitals does not hide a language that gives them to all its nouns."""
    assert (
        detect_language("Bundeskanzlerin und Präsident sprachen gestern in Paris über Europa")
        == "de"
    )


@pytest.mark.parametrize(
    "text", ["", "  \n", "123", "12:30 – 14:00", "BBC", "<>", "Muqtada al-Sadr"]
)
def test_too_little_text_has_no_language(text):
    """Where there is too little to tell, there is no answer, not a guess."""
    assert detect_language(text) is None


def test_a_quote_in_another_language_does_not_turn_an_article():
    """An English article with one foreign sentence in it is English."""
    english = "The crowd gathered in the square and waited for the speaker to arrive. " * 4
    assert detect_language(english + "¡El pueblo unido jamás será vencido!") == "en"


def test_importing_loads_nothing_heavy():
    """The module can be imported without numpy and the detector."""
    code = "import sys, headwater.language.detect; sys.exit(bool({'numpy', 'py3langid'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
