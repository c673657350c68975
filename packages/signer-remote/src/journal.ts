/** What is written down of a call before and after it reaches the provider. Nothing of it is secret. */
export interface RequestEntry {
  /** SHA-256 over the digests that are to be signed, in hex: the same request is for the same data. */
  readonly digest: string
  /** The provider's id of the transaction, once it is known. */
  readonly transaction?: string
}

/**
 * Remembers what went out under which request id, so that a process that starts again neither asks twice
 * nor takes one set of data for another. An entry can go when its signatures are safe.
 */
export interface RequestJournal {
  read(request: string): Promise<RequestEntry | undefined>
  write(request: string, entry: RequestEntry): Promise<void>
  forget(request: string): Promise<void>
}

/** The most that the journal in memory holds; the oldest go first. */
const most = 10_000

/** A journal that ends with the process. */
export function memoryJournal(): RequestJournal {
  const entries = new Map<string, RequestEntry>()
  return {
    read: (request) => Promise.resolve(entries.get(request)),
    write: (request, entry) => {
      entries.set(request, entry)
      const [oldest] = entries.keys()
      if (entries.size > most && oldest !== undefined) entries.delete(oldest)
      return Promise.resolve()
    },
    forget: (request) => {
      entries.delete(request)
      return Promise.resolve()
    },
  }
}
