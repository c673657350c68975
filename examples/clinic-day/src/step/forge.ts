/** Certificates that must be refused: damaged, tampered with, of an issuer that nobody knows. */
import {
  type CborMap,
  type CborValue,
  decodeCbor,
  decodeCertificate,
  encodeCbor,
  encodeCertificate,
} from '@tiemchung/certificates/envelope'
import {
  issueCertificate,
  newCertificateId,
  vaccinationPayload,
} from '@tiemchung/certificates/issue'
import type { CertificateRequest } from '@tiemchung/schemas'
import { products } from '@tiemchung/schemas/products'
import { softwareSigner } from '@tiemchung/signing'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'

/** One character of the QR code read wrong. */
export function damaged(text: string): string {
  const place = Math.floor(text.length / 2)
  const other = text[place] === 'A' ? 'B' : 'A'
  return text.slice(0, place) + other + text.slice(place + 1)
}

/** CWT claim -260 is the health certificate, and its member 1 the EU payload (hcert 3.3.1). */
const healthCertificate = -260

function mapAt(map: CborMap, key: number): CborMap {
  const found = map.get(key)
  if (!(found instanceof Map)) throw new Error(`no map at ${key}`)
  return found as CborMap
}

/** The same certificate over another birth date, under the signature of the real one. */
export function tampered(text: string): string {
  const { bytes } = decodeCertificate(text)
  const claims = decodeCbor(bytes.payload)
  if (!(claims instanceof Map)) throw new Error('a certificate is a map of claims')
  const outer = mapAt(claims as CborMap, healthCertificate)
  const payload = new Map<number | bigint | string, CborValue>(mapAt(outer, 1))
  payload.set('dob', '2001-01-01')
  const changed = new Map(claims as CborMap).set(healthCertificate, new Map(outer).set(1, payload))
  const { protectedHeader, signature } = bytes
  return encodeCertificate({ protectedHeader, payload: encodeCbor(changed) }, signature).text
}

/** A sound certificate for the same course, by somebody with a key and a certificate made at home. */
export async function byStranger(request: CertificateRequest, issuedAt: Date): Promise<string> {
  const codes = products.find((product) => product.id === request.product)?.eu
  if (codes === undefined || codes === null) throw new Error('the product has no codes')
  const keys = await generateSigningKey('ES256')
  const day = 86_400_000
  const validity = {
    notBefore: new Date(issuedAt.getTime() - day),
    notAfter: new Date(issuedAt.getTime() + 730 * day),
  }
  const subject = { commonName: 'TEST stranger', country: 'VN' }
  const { certificate } = await createAuthority({ subject, keys, validity })
  const signer = await softwareSigner({
    privateKey: { key: keys.privateKey },
    algorithm: 'ES256',
    chain: [certificate],
  })
  const certificateId = newCertificateId()
  const payload = vaccinationPayload({
    ...request,
    codes,
    issuerName: 'TEST stranger',
    certificateId,
  })
  return (await issueCertificate(payload, { signer, issuedAt })).text
}
