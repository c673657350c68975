/** Step 8: each certificate is verified offline from the text of its QR code; four are rightly refused. */
import type { VerificationReport } from '@tiemchung/certificates'
import { at, type Stage } from '../day/stage.js'
import { byStranger, damaged, tampered } from './forge.js'
import type { Issued } from './issue-certificates.js'
import { equipVerifier, reasonOf, type Verifier, verify } from './verifier.js'

/** A certificate that was looked at, what is expected of it, and what came out. */
export interface Trial {
  readonly what: 'damaged' | 'tampered' | 'expired' | 'unknown-issuer' | 'revoked' | 're-issued'
  readonly reason: string
  /** Whether it came out as it must: refused for the right reason, or valid. */
  readonly right: boolean
}

/** What verifying came to. */
export interface Verified {
  readonly valid: number
  readonly refused: number
  /** One valid certificate to print, with its report. */
  readonly example?: { readonly issued: Issued; readonly report: VerificationReport }
  readonly trials: readonly Trial[]
}

/** The check that must stand against each, or `valid`. */
const expected: Readonly<Record<Trial['what'], RegExp>> = {
  damaged: /^invalid: envelope\./,
  tampered: /^invalid: cose\.signature /,
  expired: /^invalid: cwt\.expiry /,
  'unknown-issuer': /^(invalid|indeterminate): signer\.trusted /,
  revoked: /^invalid: revocation/,
  're-issued': /^valid$/,
}

/** Verifies one and says whether it came out as it must. */
export async function tryOne(
  what: Trial['what'],
  text: string,
  verifier: Verifier,
): Promise<Trial> {
  const reason = reasonOf(await verify(text, verifier))
  return { what, reason, right: expected[what].test(reason) }
}

async function refuse(
  { certificate, request }: Issued,
  verifier: Verifier,
): Promise<readonly Trial[]> {
  const { text, expiresAt, issuedAt } = certificate
  const later = { ...verifier, at: new Date(Date.parse(expiresAt) + 86_400_000) }
  return [
    await tryOne('damaged', damaged(text), verifier),
    await tryOne('tampered', tampered(text), verifier),
    await tryOne('expired', text, later),
    await tryOne('unknown-issuer', await byStranger(request, new Date(issuedAt)), verifier),
  ]
}

export async function verifyOffline(stage: Stage, issued: readonly Issued[]): Promise<Verified> {
  const verifier = await equipVerifier(stage, at(stage.truth, '18:30'))
  const valid: { issued: Issued; report: VerificationReport }[] = []
  for (const [index, one] of issued.entries()) {
    const report = await verify(one.certificate.text, verifier)
    if (report.verdict === 'valid') valid.push({ issued: one, report })
    stage.progress('verify', index + 1, issued.length)
  }
  const refused = issued.length - valid.length
  const [example] = valid
  const trials = example === undefined ? [] : await refuse(example.issued, verifier)
  stage.say(
    8,
    `kiểm tra ngoại tuyến từ mã QR: ${valid.length} hợp lệ, ${refused} bị từ chối; từ chối đúng ${trials.filter(({ right }) => right).length} trong ${trials.length} mã giả, hỏng, hết hạn`,
    `offline from the QR text: ${valid.length} valid, ${refused} refused; ${trials.filter(({ right }) => right).length} of ${trials.length} bad ones rightly refused`,
  )
  return { valid: valid.length, refused, ...(example === undefined ? {} : { example }), trials }
}
