/** Day seals, proofs and records as they lie in files. Nothing of them is believed yet. */
import { ParseError } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import type { DaySeal, SealProof } from '@tiemchung/signing'
import { errorCatalogue } from '../../errors.js'
import type { Where } from '../../input.js'
import type { Io } from '../../io.js'
import { documentsOf, isObject, type Loose } from './documents.js'

/** A document of another kind than is taken here. */
export function otherKind(where: Where): ParseError {
  return new ParseError(errorCatalogue, 'cli.signature-kind', { path: where })
}

const hasTexts = (document: Loose, ...members: readonly string[]) =>
  members.every((member) => typeof document[member] === 'string')

/** @throws ParseError `cli.signature-kind` */
export function sealIn(document: unknown, where: Where): DaySeal {
  const sound =
    isObject(document) &&
    document['format'] === 'day-seal/1' &&
    hasTexts(document, 'facility', 'date') &&
    // In JSON where it has a timestamp.
    (typeof document['jws'] === 'string' || isObject(document['jws']))
  if (!sound) throw otherKind(where)
  return document as unknown as DaySeal
}

/** @throws ParseError `cli.signature-kind` */
export function proofIn(document: unknown, where: Where): SealProof {
  const sound =
    isObject(document) &&
    document['format'] === 'seal-proof/1' &&
    hasTexts(document, 'recordId', 'seal')
  if (!sound) throw otherKind(where)
  return document as unknown as SealProof
}

/** The only seal of a file. @throws ParseError those of `documentsOf`, `cli.signature-kind` */
export async function readSeal(io: Io, path: string, where: Where): Promise<DaySeal> {
  const [only, ...more] = await documentsOf(io, path, where)
  if (more.length > 0) throw otherKind(where)
  return sealIn(only, where)
}

/** The proofs of several files. @throws ParseError those of `documentsOf`, `cli.signature-kind` */
export async function readProofs(
  io: Io,
  paths: readonly string[],
  where: Where,
): Promise<readonly SealProof[]> {
  const all: SealProof[] = []
  for (const path of paths) {
    const found = await documentsOf(io, path, where)
    all.push(...found.map((one, index) => proofIn(one, [...where, index + 1])))
  }
  return all
}

/**
 * The records of several files. What is no record stays in its place: the library says so by name.
 *
 * @throws ParseError those of `documentsOf`
 */
export async function readRecords(
  io: Io,
  paths: readonly string[],
  where: Where,
): Promise<readonly DoseRecord[]> {
  const all: DoseRecord[] = []
  for (const path of paths) all.push(...((await documentsOf(io, path, where)) as DoseRecord[]))
  return all
}
