/** A value that is made when it is first asked for, and again after `reset` or a failure. */
export class Lazy<T> {
  readonly #make: () => Promise<T>;
  #promise: Promise<T> | undefined;

  constructor(make: () => Promise<T>) {
    this.#make = make;
  }

  get(): Promise<T> {
    this.#promise ??= this.#kept(this.#make());
    return this.#promise;
  }

  reset(): void {
    this.#promise = undefined;
  }

  /** Changes the value if there is one; whoever asks from now on waits for the change. */
  update(change: (value: T) => Promise<T>): void {
    if (this.#promise) this.#promise = this.#kept(this.#promise.then(change));
  }

  /** What failed is not kept: the next to ask tries again. */
  #kept(promise: Promise<T>): Promise<T> {
    promise.catch(() => {
      if (this.#promise === promise) this.#promise = undefined;
    });
    return promise;
  }
}
