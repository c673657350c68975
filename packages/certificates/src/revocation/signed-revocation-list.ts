import { InputError, ParseError, parseInstant } from '@tiemchung/core'
import { revocationErrors } from '../errors/revocation-errors.js'
import { signedErrors } from '../errors/signed-errors.js'
import {
  type OpenDocumentOptions,
  type OpenedDocument,
  openDocument,
  parseSnapshotState,
  type Pin,
  type SnapshotState,
} from '../signed/index.js'
import { latest, stateOf } from '../signed/snapshot-state.js'
import { readRevocationDelta } from './revocation-delta.js'
import { mergeGroups, type PackedGroup } from './revocation-group.js'
import type { RevocationHead } from './revocation-head.js'
import { type ReadList, readRevocationList, sequenceOf } from './revocation-list.js'
import { type RevocationList, statusFrom } from './revocation-list-source.js'

/** The type of a signed `revocation-list/1`. */
export const revocationListType = 'tiemchung.revocation-list+jws'
/** The type of a signed `revocation-delta/1`. */
export const revocationDeltaType = 'tiemchung.revocation-delta+jws'

/** A list whose signature, and that of every delta on it, holds. */
export interface SignedRevocationList extends RevocationList {
  /** The number of the last document: of the list, or of the last delta. */
  readonly sequence: number
  /** The SHA-256 of that document. */
  readonly digest: Pin
  /** To be kept, and given as `previous` the next time. */
  readonly state: SnapshotState
  /** All hashes, in memory. */
  readonly groups: readonly PackedGroup[]
}

/** How signed lists and deltas are opened. */
export interface OpenRevocationOptions extends Omit<OpenDocumentOptions, 'type'> {
  /**
   * The instant of opening. How old a list is, is judged when it is asked, by the later of the two: what is
   * overdue when it is opened stays so.
   */
  readonly at: Date
  /** The `state` of the last list; without it a roll-back cannot be told. */
  readonly previous?: SnapshotState | undefined
}

/** 64 MiB: room for a list of 1.8 million hashes. */
const defaultMaxBytes = 67_108_864

type Code = keyof typeof revocationErrors

function refuse(code: Code, params: Readonly<Record<string, number | string>> = {}): never {
  throw new ParseError(revocationErrors, code, { params })
}

async function opened(
  file: Uint8Array,
  type: OpenDocumentOptions['type'],
  options: OpenRevocationOptions,
): Promise<OpenedDocument> {
  const reading = await openDocument(file, { maxBytes: defaultMaxBytes, ...options, type })
  if (reading.status === 'passed') return reading
  return refuse('certificate-revocation.not-believed', { reason: reading.reason })
}

function listOf(
  { document: { version, issuedAt, nextUpdate }, groups }: ReadList<RevocationHead>,
  digest: Pin,
  sequence: number,
  seen: Date,
): SignedRevocationList {
  const due = parseInstant(nextUpdate)
  return {
    version,
    issuedAt: parseInstant(issuedAt),
    nextUpdate: due,
    sequence,
    digest,
    state: stateOf(sequence, digest, seen),
    groups,
    statusOf: statusFrom(groups, due, seen),
  }
}

function instantOf({ at }: OpenRevocationOptions): Date {
  if (!Number.isNaN(at.getTime())) return at
  throw new InputError(signedErrors, 'certificate-signed.instant')
}

/**
 * A list with a delta on it. The delta must be signed by a pinned key and follow the very document that the
 * list ends with, by number and by SHA-256; the list that is given stays as it is.
 *
 * @throws ParseError `certificate-revocation.not-believed` with the reason of the signature;
 *   `.delta` when it is malformed; `.delta-gap` when deltas are missing before it; `.rolled-back` when the
 *   list is as new or newer; `.replaced` when it follows another document of the same number
 */
export async function applyRevocationDelta(
  list: SignedRevocationList,
  file: Uint8Array,
  options: OpenRevocationOptions,
): Promise<SignedRevocationList> {
  const at = instantOf(options)
  const { document, digest } = await opened(file, revocationDeltaType, options)
  const delta = readRevocationDelta(document)
  const { sequence, since, previous } = delta.document
  const numbers = { sequence, seen: list.sequence }
  if (sequence <= list.sequence) return refuse('certificate-revocation.rolled-back', numbers)
  if (since > list.sequence) return refuse('certificate-revocation.delta-gap', numbers)
  if (previous !== list.digest) return refuse('certificate-revocation.replaced', numbers)
  const groups = mergeGroups(list.groups, delta.groups)
  return listOf({ document: delta.document, groups }, digest, sequence, latest(at, list.state))
}

/** TUF 5.4.3: what was opened never gives way to something older, nor to another of the same number. */
function checkOrder({ sequence, digest }: SignedRevocationList, previous?: SnapshotState): void {
  if (previous === undefined) return
  const numbers = { sequence, seen: previous.sequence }
  if (sequence < previous.sequence) refuse('certificate-revocation.rolled-back', numbers)
  const replaced = sequence === previous.sequence && digest !== previous.digest
  if (replaced) refuse('certificate-revocation.replaced', numbers)
}

/**
 * The revocation list of signed files: the list, and its deltas in their order, ready for
 * `verifyCertificate`.
 *
 * Keep `state`, and give it as `previous` the next time: without it an old list is taken for new until its
 * time runs out. It does not establish that the list is current: a certificate that an overdue list does
 * not have is `stale`.
 *
 * @throws InputError `certificate-signed.instant`, `certificate-signed.pin`
 * @throws ParseError `certificate-signed.state`; `certificate-revocation.not-believed`, `.list`, `.delta`,
 *   `.delta-gap`, `.rolled-back`, `.replaced`
 * @example
 * ```ts
 * import { openRevocationList } from '@tiemchung/certificates/revocation'
 * import type { SnapshotState } from '@tiemchung/certificates/signed'
 * async function load(list: Uint8Array, deltas: readonly Uint8Array[], kept?: SnapshotState) {
 *   const options = { pins: ['sha256:…'], at: new Date(), previous: kept }
 *   const revocation = await openRevocationList([list, ...deltas], options)
 *   return { revocation, keep: revocation.state }
 * }
 * ```
 */
export async function openRevocationList(
  [file, ...deltas]: readonly [Uint8Array, ...(readonly Uint8Array[])],
  options: OpenRevocationOptions,
): Promise<SignedRevocationList> {
  const at = instantOf(options)
  const kept = options.previous === undefined ? undefined : parseSnapshotState(options.previous)
  const { document, digest } = await opened(file, revocationListType, options)
  const read = readRevocationList(document)
  let list = listOf(read, digest, sequenceOf(read.document), latest(at, kept))
  for (const delta of deltas) list = await applyRevocationDelta(list, delta, options)
  checkOrder(list, kept)
  return list
}
