/** One item of the EU DCC gateway's trust list: what it says, held against the certificate inside. */
import { equalBytes, fromBase64, fromHex, isInstant, isSdkError } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { Certificate } from '@tiemchung/x509'
import { anyBase64 } from '../jwk-key.js'
import { countryOf, readSigner } from '../judge-signer.js'

/** What a certificate of the list is for. */
export type GatewayType = 'DSC' | 'CSCA' | 'UPLOAD' | 'AUTHENTICATION'

/** An item whose fields agree with its certificate; nobody's signature was checked. */
export interface GatewayItem {
  readonly type: GatewayType
  readonly country: string
  readonly certificate: Certificate
  /** The CMS message over the certificate. */
  readonly signature: Uint8Array
}

const types: readonly unknown[] = [
  'DSC',
  'CSCA',
  'UPLOAD',
  'AUTHENTICATION',
] satisfies GatewayType[]

type Loose = Readonly<Record<string, unknown>>

/** The members of an object; none for what is no object. */
export const looseOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null ? (value as Loose) : {}

/** The bytes of a text, or undefined for what is malformed. */
export function bytesOf(
  value: unknown,
  read: (text: string) => Uint8Array,
): Uint8Array | undefined {
  if (typeof value !== 'string') return undefined
  try {
    return read(value)
  } catch (caught) {
    if (isSdkError(caught)) return undefined
    throw caught
  }
}

/** Whether a text is the id of a key whose certificate has this digest: bytes are compared, not spellings. */
export function isKeyId(kid: unknown, digest: Uint8Array): boolean {
  const own = bytesOf(kid, anyBase64)
  return own !== undefined && equalBytes(own, digest.subarray(0, 8))
}

/** RFC 3339, also with a blank before the time, as the gateway's own examples have it. */
const isTimestamp = (value: unknown) =>
  typeof value === 'string' && isInstant(value.replace(/^(\d{4}-\d\d-\d\d) /, '$1T'))

/** An item, or why it is not to be had. */
export async function readGatewayItem(
  value: unknown,
  crypto: CryptoProvider,
): Promise<GatewayItem | string> {
  const { kid, timestamp, country, certificateType, thumbprint, signature, rawData } =
    looseOf(value)
  if (typeof certificateType !== 'string') return 'unreadable'
  if (!types.includes(certificateType)) return 'other-type'
  const [der, cms] = [bytesOf(rawData, fromBase64), bytesOf(signature, fromBase64)]
  const shaped = typeof country === 'string' && /^[A-Z]{2}$/.test(country) && isTimestamp(timestamp)
  const certificate = der && readSigner(() => der)
  if (!shaped || cms === undefined || certificate === undefined) return 'unreadable'
  const digest = await crypto.digest('SHA-256', certificate.der)
  const stated = bytesOf(thumbprint, fromHex)
  if (stated === undefined || !equalBytes(stated, digest)) return 'thumbprint-differs'
  if (!isKeyId(kid, digest)) return 'key-id-differs'
  const own = countryOf(certificate)
  if (own !== undefined && own !== country) return 'country-differs'
  return { type: certificateType as GatewayType, country, certificate, signature: cms }
}
