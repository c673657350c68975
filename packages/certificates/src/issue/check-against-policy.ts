/** What a policy lets be issued: sound payloads, complete courses, codes that belong together. */
import { InputError } from '@tiemchung/core'
import type { JsonObject } from '../envelope/index.js'
import { issueErrors } from '../errors/issue-errors.js'
import type {
  CertificateType,
  HealthCertificatePayload,
  VaccinationEntry,
} from '../payload/payload.js'
import { checkPayload } from '../payload/check-payload.js'
import type { IssuePolicy } from './issue-policy.js'

function checkVaccination(dose: VaccinationEntry, policy: IssuePolicy): void {
  if (policy.completeCourseOnly && dose.dn < dose.sd) {
    throw new InputError(issueErrors, 'certificate-issue.course-incomplete')
  }
  const together = policy.products?.some(
    ({ vp, mp, ma }) => vp === dose.vp && mp === dose.mp && ma === dose.ma,
  )
  if (together === false) throw new InputError(issueErrors, 'certificate-issue.product')
}

/**
 * The type of a payload that may be issued.
 *
 * @throws InputError `certificate-issue.payload` with an issue for each fault,
 *   `certificate-issue.course-incomplete`, `certificate-issue.product`
 */
export function checkAgainstPolicy(
  payload: HealthCertificatePayload,
  policy: IssuePolicy,
): CertificateType {
  const { issues, type } = checkPayload(payload as unknown as JsonObject)
  if (type === undefined) {
    throw new InputError(issueErrors, 'certificate-issue.payload', { issues })
  }
  const [dose] = payload.v ?? []
  if (dose !== undefined) checkVaccination(dose, policy)
  return type
}
