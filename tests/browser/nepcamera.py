"""Een film voor de nepcamera van Chromium: codes die een voor een in beeld komen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lv_tools.schermdelen.adres import qr_rows

BREED, HOOG = 320, 240
#: Zoveel beelden per seconde, en zoveel per code.
PER_SECONDE, PER_CODE = 10, 12


def film(codes: Iterable[str], plek: Path) -> Path:
    """Schrijf een film (y4m) waarin elke code even stil in beeld is."""
    kop = f"YUV4MPEG2 W{BREED} H{HOOG} F{PER_SECONDE}:1 Ip A1:1 C420jpeg\n".encode()
    kleur = bytes([128]) * (BREED * HOOG // 2)
    with plek.open("wb") as uit:
        uit.write(kop)
        for code in codes:
            beeld = b"FRAME\n" + b"".join(_rows(code)) + kleur
            uit.write(beeld * PER_CODE)
    return plek


def _rows(code: str) -> Iterator[bytes]:
    rijen = qr_rows(code)
    vakje = HOOG // (len(rijen) + 8)
    maat = len(rijen) * vakje
    links, boven = (BREED - maat) // 2, (HOOG - maat) // 2
    for y in range(HOOG):
        rij = (y - boven) // vakje
        regel = bytearray([230]) * BREED
        if boven <= y < boven + maat:
            for x, teken in enumerate(rijen[rij]):
                if teken == "1":
                    regel[links + x * vakje : links + (x + 1) * vakje] = bytes([25]) * vakje
        yield bytes(regel)


def arguments(plek: Path) -> list[str]:
    """Geef de argumenten waarmee Chromium deze film als camera neemt."""
    return [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={plek}",
    ]
