"""De draad tussen ipywidgets en de pagina: cellen uitvoeren, comms doorgeven, fouten melden."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Any

import comm
import IPython
from comm.base_comm import BaseComm, CommManager
from pyodide.code import eval_code_async

from lv_kern import laat
from lv_kern.uitvoer import Stroom, Uitvoer, mimebundel

#: Stuurt een bericht (JSON) met losse bytes naar de pagina.
Stuur = Callable[[str, Sequence[bytes] | None], None]


class Kern:
    """Een kern voor alle hulpmiddelen op een pagina.

    Parameters
    ----------
    stuur : Stuur
        Functie van de worker die een bericht aan de pagina geeft.
    """

    def __init__(self, stuur: Stuur) -> None:
        self._stuur = stuur
        self.cel: str | None = None
        self._comm_id: str | None = None
        self._namen: dict[str, dict[str, Any]] = {}
        self.uitvoer = Uitvoer(self)
        self.comms = CommManager()

    def stuur(self, bericht: dict[str, Any], buffers: Sequence[bytes] | None = None) -> None:
        """Stuur een bericht naar de pagina; NaN en andere niet-JSON geeft een fout."""
        self._stuur(json.dumps(bericht, allow_nan=False), buffers)

    def bereid_voor(self, code: str) -> None:
        """Voer alleen de importregels van een cel uit, zodat de klik later niets hoeft te laden."""
        import ast

        boom = ast.parse(code)
        boom.body = [r for r in boom.body if isinstance(r, ast.Import | ast.ImportFrom)]
        # Gaat dit mis, dan meldt de echte uitvoering het.
        with contextlib.suppress(Exception):
            exec(compile(boom, "<voorbereiding>", "exec"), {"__name__": "__main__"})  # noqa: S102 (eigen cel uit het boek)

    async def voer_uit(self, cel: str, code: str) -> str | None:
        """Voer een cel uit en toon wat de laatste regel oplevert.

        Parameters
        ----------
        cel : str
            Kenmerk van de cel in de pagina. Elke cel heeft eigen namen: twee hulpmiddelen op een
            pagina kunnen elkaar niet in de weg zitten.
        code : str
            De Python van de cel.

        Returns
        -------
        str or None
            ``None`` als het gelukt is, anders het spoor van de fout.
        """
        self.cel = cel
        namen = self._namen.setdefault(cel, {"__name__": "__main__"})
        try:
            uitkomst = await eval_code_async(code, namen, filename="<hulpmiddel>")
            if uitkomst is not None:
                self.uitvoer.toon(mimebundel(uitkomst))
        except Exception as fout:  # wat er ook misgaat, de lezer krijgt een melding en een uitweg
            return "".join(traceback.format_exception(fout))
        finally:
            self.cel = None
        return None

    def bericht(self, soort: str, inhoud: str, buffers: Sequence[Any]) -> None:
        """Verwerk een comm-bericht uit de pagina.

        Parameters
        ----------
        soort : {"comm_open", "comm_msg", "comm_close"}
            Soort bericht uit het Jupyter-protocol.
        inhoud : str
            De inhoud als JSON.
        buffers : sequence
            Losse bytes die bij het bericht horen.
        """
        kern_bericht = {
            "content": json.loads(inhoud),
            "buffers": [memoryview(buffer) for buffer in buffers],
            "metadata": {"version": "2.1.0"},
        }
        if soort == "comm_open":
            self.comms.comm_open(None, None, kern_bericht)
            return
        self._comm_id = kern_bericht["content"]["comm_id"]
        lijn = self.comms.comms.get(self._comm_id)
        if lijn is None:  # het model is al gesloten; de pagina weet dat nog niet
            return
        try:
            if soort == "comm_close":
                lijn._closed = True
                self.comms.unregister_comm(lijn)
                lijn.handle_close(kern_bericht)
            else:
                lijn.handle_msg(kern_bericht)
        except Exception as fout:  # elke fout in een callback moet de lezer bereiken
            self.meld_fout(fout)
        finally:
            self._comm_id = None

    def meld_fout(self, fout: BaseException | None = None) -> None:
        """Meld een fout uit een callback aan de lezer; de pagina maakt er een zin van.

        Parameters
        ----------
        fout : BaseException, optional
            Zonder opgave de fout die nu wordt afgehandeld.
        """
        fout = fout or sys.exc_info()[1]
        if fout is None:
            return
        self.stuur(
            {
                "soort": "fout",
                "comm_id": self._comm_id,
                "kort": "".join(traceback.format_exception_only(fout)).strip(),
                "spoor": "".join(traceback.format_exception(fout)),
                "reden": _reden(fout),
            }
        )


def _reden(fout: BaseException | None) -> str | None:
    """Geef waarom een laat archief niet kwam, ook als een scherm er een eigen fout van maakte."""
    while fout is not None:
        if isinstance(fout, laat.LaatImportError):
            return fout.reden
        fout = fout.__cause__ or fout.__context__
    return None


class PaginaComm(BaseComm):
    """Een comm waarvan de andere kant in de pagina zit."""

    kern: Kern

    def publish_msg(
        self,
        msg_type: str,
        data: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
        buffers: Sequence[Any] | None = None,
        **keys: Any,
    ) -> None:
        """Stuur een bericht; ``comm`` roept dit aan."""
        self.kern.stuur(
            {
                "soort": msg_type,
                "inhoud": {"data": data or {}, "comm_id": self.comm_id, **keys},
                "meta": metadata or {},
            },
            [bytes(buffer) for buffer in buffers] if buffers else None,
        )


def begin(stuur: Stuur, wortel: str) -> Kern:
    """Zet alles klaar en geef de kern terug.

    Parameters
    ----------
    stuur : Stuur
        Functie van de worker die een bericht aan de pagina geeft.
    wortel : str
        Adres van de wortel van de site; de archieven voor later staan daaronder.

    Returns
    -------
    Kern
        De enige kern van deze worker.
    """
    laat.installeer(wortel)
    kern = Kern(stuur)
    PaginaComm.kern = kern
    comm.create_comm = PaginaComm
    comm.get_comm_manager = lambda: kern.comms
    IPython.verbind(kern.uitvoer, kern.meld_fout)
    sys.stdout = Stroom(kern.uitvoer, "stdout")
    sys.stderr = Stroom(kern.uitvoer, "stderr")
    with contextlib.suppress(RuntimeError):  # buiten een gebeurtenislus valt er niets te melden
        asyncio.get_event_loop().set_exception_handler(
            lambda _lus, wat: kern.meld_fout(wat.get("exception"))
        )
    return kern
