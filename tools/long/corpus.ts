/**
 * The sound documents that fuzzing starts from. They are kept in `corpus.json`, because signatures by
 * ECDSA and PSS are never made twice alike and a case must come again byte for byte. Made by
 * `make-corpus.ts`; people are invented, the keys were TEST keys and are gone.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromBase64 } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import type { CompactDaySeal, CompactSignedRecord, SealProof } from '@tiemchung/signing'

/** Bytes in the file are Base64. */
export interface Corpus {
  readonly certificates: readonly {
    readonly text: string
    readonly keyId: string
    readonly spki: string
    readonly certificate: string
  }[]
  /** The root above the signers of `certificates`. */
  readonly country: string
  readonly x509: {
    readonly leaf: string
    readonly middle: string
    readonly root: string
    readonly revokedLeaf: string
    /** Lists of root and middle; the second names `revokedLeaf`. */
    readonly crls: readonly [string, string]
    readonly request: string
  }
  readonly signing: {
    readonly root: string
    readonly records: readonly CompactSignedRecord[]
    readonly seal: CompactDaySeal
    readonly sealed: readonly { readonly record: DoseRecord; readonly proof: SealProof }[]
  }
}

/** The instant at which everything in the corpus holds. */
export const corpusInstant = new Date('2022-06-15T00:00:00Z')

let kept: Corpus | undefined

/** Reads the corpus, once for a process. */
export function corpus(): Corpus {
  kept ??= JSON.parse(readFileSync(join(import.meta.dirname, 'corpus.json'), 'utf8')) as Corpus
  return kept
}

/** Bytes of a field of the corpus. */
export const bytesOf = (base64: string): Uint8Array => fromBase64(base64)

/** Pieces of the invented people in the corpus and in the lists: none may be told in an error. */
export const marks: readonly string[] = ['Mẫu Thử', '001314000017', '0912000017', 'B7700017']
