/**
 * The sound documents that fuzzing of revocation and of timestamps starts from, and what each of them comes to.
 * They are kept in `corpus-x509.json` for the same reason as those of `corpus.ts`, and apart from them, so
 * that no case of another run changes with them. Made by `make-corpus-x509.ts`; the keys were TEST keys and
 * are gone.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromBase64 } from '@tiemchung/core'

type Verdict = 'valid' | 'invalid' | 'indeterminate'

/** A certificate, and the lists and answers that tell its status. Texts are names of documents. */
export interface Situation {
  readonly name: string
  readonly at: string
  readonly leaf: string
  readonly intermediates: readonly string[]
  readonly anchor: string
  readonly crls: readonly string[]
  readonly ocsp: readonly string[]
  readonly expected: Verdict
  /** Those of the sources without which the verdict is `valid` though it is not with them. */
  readonly withheld: readonly string[]
}

/** A question to a responder, and its answer. */
export interface Question {
  readonly name: string
  readonly at: string
  readonly certificate: string
  readonly issuer: string
  readonly response: string
  /** In Base64: the nonce that was sent. */
  readonly nonce?: string
  readonly expected: 'good' | 'revoked' | 'unknown'
}

/** A token, what it is said to stamp, and whose word it is. */
export interface Stamp {
  readonly name: string
  readonly token: string
  /** The response that brought it, where there is one. */
  readonly response?: string
  readonly message: string
  readonly intermediates: readonly string[]
  readonly anchor: string
  /** Lists on the authority's certificates; absent: revocation is not asked for. */
  readonly crls?: readonly string[]
  readonly nonce?: string
  readonly expected: Verdict
  /** The time that it states. */
  readonly time: string
}

/** Documents are in Base64. */
export interface X509Corpus {
  readonly documents: Readonly<Record<string, string>>
  readonly situations: readonly Situation[]
  readonly questions: readonly Question[]
  readonly stamps: readonly Stamp[]
}

/** The corpus, ready for use. */
export interface OpenX509Corpus extends Omit<X509Corpus, 'documents'> {
  readonly documents: ReadonlyMap<string, Uint8Array>
  /** A document by its name. */
  readonly bytes: (name: string) => Uint8Array
}

/** Reads the corpus. */
export function x509Corpus(): OpenX509Corpus {
  const text = readFileSync(join(import.meta.dirname, 'corpus-x509.json'), 'utf8')
  const { documents: kept, ...rest } = JSON.parse(text) as X509Corpus
  const documents = new Map(Object.entries(kept).map(([name, text]) => [name, fromBase64(text)]))
  const bytes = (name: string) => {
    const found = documents.get(name)
    if (found === undefined) throw new Error(`no document called ${name}`)
    return found
  }
  return { ...rest, documents, bytes }
}
