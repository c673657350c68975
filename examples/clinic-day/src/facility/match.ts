import { createHash } from 'node:crypto'
import type { ChildCase } from '@tiemchung/clinic'
import { formatInstant, startOfDay } from '@tiemchung/core'
import { type ConsentEvidence, type IdentityVerifier, platformVerifier } from '@tiemchung/identity'
import type { MatchField } from '@tiemchung/schemas/wire'
import type { IdentityFinding } from './calls.js'
import type { Facility } from './facility.js'

/** The paper on which the family agreed to the check. */
export const consentReference = ({ key }: Pick<ChildCase, 'key'>): string =>
  `PDY-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`

/** The consent itself: on paper, by whoever answers for the child. */
export function consentOf(child: ChildCase): ConsentEvidence {
  const { consent, person } = child
  const agreed = consent.state === 'agreed' ? consent : undefined
  const by = agreed?.by ?? person.guardian?.relationship ?? 'guardian'
  const at = startOfDay(agreed?.date ?? person.currentResidence.asOf)
  return { form: 'paper', reference: consentReference(child), at: formatInstant(at), by }
}

/** A verifier that also notes which fields the register has otherwise, by consent reference. */
function noting(
  inner: IdentityVerifier,
  fields: Map<string, readonly MatchField[]>,
): IdentityVerifier {
  return {
    ...inner,
    verifyMany: async (requests, options) => {
      const results = await inner.verifyMany(requests, options)
      for (const [index, { mismatched }] of results.entries()) {
        fields.set(requests[index]?.consent.reference ?? '', mismatched)
      }
      return results
    },
  }
}

/** Asks the register about everybody whose identity is open, and says what is known of all. */
export async function match(facility: Facility): Promise<readonly IdentityFinding[]> {
  const { start, day, http, progress } = facility
  const fields = new Map<string, readonly MatchField[]>()
  await day.verifyIdentities(noting(platformVerifier({ http }), fields), {
    officer: start.account.name,
    pollMs: 100,
    consentOf,
    onProgress: (done, total) => progress('identity', done, total),
  })
  return (await day.children()).map((child) => ({
    key: child.key,
    status: child.identity.status,
    fields: fields.get(consentReference(child)) ?? [],
  }))
}
