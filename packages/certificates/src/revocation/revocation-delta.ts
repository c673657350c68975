/** What was revoked since a list or delta: `revocation-delta/1`. A delta only ever adds. */
import type { Pin } from '../signed/pin.js'
import { isSequence } from '../signed/snapshot-state.js'
import { readGroups, type RevocationGroup } from './revocation-group.js'
import { headFaults, membersIn, refuseFaults, type RevocationHead } from './revocation-head.js'
import type { ReadList } from './revocation-list.js'

/** The document. */
export interface RevocationDeltaDocument extends RevocationHead {
  readonly format: 'revocation-delta/1'
  /** One more than `since`. */
  readonly sequence: number
  /** The number of the list or delta that it follows. */
  readonly since: number
  /** SHA-256 of the document with that number. */
  readonly previous: Pin
  /** What is added. */
  readonly groups: readonly RevocationGroup[]
}

/** Checks a document and packs its hashes. */
export function readRevocationDelta(value: unknown): ReadList<RevocationDeltaDocument> {
  const document = membersIn(value)
  const faults = [...headFaults(document, 'revocation-delta/1')]
  const { sequence, since, previous } = document
  if (!isSequence(since)) faults.push(['since'])
  else if (sequence !== since + 1) faults.push(['sequence'])
  const named = typeof previous === 'string' && /^sha256:[0-9a-f]{64}$/.test(previous)
  if (!named) faults.push(['previous'])
  const groups = readGroups(document['groups'], faults)
  if (faults.length > 0) refuseFaults('certificate-revocation.delta', faults)
  return { document: value as RevocationDeltaDocument, groups }
}

/**
 * A delta document, checked. It says neither who made it nor what it follows: `applyRevocationDelta` does.
 *
 * @throws ParseError `certificate-revocation.delta`, with an issue for each field
 */
export function parseRevocationDelta(document: unknown): RevocationDeltaDocument {
  return readRevocationDelta(document).document
}
