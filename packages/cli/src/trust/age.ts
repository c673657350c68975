/** How old a list may be. */
import { type SnapshotPolicy, weeklySnapshot } from '@tiemchung/certificates/signed'
import { InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { optionOf } from '../input.js'

/** `36h` or `7d`. */
function hoursOf(text: string): number {
  const [, count, unit] = /^(\d{1,5})([hd])$/.exec(text) ?? []
  if (count === undefined) throw new InputError(errorCatalogue, 'cli.use')
  return Number(count) * (unit === 'd' ? 24 : 1)
}

/** How old a list may be: a signed one a week, or any what `--max-age` says. */
export function ageTerms(maxAge: string | undefined): {
  readonly policy: SnapshotPolicy
  readonly maxAgeHours?: number
} {
  if (maxAge === undefined) return { policy: weeklySnapshot }
  const maxAgeHours = optionOf('--max-age', maxAge, hoursOf)
  return { policy: { ...weeklySnapshot, maxAgeHours }, maxAgeHours }
}
