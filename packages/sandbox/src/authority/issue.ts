import {
  type IssuedCertificate,
  issueCertificate,
  newCertificateId,
  vaccinationPayload,
} from '@tiemchung/certificates/issue'
import { products } from '@tiemchung/schemas/products'
import type { Course } from '../certificate/courses.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

/** Who issues, as the certificates show it. Nothing of a sandbox is to be taken for the real thing. */
const issuerName = 'TEST Cục Y tế dự phòng'

/** Issues the health certificate of a complete course, signed centrally (Decision 5772/QĐ-BYT). */
export function issueFor(
  { authority, world }: Services,
  { request }: Course,
  algorithm: 'ES256' | 'PS256',
): Promise<IssuedCertificate> {
  const codes = products.find((product) => product.id === request.product)?.eu
  if (codes === null || codes === undefined) throw new Problem(422, 'platform.course-incomplete')
  const certificateId = newCertificateId()
  const payload = vaccinationPayload({ ...request, codes, issuerName, certificateId })
  const { signer, keyId, notBefore, notAfter } = authority.documentSigners[algorithm]
  return issueCertificate(payload, {
    signer,
    issuedAt: world.clock.now(),
    signingCertificate: { keyId, country: 'VN', notBefore, notAfter, usages: ['vaccination'] },
  })
}
