/** A facility's JWS, judged: form, header, canonical payload, timestamp, and then its signer. */
import { failed, passed, toBase64Url } from '@tiemchung/core'
import type { SignedThing } from '../register/signer-register.js'
import { inOrder } from '../signature/in-order.js'
import {
  defaultTolerance,
  type JudgedSignature,
  judgeSigner,
  type VerifySignatureOptions,
} from '../signature/judge-signer.js'
import { judgeTimestamp } from '../timestamp/judge-timestamp.js'
import { hostCrypto } from '../world.js'
import {
  openJws,
  type SignatureCheck,
  type SignatureCheckId,
  signatureCheckIds,
} from './open-jws.js'
import type { SignedType } from './protected-header.js'
import type { FlattenedJws } from './serialization.js'

const thingOf: Readonly<Record<SignedType, SignedThing>> = {
  'dose-record+jws': 'records',
  'day-seal+jws': 'seals',
  'day-report+jws': 'reports',
}

/**
 * Judges a JWS of a facility: form, header, canonical payload, signature, timestamp, chain, entitlement.
 * `facilityOf` reads from the payload for whom it was signed; `given` are the octets that were sent beside a
 * detached one.
 */
export async function judgeSignature(
  jws: string | FlattenedJws,
  typ: SignedType,
  facilityOf: (payload: unknown) => string | undefined,
  options: VerifySignatureOptions,
  given?: Uint8Array,
): Promise<JudgedSignature<SignatureCheckId>> {
  const { checks, opened } = openJws(jws, typ, given)
  if (opened === undefined) return { checks: inOrder(signatureCheckIds, checks), further: [] }
  const { header, payload, parts } = opened
  const crypto = options.crypto ?? hostCrypto
  const digest = await crypto.digest('SHA-256', header.chain[0])
  if (toBase64Url(digest) !== header.thumbprint) {
    const others = checks.filter(({ id }) => id !== 'jws.header')
    const refused: SignatureCheck = failed('jws.header', 'thumbprint')
    return { checks: inOrder(signatureCheckIds, [refused, ...others]), further: [] }
  }
  const { at, clockTolerance = defaultTolerance } = options
  const latest = at === undefined ? undefined : new Date(at.getTime() + clockTolerance * 1000)
  const stamp = await judgeTimestamp(parts, options.timestamps, latest, crypto)
  const around = { facility: facilityOf(payload), what: thingOf[typ], digest, stamp }
  const { signature: octets, input } = parts
  const judged = await judgeSigner({ header, payload, signature: octets, input }, around, options)
  const { fault, further, signer } = judged
  const signature: SignatureCheck =
    fault === undefined ? passed('jws.signature') : failed('jws.signature', fault)
  const all = inOrder<SignatureCheckId>(signatureCheckIds, [...checks, signature, ...judged.checks])
  return { checks: all, further, payload, signer }
}
