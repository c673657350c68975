import { InputError } from '@tiemchung/core'
import { revocationErrors } from '../errors/revocation-errors.js'
import { askRevocation } from '../verify/ask-revocation.js'
import type { RevocationSource, RevocationStatus } from '../verify/index.js'

/** What weighs more stands first: one source's worst answer is the answer of all. */
const byWeight: readonly RevocationStatus[] = [
  'listed',
  'maybe',
  'unproven',
  'unreachable',
  'stale',
  'not-listed',
]

const versionOf = (sources: readonly RevocationSource[]) => {
  const versions = sources.flatMap(({ version }) => (version === undefined ? [] : [version]))
  return versions.length === 0 ? {} : { version: versions.join(' ') }
}

/**
 * Several sources as one: `listed` when one of them lists the certificate, `not-listed` only when every
 * one says so, else the gravest answer: `maybe`, `unproven`, `unreachable`, `stale`.
 *
 * @throws InputError `certificate-revocation.no-source`
 */
export function joinRevocation(...sources: readonly RevocationSource[]): RevocationSource {
  if (sources.length === 0)
    throw new InputError(revocationErrors, 'certificate-revocation.no-source')
  return {
    ...versionOf(sources),
    statusOf: async (subject, at, crypto) => {
      let worst: RevocationStatus = 'not-listed'
      for (const source of sources) {
        const status = await askRevocation(source, subject, at, crypto)
        if (status === 'listed') return status
        if (byWeight.indexOf(status) < byWeight.indexOf(worst)) worst = status
      }
      return worst
    },
  }
}

/**
 * A filter whose "perhaps" is put before a list: what the filter does not have is not asked for, and
 * whatever the filter leaves open is what the list says, when the list can say.
 *
 * When it cannot, because it is stale or out of reach, the filter's own answer stays: a hit is `maybe`.
 *
 * @example
 * ```ts
 * import type { RevocationSource } from '@tiemchung/certificates'
 * import { confirmedRevocation } from '@tiemchung/certificates/revocation'
 * // The authority is asked about the few certificates that a filter has, and about no other.
 * const sparing = (filter: RevocationSource, ask: (keyId: Uint8Array) => Promise<boolean>) =>
 *   confirmedRevocation(filter, {
 *     statusOf: async ({ keyId }) => ((await ask(keyId)) ? 'listed' : 'not-listed'),
 *   })
 * ```
 */
export function confirmedRevocation(
  filter: RevocationSource,
  list: RevocationSource,
): RevocationSource {
  return {
    ...versionOf([filter, list]),
    statusOf: async (subject, at, crypto) => {
      const first = await askRevocation(filter, subject, at, crypto)
      if (first === 'listed' || first === 'not-listed') return first
      const second = await askRevocation(list, subject, at, crypto)
      return second === 'listed' || second === 'not-listed' ? second : first
    },
  }
}
