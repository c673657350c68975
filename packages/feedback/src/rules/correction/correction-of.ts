/** What follows an approval, step by step. */
import { type Correction, type CorrectionStep, correctionStepSchema } from '@tiemchung/schemas'
import type { FeedbackItem } from '@tiemchung/schemas'

/** A step as a citizen may see it. */
export interface CorrectionView {
  readonly step: CorrectionStep
  /** `next` is the one that is waited for, `waiting` comes after it. */
  readonly stands: Correction['outcome'] | 'next' | 'waiting'
  readonly at?: string
}

/**
 * All steps of the correction that an approved item leads to: amended, matched, signed, re-issued, the old
 * certificate revoked. Empty for an item that was not approved.
 */
export function correctionOf(
  item: Pick<FeedbackItem, 'state' | 'correction'>,
): readonly CorrectionView[] {
  if (item.state !== 'approved' && item.state !== 'resolved') return []
  const done = new Map(item.correction.map((one) => [one.step, one]))
  const next = correctionStepSchema.options.find((step) => !done.has(step))
  return correctionStepSchema.options.map((step) => {
    const known = done.get(step)
    if (known !== undefined) return { step, stands: known.outcome, at: known.at }
    return { step, stands: step === next ? 'next' : 'waiting' }
  })
}

/** Whether every step is done or was not needed. */
export function isCorrected({ correction }: Pick<FeedbackItem, 'correction'>): boolean {
  const done = new Set(correction.map((one) => one.step))
  return correctionStepSchema.options.every((step) => done.has(step))
}
