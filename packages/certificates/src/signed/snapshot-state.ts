/** What a verifier remembers of the newest list it has seen, so that an older one is refused. */
import { formatInstant, isInstant, ParseError, parseInstant } from '@tiemchung/core'
import { signedErrors } from '../errors/signed-errors.js'
import { type Pin, parsePin } from './pin.js'
import { membersOf } from './strict-json.js'

/** Plain JSON: keep it beside the list, where who hands out lists cannot write. */
export interface SnapshotState {
  /** Of the newest list that was opened. */
  readonly sequence: number
  /** SHA-256 of its document. */
  readonly digest: Pin
  /** The latest instant at which a list was opened (RFC 3339): a clock before it was set back. */
  readonly seenAt: string
}

/** Whether a value is a sequence number: 1, 2, 3… */
export const isSequence = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) > 0

/**
 * The state that was kept, checked.
 *
 * @throws ParseError `certificate-signed.state`
 */
export function parseSnapshotState(value: unknown): SnapshotState {
  const { sequence, digest, seenAt } = membersOf(value) ?? {}
  const dated = typeof seenAt === 'string' && isInstant(seenAt)
  const named = typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest)
  if (!isSequence(sequence) || !dated || !named) {
    throw new ParseError(signedErrors, 'certificate-signed.state')
  }
  return { sequence, digest: parsePin(digest), seenAt }
}

/** The later of an instant and the one that was seen before. */
export function latest(at: Date, previous: SnapshotState | undefined): Date {
  const seen = previous === undefined ? at : parseInstant(previous.seenAt)
  return seen > at ? seen : at
}

/** The state once a list was believed at an instant. */
export function stateOf(sequence: number, digest: Pin, seen: Date): SnapshotState {
  return { sequence, digest, seenAt: formatInstant(seen) }
}

/** The state after a list that was not: the time is remembered all the same. */
export function stateSince(
  previous: SnapshotState | undefined,
  seen: Date,
): SnapshotState | undefined {
  return previous && stateOf(previous.sequence, previous.digest, seen)
}
