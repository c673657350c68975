import { isSdkError } from '@tiemchung/core'
import { evaluate, type PolicySet, type Subject } from '@tiemchung/eligibility'

/** What the policies say of a dose that came too soon after another. */
const tooSoon: ReadonlySet<string> = new Set(['tooSoon', 'sameDay'])

/**
 * Whether the last dose of a subject comes sooner after another than the policies allow. False also where the policies
 * cannot judge: a dose that was given is entered, whatever they say.
 */
export function isWithinInterval(
  subject: Subject,
  policies: PolicySet,
  on: Parameters<typeof evaluate>[2],
): boolean {
  const last = subject.doses.length - 1
  try {
    const judged = evaluate(subject, policies, on).doses.find(({ index }) => index === last)
    return judged?.reasons.some(({ finding }) => tooSoon.has(finding)) ?? false
  } catch (caught) {
    if (isSdkError(caught)) return false
    throw caught
  }
}
