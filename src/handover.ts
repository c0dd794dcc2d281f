/** Hands values from one who makes them to one who takes them: who gives waits until the taker wants the next. */
export class Handover<T> implements AsyncIterable<T> {
  #offered: { value: T } | undefined;
  #taken: () => void = () => {};
  #wake: () => void = () => {};
  #over = false;

  give(value: T): Promise<void> {
    if (this.#over) return Promise.resolve();
    return new Promise((resolve) => {
      this.#offered = { value };
      this.#taken = resolve;
      this.#wake();
    });
  }

  /** Nothing more is given, or nothing more is taken. */
  end(): void {
    this.#over = true;
    this.#taken();
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, void> {
    for (;;) {
      const offered = this.#offered;
      if (offered) {
        this.#offered = undefined;
        yield offered.value;
        this.#taken();
      } else if (this.#over) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
