import { addMonths, civilDateAt, endOfDay } from '@tiemchung/core'
import { encodeCertificate, prepareCertificate } from '@tiemchung/certificates/envelope'
import { newCertificateId, vaccinationPayload } from '@tiemchung/certificates/issue'
import { products } from '@tiemchung/schemas/products'
import type { Course } from '../certificate/courses.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

/** A health certificate as it was made. */
export interface Made {
  readonly certificateId: string
  readonly text: string
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/** Issues the health certificate of a complete course, signed centrally. */
export async function issueFor(
  { authority, world }: Services,
  { request }: Course,
  algorithm: 'ES256' | 'PS256',
): Promise<Made> {
  const codes = products.find((product) => product.id === request.product)?.eu
  if (codes === null || codes === undefined) throw new Problem(422, 'platform.course-incomplete')
  const certificateId = newCertificateId()
  const payload = vaccinationPayload({
    ...request,
    codes,
    issuerName: 'Cục Y tế dự phòng (TEST)',
    certificateId,
  })
  const { signer, keyId } = authority.documentSigners[algorithm]
  const issuedAt = new Date(Math.floor(world.clock.now().getTime() / 1000) * 1000)
  const expiresAt = endOfDay(addMonths(civilDateAt(issuedAt), 12, 'clamp'))
  const unsigned = prepareCertificate({
    algorithm: algorithm === 'ES256' ? -7 : -37,
    keyId,
    issuer: 'VN',
    issuedAt: issuedAt.getTime() / 1000,
    expiresAt: expiresAt.getTime() / 1000,
    payload: payload as never,
  })
  const { text } = encodeCertificate(unsigned, await signer.sign(unsigned.toBeSigned))
  return { certificateId, text, issuedAt, expiresAt }
}
