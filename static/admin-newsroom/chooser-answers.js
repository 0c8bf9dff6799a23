// What the server finds for a chooser: a page of records for some words, each asked for once.

const AFTER = 200;

export class SignedOut extends Error {}

export class Answers {
  #asked = null;
  #known = new Map();
  #timer = null;

  constructor({ dataset }) {
    this.dataset = dataset;
  }

  // What is found, when the typing rests; nothing where somebody has typed on, or gone.
  async rested(words) {
    this.leave();
    if (!this.#known.has(this.#address(words, 1))) {
      await new Promise((done) => {
        this.#timer = window.setTimeout(done, AFTER);
      });
    }
    return this.page(words, 1);
  }

  async page(words, number) {
    this.leave();
    const address = this.#address(words, number);
    if (!this.#known.has(address)) {
      this.#asked = new AbortController();
      const answer = await fetch(address, {
        headers: { Accept: "application/json" },
        signal: this.#asked.signal,
      });
      // Whoever is not signed in any more is led to where one signs in.
      if (answer.redirected || answer.status === 401) throw new SignedOut();
      if (!answer.ok) throw new Error(answer.status);
      this.#known.set(address, await answer.json());
    }
    return this.#known.get(address);
  }

  leave() {
    window.clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  // What was created or changed meanwhile is found.
  forget() {
    this.#known.clear();
  }

  #address(words, number) {
    const address = new URL(this.dataset.asks, window.location.href);
    const { appLabel, modelName, fieldName } = this.dataset;
    const asked = { app_label: appLabel, model_name: modelName, field_name: fieldName };
    for (const [name, value] of Object.entries({ ...asked, term: words, page: number })) {
      address.searchParams.set(name, value);
    }
    return address.href;
  }
}
