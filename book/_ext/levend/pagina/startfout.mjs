/** Een start die niet lukt; `reden` is een sleutel van TEKST.fout. */
export class StartFout extends Error {
  /**
   * @param {string} reden
   * @param {string} [technisch] wat er precies gebeurde, voor wie het wil melden
   */
  constructor(reden, technisch = "") {
    super(technisch || reden);
    this.reden = reden;
  }
}
