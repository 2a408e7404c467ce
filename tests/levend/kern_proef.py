"""Draait in Pyodide; zie kern_in_node.mjs."""

import asyncio
import gc
import json
import sys

import ipywidgets as w
import traitlets
from IPython.display import HTML, clear_output, display


async def proef(kern, berichten):
    """Speel de pagina: stuur wat zij stuurt en bekijk wat zij krijgt."""

    def na(doe):
        """Geef de berichten die ``doe`` opleverde."""
        vooraf = len(berichten())
        doe()
        return berichten()[vooraf:]

    def klik(knop):
        stuur(knop, {"method": "custom", "content": {"event": "click"}})

    def stuur(widget, gegevens):
        kern.bericht("comm_msg", json.dumps({"comm_id": widget.model_id, "data": gegevens}), [])

    # 1. Een cel toont haar laatste waarde, en cellen hebben elk hun eigen namen.
    await kern.voer_uit("a", "x = 1\n'laatste'")
    assert berichten()[-1] == {
        "soort": "toon",
        "cel": "a",
        "gegevens": {"text/plain": "'laatste'"},
        "bytes": [],
    }
    spoor = await kern.voer_uit("b", "x")
    assert "NameError" in spoor, "cel b kent de namen van cel a niet"
    await kern.voer_uit(
        "c", "from IPython.display import HTML, display\ndisplay(HTML('<b>dag</b>'))"
    )
    assert berichten()[-1]["gegevens"] == {"text/html": "<b>dag</b>"}

    # 2. Een widget opent een comm en luistert naar de pagina.
    schuif = w.IntSlider(value=3)
    geopend = [b for b in berichten() if b["soort"] == "comm_open"]
    assert schuif.model_id in [b["inhoud"]["comm_id"] for b in geopend]
    stuur(schuif, {"method": "update", "state": {"value": 7}, "buffer_paths": []})
    assert schuif.value == 7

    # 3. De Output-widget vangt op, ook genest, en wist pas als er nieuwe uitvoer is.
    buiten, binnen = w.Output(), w.Output()
    with buiten:
        print("een")
        with binnen:
            display(HTML("<i>twee</i>"))
        print("drie")
    assert [u.get("text") for u in buiten.outputs if u.get("text", "").strip()] == ["een", "drie"]
    assert binnen.outputs[0]["data"] == {"text/html": "<i>twee</i>"}
    binnen.clear_output(wait=True)
    assert binnen.outputs, "met wait blijft het oude staan tot er iets nieuws is"
    with binnen:
        print("nieuw")
    assert binnen.outputs[0]["text"] == "nieuw"
    with binnen:
        clear_output()
    assert binnen.outputs == ()
    binnen.append_display_data(HTML("<u>erbij</u>"))
    assert binnen.outputs[0]["data"] == {"text/html": "<u>erbij</u>"}

    # 4. Elke fout in een callback komt bij de lezer, met de plek waar zij ontstond.
    knop = w.Button()
    knop.on_click(lambda _: 1 / 0)
    (melding,) = [b for b in na(lambda: klik(knop)) if b["soort"] == "fout"]
    assert melding["comm_id"] == knop.model_id
    assert melding["kort"].startswith("ZeroDivisionError")
    assert "Traceback" in melding["spoor"]

    schuif.observe(lambda _: {}["weg"], names="value")
    naar_acht = {"method": "update", "state": {"value": 8}, "buffer_paths": []}
    (melding,) = [b for b in na(lambda: stuur(schuif, naar_acht)) if b["soort"] == "fout"]
    assert melding["kort"].startswith("KeyError")
    assert schuif.value == 8, "wat de lezer invulde, blijft staan"

    def fout_in_output():
        with binnen:
            raise ValueError("binnen")

    assert [b["kort"] for b in na(fout_in_output)] == ["ValueError: binnen"]

    async def later():
        raise LookupError("taak")

    vooraf = len(berichten())
    taak = asyncio.ensure_future(later())
    await asyncio.sleep(0.05)

    del taak  # pas als niemand hem meer vasthoudt, meldt asyncio de fout
    gc.collect()
    await asyncio.sleep(0.05)
    assert any(b.get("kort", "").startswith("LookupError") for b in berichten()[vooraf:])

    # 5. Bytes gaan heen en terug.
    class MetBytes(w.Widget):
        inhoud = traitlets.Bytes(b"").tag(sync=True)

    model = MetBytes()
    (bericht,) = na(lambda: setattr(model, "inhoud", bytes([1, 2, 255])))
    assert bericht["bytes"] == [[1, 2, 255]]
    assert bericht["inhoud"]["data"]["buffer_paths"] == [["inhoud"]]

    # 6. Wat geen JSON is, geeft een fout in plaats van een stille stilstand.
    try:
        kern.stuur({"waarde": float("nan")})
    except ValueError:
        pass
    else:
        raise AssertionError("NaN werd gestuurd")

    # 7. Een gesloten model is weg; een laat bericht daarvoor is geen fout.
    schuif_id = schuif.model_id
    kern.bericht("comm_close", json.dumps({"comm_id": schuif_id, "data": {}}), [])
    assert (
        na(lambda: kern.bericht("comm_msg", json.dumps({"comm_id": schuif_id, "data": {}}), []))
        == []
    )

    # 8. Er is geen zwaar pakket meegekomen, en het late archief is niet nodig geweest.
    assert not {"IPython.core.magic", "pandas", "numpy", "plotly", "xlsxwriter"} & set(sys.modules)
    assert not [pad for pad in sys.path if "laat-" in pad]
