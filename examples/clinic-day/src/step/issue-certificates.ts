/** Step 7: the central signer issues the QR certificates of those whose course is complete. */
import { systemClock, systemRandom, uuidv7 } from '@tiemchung/core'
import { type CertificateRequest, certificateRequestSchema } from '@tiemchung/schemas'
import { type IssuedCertificate, issuedCertificateSchema } from '@tiemchung/schemas/wire'
import type { Stage } from '../day/stage.js'

const algorithms = ['ES256', 'PS256'] as const
type Algorithm = (typeof algorithms)[number]

/** A certificate and what it was asked for with. */
export interface Issued {
  readonly certificate: IssuedCertificate
  readonly request: CertificateRequest
  readonly algorithm: Algorithm
}

/** Issues for every course that waits: in turn with ES256, and with PS256 as the real sample has it. */
export async function issueAll(
  stage: Stage,
  replaces: ReadonlyMap<string, string> = new Map(),
): Promise<readonly Issued[]> {
  const central = stage.platform.as('central-signer')
  const courses = (await central.pages('/v1/courses').toArray({ limit: 10_000 })) as {
    request: unknown
  }[]
  const issued: Issued[] = []
  for (const [index, course] of courses.entries()) {
    const request = certificateRequestSchema.parse(course.request)
    const algorithm = algorithms[index % algorithms.length] ?? 'ES256'
    const id = uuidv7({ clock: systemClock, random: systemRandom })
    const old = replaces.get(request.recordIds[0] ?? '')
    const body = { request, algorithm, ...(old === undefined ? {} : { replaces: old }) }
    const certificate = await central.put(`/v1/certificates/${id}`, {
      body,
      schema: issuedCertificateSchema,
      idempotencyKey: id,
    })
    issued.push({ certificate, request, algorithm })
    stage.progress('issue', index + 1, courses.length)
  }
  return issued
}

export async function issueCertificates(stage: Stage): Promise<readonly Issued[]> {
  const issued = await issueAll(stage)
  const by = (wanted: Algorithm) => issued.filter(({ algorithm }) => algorithm === wanted).length
  stage.say(
    7,
    `cấp ${issued.length} chứng nhận HC1: ES256 ${by('ES256')}, PS256 ${by('PS256')}`,
    `${issued.length} certificates issued (HC1): ES256 ${by('ES256')}, PS256 ${by('PS256')}`,
  )
  return issued
}
