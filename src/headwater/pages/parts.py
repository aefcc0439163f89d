"""The folders in which browsers put scripts and pictures of a page that they save whole."""

from collections.abc import Iterable

_PAGE_ENDINGS = (".html", ".htm", ".xhtml")
#: What such a folder is called beside "PAGE.html", in the languages in which browsers speak; from
#: "Connected files" of Windows (Microsoft Learn, "Managing the file system").
_PARTS_ENDINGS = (
    "_files", ".files", "-Dateien", "_archivos", "_fichiers", "_bestanden", "_file", "-filer",
    "_filer", ".filer", "_ficheiros", "_arquivos", "_dosyalar", "_pliki", "_soubory",
    "-tiedostot", "_tiedostot", "_elemei", "_fajlovi", "_datoteke", "_fitxers", "_bylos",
    "_failid", "_fails", "_fitxategiak",
)  # fmt: skip


def folders_of_parts(paths: Iterable[str]) -> frozenset[str]:
    """Give the folders that hold no pages but parts of one: ``a/Page_files`` beside ``a/Page.html``.

    Args:
        paths: The files that are there, beside other things.
    """
    stems = {path.rpartition(".")[0] for path in paths if path.lower().endswith(_PAGE_ENDINGS)}
    return frozenset(stem + ending for stem in stems for ending in _PARTS_ENDINGS)
