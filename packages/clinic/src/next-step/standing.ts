/** How far one record has come: the one place from which the report and the next step are told. */
import { identitySettled } from '@tiemchung/schemas'
import { isSealed, isSigned, type RecordCase } from '../day/record-case.js'
import { openReason } from '../outbox/open-reason.js'
import type { Operation } from '../outbox/operation.js'
import type { DayStep } from '../regime/day-policy.js'

/** Where a record stands: the step that is next, and why it has not come through. Undefined `open`: it is done. */
export interface Standing {
  readonly complete: boolean
  readonly settled: boolean
  readonly signed: boolean
  /** Minutes stand in for its signature. */
  readonly minuted: boolean
  /** A request with it has left at least once. */
  readonly sent: boolean
  readonly acknowledged: boolean
  readonly open?: {
    readonly step: DayStep
    /** A stable word: a code of what is missing, the state of the identity, or that of the sending. */
    readonly reason: string
    /** The reason with the stage that it is the end of: `complete.not-found`. */
    readonly key: string
  }
}

function sending(
  evidence: 'signed' | 'minutes',
  operation: Operation | undefined,
): Pick<Standing, 'sent' | 'acknowledged' | 'open'> {
  if (operation === undefined) {
    const open = { step: 'sent', reason: 'not-queued', key: `${evidence}.not-queued` } as const
    return { sent: false, acknowledged: false, open }
  }
  const reason = openReason(operation)
  if (reason === undefined) return { sent: true, acknowledged: true }
  const sent = operation.attempts > 0
  const step = sent ? 'acknowledged' : 'sent'
  return { sent, acknowledged: false, open: { step, reason, key: `${evidence}.${reason}` } }
}

const unsealed = { signed: false, minuted: false, sent: false, acknowledged: false } as const

/** How far a record has come; `operation` is the one that sends it. */
export function standingOf(one: RecordCase, operation: Operation | undefined): Standing {
  if (isSealed(one)) {
    const signed = isSigned(one)
    const sealed = { complete: true, settled: true, signed, minuted: !signed }
    return { ...sealed, ...sending(signed ? 'signed' : 'minutes', operation) }
  }
  const [missing] = one.open
  if (missing !== undefined) {
    const open = { step: 'complete', reason: missing, key: `entered.${missing}` } as const
    return { ...unsealed, complete: false, settled: false, open }
  }
  const { status } = one.record.identity
  if (!identitySettled(one.record.identity)) {
    const open = { step: 'settled', reason: status, key: `complete.${status}` } as const
    return { ...unsealed, complete: true, settled: false, open }
  }
  const reason = 'not-signed-yet'
  const open = { step: 'signed', reason, key: `settled.${reason}` } as const
  return { ...unsealed, complete: true, settled: true, open }
}
