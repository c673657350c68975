/** The documents of a corpus under their names, each name once. */
export class Documents {
  readonly #all = new Map<string, Uint8Array>()

  /** Keeps a document and gives its name. */
  add(name: string, der: Uint8Array): string {
    if (this.#all.has(name)) throw new Error(`two documents called ${name}`)
    this.#all.set(name, der)
    return name
  }

  /** Keeps some documents, each under its key. */
  addAll(documents: Readonly<Record<string, Uint8Array>>): void {
    for (const [name, der] of Object.entries(documents)) this.add(name, der)
  }

  entries(): readonly (readonly [string, Uint8Array])[] {
    return [...this.#all]
  }
}
