"""De schermen: een met ipywidgets, een met anywidget."""

import os

from proef_tools.regel import volgende


class Stil:
    def __init__(self, tekst):
        self.tekst = tekst

    def _repr_html_(self):
        return f"<p>{self.tekst}</p>"


def open_teller():
    if os.environ.get("LV_TOOLS_STIL"):
        return Stil(f"Een voorbeeld: na 0 komt {volgende(0)}.")
    import ipywidgets as w

    stand = w.HTML("<p class='stand'>0</p>")
    meer = w.Button(description="Verhoog")
    stuk = w.Button(description="Maak stuk")
    uit_knop = w.Button(description="Naar Excel")
    uitvoer = w.Output()
    staat = {"waarde": 0}

    def verhoog(_):
        staat["waarde"] = volgende(staat["waarde"])
        stand.value = f"<p class='stand'>{staat['waarde']}</p>"
        uitvoer.clear_output(wait=True)
        with uitvoer:
            print(f"verhoogd tot {staat['waarde']}")

    def maak_stuk(_):
        raise ValueError("dit is de bedoelde fout")

    def naar_excel(_):
        import io

        import xlsxwriter

        vat = io.BytesIO()
        with xlsxwriter.Workbook(vat, {"in_memory": True}) as boek:
            boek.add_worksheet().write(0, 0, staat["waarde"])
        stand.value = f"<p class='stand'>xlsx {vat.getvalue()[:2].decode()}</p>"

    meer.on_click(verhoog)
    stuk.on_click(maak_stuk)
    uit_knop.on_click(naar_excel)
    return w.VBox([stand, w.HBox([meer, stuk, uit_knop]), uitvoer])


def open_groet():
    if os.environ.get("LV_TOOLS_STIL"):
        return Stil("Een voorbeeld: dag Anna.")
    import anywidget
    import traitlets

    class Groet(anywidget.AnyWidget):
        _esm = """
        export default { render({ model, el }) {
          const veld = Object.assign(document.createElement("input"), { value: model.get("naam") });
          veld.setAttribute("aria-label", "Naam");
          const uit = Object.assign(document.createElement("output"), { className: "groet" });
          const teken = () => { uit.textContent = model.get("groet"); };
          veld.addEventListener("input", () => {
            model.set("naam", veld.value);
            model.save_changes();
          });
          model.on("change:groet", teken); teken();
          model.on("msg:custom", (m, bytes) => { uit.dataset.bytes = bytes[0].byteLength; });
          el.append(veld, uit);
        } };
        """
        naam = traitlets.Unicode("Anna").tag(sync=True)
        groet = traitlets.Unicode("").tag(sync=True)

        @traitlets.observe("naam")
        def _bij_naam(self, _wijziging):
            if self.naam == "kapot":
                raise RuntimeError("bedoelde fout in een waarnemer")
            self.groet = f"dag {self.naam}"
            self.send({"soort": "bytes"}, [self.naam.encode()])

    widget = Groet()
    widget.groet = "dag Anna"
    return widget
