import {
  type Check,
  failed,
  InputError,
  isSdkError,
  parseInstant,
  passed,
  type Report,
  skipped,
  unknown,
  verdictOf,
} from '@tiemchung/core'
import { signedErrors } from '../errors/signed-errors.js'
import {
  type OpenDocumentOptions,
  type OpenedDocument,
  openDocument,
  type RefusedDocument,
} from './open-document.js'
import type { Pin } from './pin.js'
import type { DocumentType } from './protected-header.js'
import { type SnapshotPolicy, weeklySnapshot } from './snapshot-policy.js'
import {
  latest,
  parseSnapshotState,
  type SnapshotState,
  stateOf,
  stateSince,
} from './snapshot-state.js'

/** The checks of a signed list, in the order of the report. */
export type SnapshotCheckId =
  | 'snapshot.type'
  | 'snapshot.signature'
  | 'snapshot.document'
  | 'snapshot.sequence'
  | 'snapshot.age'

/** What every list says of itself. */
export interface SnapshotHead {
  readonly issuedAt: string
  readonly nextUpdate: string
  /** Grows with every list; a signed list must have one. */
  readonly sequence?: number
}

/** A kind of list. */
export interface SnapshotKind<List extends SnapshotHead> {
  readonly type: DocumentType
  /** @throws ParseError for a document of another shape */
  readonly parse: (document: unknown) => List
}

/** How a signed list is opened. */
export interface SnapshotOptions extends Omit<OpenDocumentOptions, 'type'> {
  /** The instant at which the list must hold. */
  readonly at: Date
  /** How old it may be. Default `weeklySnapshot`. */
  readonly policy?: SnapshotPolicy
  /** The `state` of the last opening; without it a roll-back cannot be told. */
  readonly previous?: SnapshotState | undefined
}

/** A signed list, and what was checked of it. */
export type Snapshot<List> = Report<SnapshotCheckId> &
  (
    | {
        readonly verdict: 'valid'
        readonly list: List
        /** To be kept and given as `previous` the next time. */
        readonly state: SnapshotState
        /** The pin of the key that signed. */
        readonly signedBy: Pin
      }
    | {
        readonly verdict: 'invalid' | 'indeterminate'
        /** To be kept all the same; undefined when no list was ever believed. */
        readonly state: SnapshotState | undefined
      }
  )

type SnapshotCheck = Check<SnapshotCheckId>

const later = (...ids: readonly SnapshotCheckId[]): readonly SnapshotCheck[] =>
  ids.map((id) => skipped(id, 'earlier-check'))

function refusedChecks({ status, reason }: RefusedDocument): readonly SnapshotCheck[] {
  const rest = later('snapshot.document', 'snapshot.sequence', 'snapshot.age')
  if (reason === 'type-differs') {
    return [failed('snapshot.type', reason), ...later('snapshot.signature'), ...rest]
  }
  const make = status === 'failed' ? failed : unknown
  return [...later('snapshot.type'), make('snapshot.signature', reason), ...rest]
}

function parsed<List extends SnapshotHead>(
  document: unknown,
  { parse }: SnapshotKind<List>,
): { readonly list?: List; readonly check: SnapshotCheck } {
  try {
    return { list: parse(document), check: passed('snapshot.document') }
  } catch (caught) {
    if (!isSdkError(caught)) throw caught
    return { check: failed('snapshot.document', 'malformed', { params: { code: caught.code } }) }
  }
}

/** TUF 5.4.3, 5.5.5: a list never gives way to an older one, nor to another of the same number. */
function sequenceCheck(
  sequence: number | undefined,
  digest: Pin,
  previous: SnapshotState | undefined,
): SnapshotCheck {
  const id = 'snapshot.sequence'
  if (sequence === undefined) return failed(id, 'sequence-missing')
  if (previous === undefined) return skipped(id, 'first-seen', { params: { sequence } })
  const params = { sequence, seen: previous.sequence }
  if (sequence < previous.sequence) return failed(id, 'rolled-back', { params })
  const replaced = sequence === previous.sequence && digest !== previous.digest
  return replaced ? failed(id, 'replaced', { params }) : passed(id, { params })
}

const hour = 3_600_000

/**
 * A clock that was set back does not make an old list fresh: the latest instant seen counts. Compared so that a
 * number that is none lets nothing pass.
 */
function ageCheck(head: SnapshotHead, options: SnapshotOptions): SnapshotCheck {
  const { at, previous, policy = weeklySnapshot } = options
  const { maxAgeHours, graceHours, clockSkewSeconds } = policy
  const id = 'snapshot.age'
  const now = latest(at, previous).getTime()
  const skew = clockSkewSeconds * 1000
  const [issued, due] = [parseInstant(head.issuedAt), parseInstant(head.nextUpdate)]
  if (!(at.getTime() + skew >= now)) return unknown(id, 'clock-set-back')
  if (!(issued.getTime() <= now + skew)) return unknown(id, 'issued-later')
  if (!(now < due.getTime() + graceHours * hour)) return unknown(id, 'stale')
  const tooOld = maxAgeHours !== null && !(now < issued.getTime() + maxAgeHours * hour)
  if (tooOld) return unknown(id, 'too-old', { params: { maxAgeHours } })
  return now < due.getTime() ? passed(id) : passed(id, { params: { stale: true } })
}

const required = [
  'snapshot.type',
  'snapshot.signature',
  'snapshot.document',
  'snapshot.age',
] as const satisfies readonly SnapshotCheckId[]

function judged<List extends SnapshotHead>(
  opened: OpenedDocument,
  kind: SnapshotKind<List>,
  options: SnapshotOptions,
): Snapshot<List> {
  const { digest, signedBy } = opened
  const { previous, at } = options
  const seen = latest(at, previous)
  const { list, check } = parsed(opened.document, kind)
  const checks: SnapshotCheck[] = [passed('snapshot.type'), passed('snapshot.signature'), check]
  if (list === undefined) {
    checks.push(...later('snapshot.sequence', 'snapshot.age'))
    return { verdict: 'invalid', checks, state: stateSince(previous, seen) }
  }
  const { sequence } = list
  const order = sequenceCheck(sequence, digest, previous)
  checks.push(order, ageCheck(list, options))
  if (sequence === undefined || order.status === 'failed') {
    return { verdict: 'invalid', checks, state: stateSince(previous, seen) }
  }
  const verdict = verdictOf(checks, required)
  const state = stateOf(sequence, digest, seen)
  return verdict === 'valid'
    ? { verdict, checks, list, state, signedBy }
    : { verdict, checks, state }
}

/**
 * A signed list of some kind with a report: the list can be reached only when a pinned key signed it, it
 * is not older than one that was seen before, and it is current.
 *
 * What the list says is not judged. `state` is to be kept whatever the verdict, and given as `previous`
 * the next time; without it an old list whose time has not run out is taken again.
 *
 * @throws InputError `certificate-signed.instant`, `certificate-signed.pin`
 * @throws ParseError `certificate-signed.state`
 */
export async function readSnapshot<List extends SnapshotHead>(
  file: Uint8Array,
  kind: SnapshotKind<List>,
  options: SnapshotOptions,
): Promise<Snapshot<List>> {
  if (Number.isNaN(options.at.getTime())) {
    throw new InputError(signedErrors, 'certificate-signed.instant')
  }
  const { at } = options
  const previous = options.previous === undefined ? undefined : parseSnapshotState(options.previous)
  const opened = await openDocument(file, { ...options, type: kind.type })
  if (opened.status === 'passed') return judged(opened, kind, { ...options, previous })
  const checks = refusedChecks(opened)
  const verdict = opened.status === 'failed' ? 'invalid' : 'indeterminate'
  return { verdict, checks, state: stateSince(previous, latest(at, previous)) }
}
