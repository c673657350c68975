/** What `verify` asks about revocation. */
import type { RevocationSource, VerifyOptions } from '@tiemchung/certificates'
import {
  joinRevocation,
  loadRevocationList,
  openRevocationList,
  revocationDeltaType,
  revocationListType,
} from '@tiemchung/certificates/revocation'
import { ParseError } from '@tiemchung/core'
import { errorCatalogue } from './errors.js'
import { bytesOf } from './input.js'
import type { Io } from './io.js'
import { termsOf, type TrustOptions } from './trust/trust-of.js'
import { readTrustFile, type TrustFile } from './trust/trust-file.js'

const where = ['--revocation']

type Signed = Extract<TrustFile, { readonly kind: 'signed' }>

/** A list that is signed, and what stands behind it until the next list: its deltas, in their order. */
function chainsOf(files: readonly Signed[]): readonly [Uint8Array, ...Uint8Array[]][] {
  const chains: [Uint8Array, ...Uint8Array[]][] = []
  for (const { type, bytes } of files) {
    const last = chains.at(-1)
    if (type === revocationDeltaType && last !== undefined) last.push(bytes)
    else if (type === revocationListType) chains.push([bytes])
    else throw new ParseError(errorCatalogue, 'cli.trust-kind', { path: where })
  }
  return chains
}

/**
 * The source behind all files of `--revocation` and the lists that are kept; nothing without any.
 *
 * @throws ParseError `cli.file`, `cli.json`, `cli.trust-kind`, `certificate-revocation.*`
 */
export async function revocationOf(
  io: Io,
  options: TrustOptions & { readonly revocation: readonly string[] },
  at: Date,
  kept: readonly RevocationSource[],
): Promise<Pick<VerifyOptions, 'revocation'>> {
  const { keys, pins } = await termsOf(io, { ...options, anchor: [], trustAnchor: [] }, at)
  const sources: RevocationSource[] = [...kept]
  const signed: Signed[] = []
  for (const path of options.revocation) {
    const file = readTrustFile(await bytesOf(io, path, where), where)
    if (file.kind === 'signed') signed.push(file)
    // Anything else is refused by its own shape.
    else sources.push(loadRevocationList('document' in file ? file.document : undefined))
  }
  for (const chain of chainsOf(signed)) {
    sources.push(await openRevocationList(chain, { pins: [...keys, ...pins], keys, at }))
  }
  const [only, ...others] = sources
  if (only === undefined) return {}
  return { revocation: others.length === 0 ? only : joinRevocation(...sources) }
}
