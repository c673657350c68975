/**
 * The signed lists that fuzzing starts from, kept in `corpus-lists.json` for the same reason as those of
 * `corpus.ts`. Made by `make-corpus-lists.ts`; the publisher's key was a TEST key and is gone.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromBase64 } from '@tiemchung/core'

/** Files by one publisher. */
export interface ListCorpus {
  /** SubjectPublicKeyInfo. */
  readonly publisher: Uint8Array
  readonly trustList: Uint8Array
  readonly list: Uint8Array
  /** Follows `list`. */
  readonly delta: Uint8Array
}

/** Reads the lists. */
export function listCorpus(): ListCorpus {
  const text = readFileSync(join(import.meta.dirname, 'corpus-lists.json'), 'utf8')
  const { publisher, trustList, list, delta } = JSON.parse(text) as Record<keyof ListCorpus, string>
  return {
    publisher: fromBase64(publisher),
    trustList: fromBase64(trustList),
    list: fromBase64(list),
    delta: fromBase64(delta),
  }
}
