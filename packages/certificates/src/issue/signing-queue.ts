import { SigningError } from '@tiemchung/core'
import type { Signer } from '@tiemchung/core/crypto'
import { issueErrors } from '../errors/issue-errors.js'
import { systemSleep } from '../world.js'

interface Waiting {
  readonly data: Uint8Array
  readonly resolve: (signature: Uint8Array) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Gathers what is to be signed into batches: full ones at once, the rest as soon as nothing more comes.
 * A signer is asked for one batch at a time, and not again once it has failed: it may be a person who said no.
 */
export class SigningQueue {
  readonly #signer: Signer
  readonly #most: number
  #waiting: Waiting[] = []
  #last: Promise<void> = Promise.resolve()
  #awake = false
  #failure: { readonly cause: unknown } | undefined

  constructor(signer: Signer, most: number) {
    this.#signer = signer
    this.#most = most >= 1 ? most : 1
  }

  /** The signature of one of a batch; it rejects as the signer does. */
  sign(data: Uint8Array): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ data, resolve, reject })
      if (this.#waiting.length >= this.#most) this.#flush()
      else this.#flushLater()
    })
  }

  #flushLater(): void {
    if (this.#awake) return
    this.#awake = true
    const flush = () => {
      this.#awake = false
      if (this.#waiting.length > 0) this.#flush()
    }
    systemSleep(0).then(flush, flush)
  }

  #flush(): void {
    const batch = this.#waiting
    this.#waiting = []
    this.#last = this.#last.then(() => this.#signAll(batch))
  }

  async #signAll(batch: readonly Waiting[]): Promise<void> {
    try {
      if (this.#failure !== undefined) throw this.#failure.cause
      const signatures = await this.#ask(batch.map(({ data }) => data))
      if (signatures.length !== batch.length) {
        throw new SigningError(issueErrors, 'certificate-issue.signature-count')
      }
      for (const [index, { resolve }] of batch.entries()) resolve(signatures[index] as Uint8Array)
    } catch (caught) {
      this.#failure = { cause: caught }
      for (const { reject } of batch) reject(caught)
    }
  }

  async #ask(data: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
    if (this.#signer.signMany !== undefined) return this.#signer.signMany(data)
    const signatures: Uint8Array[] = []
    for (const one of data) signatures.push(await this.#signer.sign(one))
    return signatures
  }
}
