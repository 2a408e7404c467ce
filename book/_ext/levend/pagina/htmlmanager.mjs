/** html-manager van Jupyter: voor alle widgets die geen anywidget zijn. Komt alleen als dat nodig is. */
import * as amd from "./amd.mjs";
import { StartFout, waaromNiet } from "./startfout.mjs";

const BASIS = "@jupyter-widgets/base";

/**
 * Laad html-manager en maak er een beheer mee.
 *
 * @param {object} lading adressen; zie lading.py
 * @param {import("./lijnen.mjs").Lijnen} lijnen
 * @param {(basis: object) => object} anywidget maakt de soorten van anywidget
 */
export async function maakHtmlManager(lading, lijnen, anywidget) {
  bereidMathJaxVoor();
  try {
    await amd.laad(lading.widgets, "html-manager");
  } catch (fout) {
    throw await waaromNiet([lading.widgets], new StartFout("netwerk", String(fout)));
  }
  const { HTMLManager } = amd.geef("@jupyter-widgets/html-manager");
  const soorten = anywidget(amd.geef(BASIS)); // een keer: model en weergave moeten elkaar kennen
  const loader = async (naam) => (naam === "anywidget" ? soorten : amd.geef(naam));

  return new (class extends HTMLManager {
    constructor() {
      super({ loader });
    }

    /** Aangeroepen door html-manager als de pagina een model maakt. */
    async _create_comm(doel, id, data, _meta, buffers) {
      const lijn = lijnen.maak(id, doel);
      lijn.open(data, undefined, undefined, buffers);
      return lijn;
    }

    /** Zie Beheer. */
    async plekVan(modelId) {
      if (!modelId || !this.has_model(modelId)) return undefined;
      const { views } = await this.get_model(modelId);
      const eerste = await Object.values(views ?? {})[0];
      return eerste?.el;
    }

    /** Zie Beheer. */
    async toonWidget(modelId, plek) {
      const model = await this.get_model(modelId);
      await this.display_view(this.create_view(model), plek);
    }
  })();
}

/** html-manager kent alleen MathJax 2; staat er een nieuwere op de pagina, vertaal dan. */
function bereidMathJaxVoor() {
  const { MathJax } = window;
  if (MathJax?.typesetPromise && !MathJax.Hub) {
    MathJax.Hub = { Queue: ([, , plek]) => MathJax.typesetPromise([plek].flat()) };
  }
}
