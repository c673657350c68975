/** Keys, certificates and broken certificates for the tests of this package. Nothing here is published. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { CivilDate, PartialDate } from '@tiemchung/core'
import type { Signer } from '@tiemchung/core/crypto'
import { encodeCbor } from './envelope/cbor.js'
import { type CborMap, CborTag, type CborValue } from '@tiemchung/core/cbor'
import { sigStructure } from './envelope/cose.js'
import { encodeBase45 } from './envelope/base45.js'
import { cborOf } from './envelope/json.js'
import { deflate } from './envelope/inflate.node.js'
import { vaccinationPayload } from './issue/vaccination-payload.js'
import type { HealthCertificatePayload } from './payload/payload.js'
import type { TrustedKey } from './verify/trust/trusted-key.js'

/** A signer whose public key is known. */
export interface TestSigner extends Signer {
  readonly spki: Uint8Array
  readonly keyId: Uint8Array
  signNow(data: Uint8Array): Uint8Array
}

let keysMade = 0

function signerOf(
  algorithm: Signer['algorithm'],
  publicKey: KeyObject,
  signNow: (data: Uint8Array) => Uint8Array,
): TestSigner {
  keysMade += 1
  return {
    algorithm,
    chain: [],
    spki: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
    keyId: Uint8Array.of(0x7e, 0x57, 0, 0, 0, 0, 0, keysMade),
    signNow,
    sign: (data) => Promise.resolve(signNow(data)),
  }
}

/** A fresh EC key that signs ES256 in raw `r||s`. */
export function ecSigner(namedCurve: 'P-256' | 'P-384' = 'P-256'): TestSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve })
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const
  return signerOf('ES256', publicKey, (data) => new Uint8Array(sign('sha256', data, key)))
}

/** A fresh RSA key that signs PS256 with a salt of 32 bytes. */
export function rsaSigner(modulusLength = 2048): TestSigner {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength })
  const key = { key: privateKey, padding: 6, saltLength: 32 } as const
  return signerOf('PS256', publicKey, (data) => new Uint8Array(sign('sha256', data, key)))
}

/** The trusted key of a signer: Viet Nam, valid from 2021 to 2031. */
export function trustIn(signer: TestSigner, changes: Partial<TrustedKey> = {}): TrustedKey {
  return {
    keyId: signer.keyId,
    key: signer.spki,
    country: 'VN',
    usages: ['vaccination'],
    notBefore: new Date('2021-01-01T00:00:00Z'),
    notAfter: new Date('2031-01-01T00:00:00Z'),
    ...changes,
  }
}

/** A dose of an invented person. */
export function samplePayload(): HealthCertificatePayload {
  return vaccinationPayload({
    familyName: 'Đặng',
    givenName: 'Thị Ngọc Ánh',
    birthDate: '2014-09-02' as PartialDate,
    codes: { vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215' },
    doseNumber: 2,
    courseDoses: 2,
    vaccinationDate: '2022-05-20' as CivilDate,
    issuerName: 'Cục Y tế dự phòng',
    certificateId: 'URN:UVCI:01:VN:0123456789ABCDEF0123456789ABCDEF',
  })
}

/** 2022-06-01T00:00:00Z. */
export const issuedAt = 1_654_041_600
/** 2023-06-01T00:00:00Z. */
export const expiresAt = 1_685_577_600
/** An instant between the two. */
export const within = new Date('2022-12-01T00:00:00Z')

/** What a hand-made certificate differs in. */
export interface Parts {
  readonly signer: TestSigner
  readonly protectedHeader?: CborMap
  readonly protectedBytes?: Uint8Array
  readonly unprotectedHeader?: CborMap
  readonly claims?: ReadonlyMap<number, CborValue>
  readonly payload?: CborValue
  readonly payloadBytes?: Uint8Array
  readonly signature?: Uint8Array
  readonly wrap?: (cose: readonly CborValue[]) => CborValue
  readonly compress?: (cose: Uint8Array) => Uint8Array
}

/** The claims of a hand-made certificate. */
export function claimsWith(payload: CborValue): Map<number, CborValue> {
  return new Map<number, CborValue>([
    [1, 'VN'],
    [4, expiresAt],
    [6, issuedAt],
    [-260, new Map([[1, payload]])],
  ])
}

/** The text of a hand-made certificate, signed over whatever it says. */
export function textOf(parts: Parts): string {
  const { signer } = parts
  const number = signer.algorithm === 'PS256' ? -37 : -7
  const protectedHeader: CborMap =
    parts.protectedHeader ??
    new Map<number, CborValue>([
      [1, number],
      [4, signer.keyId],
    ])
  const protectedBytes = parts.protectedBytes ?? encodeCbor(protectedHeader)
  const payload = parts.payload ?? cborOf(samplePayload() as never)
  const payloadBytes = parts.payloadBytes ?? encodeCbor(parts.claims ?? claimsWith(payload))
  const toBeSigned = sigStructure({ protectedBytes, protectedHeader, payload: payloadBytes })
  const signature = parts.signature ?? signer.signNow(toBeSigned)
  const items = [protectedBytes, parts.unprotectedHeader ?? new Map(), payloadBytes, signature]
  const cose = encodeCbor(parts.wrap?.(items) ?? new CborTag(18, items))
  return `HC1:${encodeBase45((parts.compress ?? deflate)(cose))}`
}

/** A text whose COSE is exactly these bytes. */
export function textAround(cose: Uint8Array): string {
  return `HC1:${encodeBase45(deflate(cose))}`
}
