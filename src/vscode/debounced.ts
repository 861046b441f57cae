/** Calls once nothing has asked for it for some milliseconds, with what was asked last. */
export class Debounced<Arguments extends unknown[] = []> {
  readonly #delay: number;
  readonly #call: (...last: Arguments) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(delay: number, call: (...last: Arguments) => void) {
    this.#delay = delay;
    this.#call = call;
  }

  ask(...last: Arguments): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#call(...last);
    }, this.#delay);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
