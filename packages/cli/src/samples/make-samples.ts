/** A certificate of each kind that a verifier meets, and the lists that tell them apart. */
import {
  decodeCertificate,
  encodeCertificate,
  prepareCertificate,
} from '@tiemchung/certificates/envelope'
import { qrPng } from '@tiemchung/certificates/qr'
import { revocationEntryFor } from '@tiemchung/certificates/revocation'
import { formatInstant, toBase64, toPem, utf8 } from '@tiemchung/core'
import { startIssuer } from './issuers.js'
import { writePdf } from './pdf.js'

/** The kinds of samples, which are the names of their files too. */
export const sampleKinds = ['valid', 'expired', 'tampered', 'revoked', 'unknown-issuer'] as const

type Texts = Readonly<Record<(typeof sampleKinds)[number], string>>

/** A file to write. */
export interface SampleFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const day = 86_400_000

/** The same certificate with one dose more, under the signature that was made for the other. */
function tamperedOf(text: string): string {
  const { header, unverified, bytes } = decodeCertificate(text)
  const { issuer = '', issuedAt = 0, expiresAt = 0, payload } = unverified
  const changed: unknown = JSON.parse(JSON.stringify(payload).replace('"dn":2', '"dn":3'))
  const content = { issuer, issuedAt, expiresAt, payload: changed as typeof payload }
  const keyId = header.keyId?.value ?? new Uint8Array()
  const unsigned = prepareCertificate({ algorithm: -7, keyId, ...content })
  return encodeCertificate(unsigned, bytes.signature).text
}

const json = (name: string, document: object): SampleFile => ({
  name,
  bytes: utf8(`${JSON.stringify(document, undefined, 2)}\n`),
})

const pngScale = 4

function filesOf(kind: string, text: string): readonly SampleFile[] {
  const png = qrPng(text, { scale: pngScale })
  const page = { title: `TEST: ${kind}`, png, name: `${kind}.txt`, text }
  return [
    { name: `${kind}.txt`, bytes: utf8(`${text}\n`) },
    { name: `${kind}.png`, bytes: png },
    { name: `${kind}.pdf`, bytes: writePdf(page) },
  ]
}

/** All files of a set of samples, made anew with keys of their own. They are good for a year. */
export async function makeSamples(at: Date): Promise<readonly SampleFile[]> {
  const issuer = await startIssuer('SAMPLES', at)
  const stranger = await startIssuer('STRANGER', at)
  const before = (days: number) => new Date(at.getTime() - days * day)
  const valid = await issuer.issue(before(1))
  const texts: Texts = {
    valid,
    expired: await issuer.issue(before(730)),
    tampered: tamperedOf(valid),
    revoked: await issuer.issue(before(2)),
    'unknown-issuer': await stranger.issue(before(1)),
  }
  const dated = {
    version: '1',
    issuedAt: formatInstant(before(1)),
    nextUpdate: formatInstant(before(-365)),
  }
  const item = { certificate: toBase64(issuer.certificate), country: 'VN', usages: ['vaccination'] }
  const groups = [await revocationEntryFor(texts.revoked)]
  return [
    { name: 'csca.pem', bytes: utf8(toPem(issuer.anchor, 'CERTIFICATE')) },
    json('trust-list.json', { format: 'trust-list/1', ...dated, items: [item] }),
    json('revocation-list.json', { format: 'revocation-list/1', ...dated, groups }),
    ...sampleKinds.flatMap((kind) => filesOf(kind, texts[kind])),
  ]
}
