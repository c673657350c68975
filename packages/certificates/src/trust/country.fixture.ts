/** Countries with authorities, uploaders and signers, all of test keys. Nothing here is published. */
import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { concatBytes, fromHex } from '@tiemchung/core'
import type { Signer } from '@tiemchung/core/crypto'
import { readCertificate } from '@tiemchung/x509'
import {
  type CertificateAuthority,
  createAuthority,
  exportPrivateKey,
  generateSigningKey,
} from '@tiemchung/x509/ca'
import type { CountryAnchor } from './country-anchor.js'

/** When the certificates of this kit hold. */
export const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2026-01-01T00:00:00Z'),
}
/** An instant between. */
export const at = new Date('2022-06-01T00:00:00Z')

/** A certificate with its key. */
export interface Holder {
  readonly certificate: Uint8Array
  readonly privateKey: KeyObject
  /** Signs ES256. */
  readonly signer: Signer
}

type Asked = Partial<Parameters<CertificateAuthority['issue']>[0]>

/** An authority that issues certificates of this kit. */
export interface TestAuthority extends Holder {
  readonly anchor: CountryAnchor
  issue(country: string | undefined, options?: Asked): Promise<Holder>
}

function holderOf(certificate: Uint8Array, pkcs8: Uint8Array): Holder {
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const
  const signNow = (data: Uint8Array) => new Uint8Array(sign('sha256', data, key))
  const signer: Signer = {
    algorithm: 'ES256',
    chain: [certificate],
    sign: (data) => Promise.resolve(signNow(data)),
  }
  return { certificate, privateKey, signer }
}

/** An authority of a country; `TEST CSCA VN`. */
export async function testAuthority(country: string, name = 'CSCA'): Promise<TestAuthority> {
  const keys = await generateSigningKey('ES256', { extractable: true })
  const authority = await createAuthority({
    subject: { commonName: `TEST ${name} ${country}`, country },
    keys,
    validity,
  })
  const own = holderOf(authority.certificate, await exportPrivateKey(keys))
  return {
    ...own,
    anchor: { country, certificate: authority.certificate },
    issue: async (of, options = {}) => {
      const subject = { commonName: `TEST ${of}`, ...(of === undefined ? {} : { country: of }) }
      const pair = await generateSigningKey('ES256', { extractable: true })
      const { certificate } = await authority.issue({
        subject,
        publicKey: pair.publicKey,
        validity,
        keyUsage: ['digitalSignature'],
        ...options,
      })
      return holderOf(certificate, await exportPrivateKey(pair))
    },
  }
}

function element(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...parts)
  const { length } = content
  const long = length < 0x100 ? [0x81] : [0x82, length >> 8]
  const octets = length < 0x80 ? [length] : [...long, length & 0xff]
  return concatBytes(new Uint8Array([tag, ...octets]), content)
}

const sequence = (...parts: readonly Uint8Array[]) => element(0x30, ...parts)
const sha256 = sequence(fromHex('0609608648016503040201'))
const ecdsaWithSha256 = sequence(fromHex('06082a8648ce3d040302'))
const data = fromHex('06092a864886f70d010701')
const signedData = fromHex('06092a864886f70d010702')
const version = (number: number) => new Uint8Array([2, 1, number])

/** A detached CMS signature over some octets, its signer named by key. */
export function detached(content: Uint8Array, { certificate, privateKey }: Holder): Uint8Array {
  const keyId = readCertificate(certificate).extensions.subjectKeyId
  const signature = new Uint8Array(sign('sha256', content, privateKey))
  const info = sequence(
    version(3),
    element(0x80, keyId ?? new Uint8Array()),
    sha256,
    ecdsaWithSha256,
    element(0x04, signature),
  )
  const body = sequence(version(3), element(0x31, sha256), sequence(data), element(0x31, info))
  return sequence(signedData, element(0xa0, body))
}
