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

/** How far a record has come; `operation` is the one that sends it. */
export type StandingOf = (one: RecordCase, operation: Operation | undefined) => Standing

const unsealed = { signed: false, minuted: false, sent: false, acknowledged: false } as const

const incomplete = (reason: string): Standing => ({
  ...{ complete: false, settled: false, ...unsealed },
  open: { step: 'complete', reason, key: `entered.${reason}` },
})

const unsettled = (reason: string): Standing => ({
  ...{ complete: true, settled: false, ...unsealed },
  open: { step: 'settled', reason, key: `complete.${reason}` },
})

const unsigned: Standing = {
  ...{ complete: true, settled: true, ...unsealed },
  open: { step: 'signed', reason: 'not-signed-yet', key: 'settled.not-signed-yet' },
}

/** Of a record with its evidence, whose request has left or not. */
function sealed(evidence: 'signed' | 'minutes', sent: boolean): (reason: string) => Standing {
  const signed = evidence === 'signed'
  return (reason) => ({
    ...{ complete: true, settled: true, signed, minuted: !signed, sent, acknowledged: false },
    open: { step: sent ? 'acknowledged' : 'sent', reason, key: `${evidence}.${reason}` },
  })
}

const done = (signed: boolean): Standing => ({
  ...{ complete: true, settled: true, signed, minuted: !signed, sent: true, acknowledged: true },
})

/** Makes one of each reason. */
function onceEach(make: (reason: string) => Standing): (reason: string) => Standing {
  const made = new Map<string, Standing>()
  return (reason) => {
    const before = made.get(reason)
    if (before !== undefined) return before
    const fresh = make(reason)
    made.set(reason, fresh)
    return fresh
  }
}

function sealings(evidence: 'signed' | 'minutes') {
  return {
    left: onceEach(sealed(evidence, true)),
    here: onceEach(sealed(evidence, false)),
    done: done(evidence === 'signed'),
  }
}

/**
 * Follows many records: all that stand alike get one and the same standing, so that a report of a long day counts by
 * it and makes none anew.
 */
export function standings(): StandingOf {
  const [ofIncomplete, ofUnsettled] = [onceEach(incomplete), onceEach(unsettled)]
  const [signed, minutes] = [sealings('signed'), sealings('minutes')]
  return (one, operation) => {
    if (isSealed(one)) {
      const by = isSigned(one) ? signed : minutes
      if (operation === undefined) return by.here('not-queued')
      const reason = openReason(operation)
      if (reason === undefined) return by.done
      return operation.attempts > 0 ? by.left(reason) : by.here(reason)
    }
    const [missing] = one.open
    if (missing !== undefined) return ofIncomplete(missing)
    const { identity } = one.record
    return identitySettled(identity) ? unsigned : ofUnsettled(identity.status)
  }
}
