/** `path.policy`: are the policies of a path what the caller and the certificates demand? */
import { unknown } from '@tiemchung/core'
import type { Certificate } from '../certificate/read-certificate.js'
import { citations, notApplied, type PathCheck, subjectAt } from './path-report.js'
import type { PolicyDemand } from './policy-demand.js'

/** The check of a whole path, leaf first, anchor last. */
export function checkPolicy(
  certificates: readonly Certificate[],
  demand: PolicyDemand | undefined,
): PathCheck {
  const id = 'path.policy'
  const details = { cite: citations[id] }
  const demanding = certificates.findIndex(
    ({ extensions }) => extensions.policyConstraints?.requireExplicitPolicy !== undefined,
  )
  if (demanding === -1 && demand === undefined) return notApplied(id, 'not-asked')
  const subject = subjectAt(Math.max(0, demanding))
  return unknown(id, 'explicit-policy-unsupported', { ...details, subject })
}
