import { SigningError } from '@tiemchung/core'
import { errorCatalogue as signingCatalogue } from '@tiemchung/signing'
import { errorCatalogue } from '../errors.js'
import type { ProviderOutcome, ProviderProfile } from '../profile/profile.js'

const ours: ReadonlySet<string> = new Set(['credential', 'quota', 'limit', 'unsure'])

/** The error that an outcome ends in. */
export function outcomeError(outcome: Exclude<ProviderOutcome, 'waiting' | 'done'>): SigningError {
  const catalogue = ours.has(outcome) ? errorCatalogue : signingCatalogue
  return new SigningError(catalogue, `signing.${outcome}`)
}

/** What the provider's word means: the first that the profile knows. */
export function outcomeOf(
  { states }: ProviderProfile,
  words: readonly string[],
): ProviderOutcome | undefined {
  const known = words.find((word) => Object.hasOwn(states, word))
  return known === undefined ? undefined : states[known]
}

/** The error of a refusal: by the provider's word, else by its status. */
export function refusalError(
  profile: ProviderProfile,
  refused: { readonly status: number; readonly word: string },
): SigningError {
  const outcome = outcomeOf(profile, [refused.word])
  if (outcome !== undefined && outcome !== 'waiting' && outcome !== 'done') {
    return outcomeError(outcome)
  }
  const account = refused.status === 401 || refused.status === 403
  return outcomeError(account ? 'credential' : 'unavailable')
}
