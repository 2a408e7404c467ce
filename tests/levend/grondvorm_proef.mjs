// Het model waarop anywidget voortbouwt, zonder browser. node grondvorm_proef.mjs GRONDVORM.mjs
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const { Model } = await import(pathToFileURL(process.argv[2]));

function maak(staat = {}) {
  const verzonden = [];
  const lijn = {
    comm_id: "m1",
    on_msg: (doe) => (lijn.bijBericht = doe),
    on_close: (doe) => (lijn.bijSluiten = doe),
    send: (data, terugroep, _meta, buffers) => verzonden.push({ data, terugroep, buffers }),
  };
  return { model: new Model(lijn, staat, {}), lijn, verzonden };
}

{ // Een wijziging is een gebeurtenis, ook binnen een lijst; gelijk blijven niet.
  const { model } = maak({ a: 1, lijst: [1, { b: 2 }] });
  const gehoord = [];
  model.on("change:a change:lijst", (_model, waarde) => gehoord.push(waarde));
  model.on("change", () => gehoord.push("iets"));
  model.set("a", 1);
  model.set({ lijst: [1, { b: 2 }] });
  assert.deepEqual(gehoord, []);
  model.set({ a: 2, lijst: [1, { b: 3 }] });
  assert.deepEqual(gehoord, [2, [1, { b: 3 }], "iets"]);
  assert.equal(model.get("a"), 2);
}

{ // Luisteraars gaan weg op naam, op functie of op eigenaar; `once` hoort het een keer.
  const { model } = maak();
  const gehoord = [];
  const [een, twee, van] = [() => gehoord.push(1), () => gehoord.push(2), {}];
  model.on("x", een).on("x", twee).on("x", () => gehoord.push(3), van).once("x", () => gehoord.push(4));
  model.trigger("x");
  model.off("x", een);
  model.trigger("x");
  model.off(null, null, van);
  model.trigger("x");
  model.off("x");
  model.trigger("x");
  assert.deepEqual(gehoord, [1, 2, 3, 4, 2, 3, 2]);
}

{ // Is Python nog bezig, dan gaat alles daarna in een keer; wat Python zelf stuurt gaat niet terug.
  const { model, lijn, verzonden } = maak({ a: 0, b: 0 });
  model.save_changes();
  assert.equal(verzonden.length, 0);
  model.set("a", 1);
  model.save_changes();
  model.set("a", 2);
  model.save_changes();
  model.set("b", 3);
  model.save_changes();
  await lijn.bijBericht({ content: { data: { method: "update", state: { c: 9 } } }, buffers: [] });
  assert.deepEqual(verzonden.map(({ data }) => data.state), [{ a: 1 }]);
  verzonden[0].terugroep.iopub.status();
  verzonden[1].terugroep.iopub.status();
  assert.deepEqual(verzonden.map(({ data }) => data.state), [{ a: 1 }, { a: 2, b: 3 }]);
  assert.equal(model.get("c"), 9);
}

{ // Bytes reizen naast de JSON, heen en terug.
  const { model, lijn, verzonden } = maak({ foto: null });
  model.set("foto", { rij: [new Uint8Array([1, 2]), "naam"] });
  model.save_changes();
  assert.deepEqual(verzonden[0].data.state, { foto: { rij: [null, "naam"] } });
  assert.deepEqual(verzonden[0].data.buffer_paths, [["foto", "rij", 0]]);
  assert.deepEqual(verzonden[0].buffers, [new Uint8Array([1, 2])]);
  const bytes = new DataView(new ArrayBuffer(3));
  const data = { method: "update", state: { foto: { rij: [null] } }, buffer_paths: [["foto", "rij", 0]] };
  await lijn.bijBericht({ content: { data }, buffers: [bytes] });
  assert.equal(model.get("foto").rij[0], bytes);
}

{ // Een eigen bericht komt aan met zijn bytes; sluiten haalt de weergaven weg.
  const { model, lijn, verzonden } = maak();
  const gehoord = [];
  model.on("msg:custom", (inhoud, buffers) => gehoord.push(inhoud, buffers.length));
  await lijn.bijBericht({ content: { data: { method: "custom", content: "dag" } }, buffers: [1] });
  assert.deepEqual(gehoord, ["dag", 1]);
  model.send({ soort: "x" }, undefined, [new ArrayBuffer(1)]);
  assert.deepEqual(verzonden[0].data, { method: "custom", content: { soort: "x" } });
  model.weergaven.add({ remove: () => gehoord.push("weg") });
  model.on("destroy", () => gehoord.push("einde"));
  lijn.bijSluiten();
  assert.deepEqual(gehoord.slice(2), ["einde", "weg"]);
}
console.log("GOED");
