import { fromBase64, systemClock, systemRandom, uuidv7 } from '@tiemchung/core'
import {
  trustedKeys,
  type TrustStore,
  type VerificationReport,
  verifyCertificate,
} from '@tiemchung/certificates'
import { loadRevocationList } from '@tiemchung/certificates/revocation'
import { loadTrustList } from '@tiemchung/certificates/trust'
import type { RevocationSource } from '@tiemchung/certificates'
import { certificateRequestSchema } from '@tiemchung/schemas'
import { type IssuedCertificate, issuedCertificateSchema } from '@tiemchung/schemas/wire'
import type { Stage } from './stage.js'

const newId = () => uuidv7({ clock: systemClock, random: systemRandom })

/** A course that waits for its certificate. */
interface Course {
  readonly recordIds: readonly string[]
  readonly request: unknown
}

/** The central signer issues a certificate for every complete course: every second one with PS256. */
export async function issueAll(
  stage: Stage,
  replaces: ReadonlyMap<string, string> = new Map(),
): Promise<readonly IssuedCertificate[]> {
  const central = stage.platform.as('central-signer')
  const courses = (await central.pages('/v1/courses').toArray({ limit: 10_000 })) as Course[]
  const issued: IssuedCertificate[] = []
  for (const [index, course] of courses.entries()) {
    const request = certificateRequestSchema.parse(course.request)
    const id = newId()
    const old = replaces.get(request.recordIds[0] ?? '')
    issued.push(
      await central.put(`/v1/certificates/${id}`, {
        body: {
          request,
          algorithm: index % 2 === 0 ? 'ES256' : 'PS256',
          ...(old === undefined ? {} : { replaces: old }),
        },
        schema: issuedCertificateSchema,
        idempotencyKey: id,
      }),
    )
    stage.progress('issue', index + 1, courses.length)
  }
  return issued
}

/** What a verifier takes home: keys and the list of what is revoked. */
export interface VerifierKit {
  readonly trust: TrustStore
  readonly revocation: RevocationSource
}

/** Loads trust list and revocation list, the only time that a verifier needs the network. */
export async function verifierKit(stage: Stage, at: Date): Promise<VerifierKit> {
  const { open } = stage.platform
  const { countryAnchors } = (await open.get('/_sandbox/keys')) as { countryAnchors: string[] }
  const anchors = countryAnchors.map((anchor) => ({
    country: 'VN',
    certificate: fromBase64(anchor),
  }))
  const { trust } = await loadTrustList(await open.get('/v1/trust-list'), { anchors, at })
  return { trust, revocation: loadRevocationList(await open.get('/v1/revocation-list')) }
}

/** Verdicts by how many, and the first report of a valid one. */
export interface Verified {
  readonly valid: number
  readonly refused: number
  readonly example?: VerificationReport
}

/** Verifies every certificate offline, from the text of its QR code. */
export async function verifyAll(
  certificates: readonly IssuedCertificate[],
  kit: VerifierKit,
  at: Date,
): Promise<Verified> {
  let valid = 0
  let example: VerificationReport | undefined
  for (const { text } of certificates) {
    const report = await verifyCertificate(text, { ...kit, at })
    if (report.verdict !== 'valid') continue
    valid += 1
    example ??= report
  }
  const refused = certificates.length - valid
  return { valid, refused, ...(example === undefined ? {} : { example }) }
}

/** Why a certificate was refused: the first check that failed or is open. */
export function reasonOf(report: VerificationReport): string {
  const open = report.checks.find(
    (check) => check.status === 'failed' || check.status === 'unknown',
  )
  return `${report.verdict}: ${open?.id ?? '-'} (${open?.reason ?? '-'})`
}

/** Three that must be refused: tampered with, expired, of an issuer that nobody knows. */
export async function refuseThree(
  certificate: IssuedCertificate,
  kit: VerifierKit,
  at: Date,
): Promise<readonly { readonly what: string; readonly reason: string }[]> {
  const { text } = certificate
  const place = Math.floor(text.length / 2)
  const other = text[place] === 'A' ? 'B' : 'A'
  const tampered = text.slice(0, place) + other + text.slice(place + 1)
  const later = new Date(Date.parse(certificate.expiresAt) + 86_400_000)
  const stranger = trustedKeys([{ keyId: new Uint8Array(8), key: new Uint8Array(91) }])
  return [
    { what: 'tampered', reason: reasonOf(await verifyCertificate(tampered, { ...kit, at })) },
    { what: 'expired', reason: reasonOf(await verifyCertificate(text, { ...kit, at: later })) },
    {
      what: 'unknown-issuer',
      reason: reasonOf(await verifyCertificate(text, { ...kit, trust: stranger, at })),
    },
  ]
}
