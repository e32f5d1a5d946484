"""Drafts, spam and trash by the names of folders, labels and files, in many languages."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.sources.mail_folders import has_unwanted, is_deleted, is_sent, is_unwanted

DRAFTS = {
    "en": "Drafts", "de": "Entwürfe", "fr": "Brouillons", "es": "Borradores", "it": "Bozze",
    "pt": "Rascunhos", "nl": "Concepten", "sv": "Utkast", "da": "Kladder", "no": "Utkast",
    "fi": "Luonnokset", "pl": "Wersje robocze", "cs": "Koncepty", "sk": "Rozpísané",
    "ru": "Черновики", "uk": "Чернетки", "tr": "Taslaklar", "ja": "下書き", "zh": "草稿箱",
    "zh-TW": "草稿", "ko": "임시보관함", "hu": "Piszkozatok", "ro": "Mesaje nefinalizate",
    "el": "Πρόχειρα", "he": "טיוטות", "ar": "المسودات", "vi": "Thư nháp", "id": "Draf",
}  # fmt: skip
SPAM = {
    "en": "Junk Email", "de": "Junk-E-Mail", "fr": "Courrier indésirable", "es": "Correo no deseado",
    "it": "Posta indesiderata", "pt": "Lixo Eletrônico", "nl": "Ongewenste e-mail",
    "sv": "Skräppost", "da": "Uønsket mail", "no": "Søppelpost", "fi": "Roskaposti",
    "pl": "Wiadomości-śmieci", "cs": "Nevyžádaná pošta", "sk": "Nevyžiadaná pošta",
    "ru": "Нежелательная почта", "uk": "Спам", "tr": "Önemsiz E-posta", "ja": "迷惑メール",
    "zh": "垃圾邮件", "zh-TW": "垃圾郵件", "ko": "스팸함", "hu": "Levélszemét", "el": "Ανεπιθύμητα",
}  # fmt: skip
TRASH = {
    "en": "Deleted Items", "en-GB": "Bin", "de": "Papierkorb", "de-o": "Gelöschte Elemente",
    "fr": "Corbeille", "fr-o": "Éléments supprimés", "es": "Papelera", "it": "Cestino",
    "it-o": "Posta eliminata", "pt": "Lixeira", "pt-o": "Itens Excluídos", "nl": "Prullenbak",
    "nl-o": "Verwijderde items", "sv": "Papperskorgen", "sv-o": "Borttaget", "da": "Papirkurv",
    "no": "Papirkurv", "no-o": "Slettede elementer", "fi": "Roskakori", "fi-o": "Poistetut",
    "pl": "Kosz", "pl-o": "Elementy usunięte", "cs": "Koš", "sk": "Kôš", "ru": "Корзина",
    "ru-o": "Удаленные", "uk": "Кошик", "tr": "Çöp Kutusu", "ja": "ゴミ箱", "zh": "已删除邮件",
    "zh-TW": "垃圾桶", "ko": "휴지통", "hu": "Kuka", "ro": "Coș de gunoi", "el": "Κάδος",
}  # fmt: skip
SENT = {
    "en": "Sent Items", "de": "Gesendete Elemente", "fr": "Messages envoyés", "es": "Enviados",
    "it": "Posta inviata", "pt": "Itens Enviados", "nl": "Verzonden items", "sv": "Skickat",
    "da": "Sendt post", "no": "Sendte elementer", "fi": "Lähetetyt", "pl": "Wysłane",
    "cs": "Odeslaná pošta", "sk": "Odoslané", "ru": "Отправленные", "tr": "Gönderilmiş Öğeler",
    "ja": "送信済みアイテム", "zh": "已发送邮件", "ko": "보낸편지함", "hu": "Elküldött elemek",
}  # fmt: skip
NAMES = [*DRAFTS.values(), *SPAM.values(), *TRASH.values()]


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_a_file_or_a_label_of_that_name_is_unwanted(name: str) -> None:
    assert is_unwanted(f"mail/{name}.mbox", alone=False)
    assert is_unwanted(f"takeout.zip/Takeout/Mail/{name.upper()}-002.mbox", alone=False)
    assert is_unwanted(f"Mail/.INBOX.{name}/cur/17.M1.host:2,S", alone=True)
    assert is_unwanted(f"export/{name}.mbox/mbox", alone=False)
    assert is_unwanted(f"ImapMail/host/{name}.sbd/2024", alone=False)
    assert is_unwanted(f"mail/{name}/7.eml", alone=True)
    assert has_unwanted(f"Inbox,{name}")


@pytest.mark.parametrize("name", ["Inbox", "Posteingang", "Archive", "Sent", "Trash talk", "Work"])
def test_other_folders_are_not(name: str) -> None:
    assert not is_unwanted(f"mail/{name}.mbox", alone=False)
    assert not has_unwanted(name)


def test_the_subject_of_a_mail_is_no_folder() -> None:
    assert not is_unwanted("mail/Drafts.eml", alone=True)
    assert not is_unwanted("All mail Including Spam and Trash.mbox", alone=False)


@pytest.mark.parametrize(
    "path", [".Entw&APw-rfe/cur/1", ".INBOX.Gel&APY-schte Elemente/cur/1", "&BCcENQRABD0EPgQyBDgEOgQ4-/1.eml"]
)  # fmt: skip
def test_names_in_the_code_of_imap_are_read(path: str) -> None:
    assert is_unwanted(path, alone=True)


@pytest.mark.parametrize("path", ["Mail/R&D/1.eml", "Mail/A&-B/1.eml", "Mail/&AA-/1.eml"])
def test_other_signs_and_are_left(path: str) -> None:
    assert not is_unwanted(path, alone=True)


@pytest.mark.parametrize("name", SENT.values())
def test_what_was_sent_is_known_by_its_folder(name: str) -> None:
    assert is_sent(f"Mail/{name}.mbox")
    assert not is_unwanted(f"Mail/{name}.mbox", alone=False)


@pytest.mark.parametrize(
    ("name", "deleted"),
    [("1:2,T", True), ("1:2,DS", True), ("1;2,RST", True), ("1!2,S", False), ("1:2,", False), ("Dr", False)],
)  # fmt: skip
def test_flags_of_a_maildir_are_read(name: str, deleted: bool) -> None:
    assert deleted == is_deleted(name)


PROGRAMS = [
    line.split("|")
    for line in (Path(__file__).parent.parent / "data" / "folders.txt")
    .read_text("utf-8")
    .split("\n")
    if line
]
"""Program and language, and what it calls the folders of drafts, spam, trash and sent mail."""


@pytest.mark.parametrize(("program", "drafts", "spam", "trash", "sent"), PROGRAMS)
def test_the_folders_of_each_program_are_known_as_files_and_labels(
    program: str, drafts: str, spam: str, trash: str, sent: str
) -> None:
    files = {name: is_unwanted(f"{program}/{name}.mbox", alone=False)
             for name in (drafts, spam, trash, sent)}  # fmt: skip

    assert {drafts: True, spam: True, trash: True, sent: False} == files
    assert all(has_unwanted(f"Foo,{name}") for name in (drafts, spam, trash))
    assert is_sent(sent)
    assert not has_unwanted(sent)


@pytest.mark.parametrize("name", ["[Gmail]_Spam", "[Google Mail] Trash", "Gmail.Drafts"])
def test_gmail_before_the_name_of_a_folder_says_nothing(name: str) -> None:
    assert is_unwanted(f"{name}.mbox", alone=False)
