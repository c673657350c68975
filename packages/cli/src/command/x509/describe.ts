/** What X.509 data says of itself, as plain fields: for a person line by line, for a program as JSON. */
import { createHash } from 'node:crypto'
import { toHex } from '@tiemchung/core'
import type {
  AnsweredStatus,
  Certificate,
  Extension,
  OcspAnswer,
  OcspResponse,
  ResponderId,
  RevocationList,
  SignerId,
  TimestampResponse,
  TimestampToken,
} from '@tiemchung/x509'
import { scopeTexts } from './scope-text.js'
import {
  algorithmText,
  extensionName,
  generalNameText,
  keyText,
  nameText,
  safeText,
  usageText,
} from './text.js'

/** One extension by its name, and whether it is critical. */
export interface ShownExtension {
  readonly oid: string
  readonly name: string | undefined
  readonly critical: boolean
}

/** A value as it is shown. */
export type Shown = string | number | boolean | readonly string[] | readonly ShownExtension[]

/** Fields in the order in which they are shown; undefined ones are left out. */
export type Fields = Readonly<Record<string, Shown | undefined>>

const extensionsOf = (all: readonly Extension[]): readonly ShownExtension[] =>
  all.map(({ oid, critical }) => ({ oid, name: extensionName(oid), critical }))

const hexOf = (bytes: Uint8Array | undefined): string | undefined => bytes && toHex(bytes)

/** A number of any length, as people write it. */
function decimal(bytes: Uint8Array | undefined): string | undefined {
  return bytes && BigInt(`0x0${toHex(bytes)}`).toString()
}

export const fingerprintOf = (der: Uint8Array): string =>
  createHash('sha256').update(der).digest('hex')

/** The fields of a certificate. */
export function certificateFields(certificate: Certificate): Fields {
  const { extensions } = certificate
  const { basicConstraints, policies, nameConstraints } = extensions
  return {
    version: certificate.version,
    subject: nameText(certificate.subject),
    issuer: nameText(certificate.issuer),
    serialNumber: certificate.serialNumber,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    publicKey: keyText(certificate.spki),
    signatureAlgorithm: algorithmText(certificate.signatureAlgorithm),
    authority: basicConstraints?.ca === true,
    pathLength: basicConstraints?.pathLength,
    keyUsage: extensions.keyUsage,
    extendedKeyUsage: extensions.extendedKeyUsage?.map(usageText),
    subjectAltName: extensions.subjectAltName?.map(generalNameText),
    permittedNames: nameConstraints?.permitted.map(generalNameText),
    excludedNames: nameConstraints?.excluded.map(generalNameText),
    policies: policies?.identifiers,
    subjectKeyId: hexOf(extensions.subjectKeyId),
    authorityKeyId: hexOf(extensions.authorityKeyId),
    extensions: extensionsOf(extensions.all),
    sha256: fingerprintOf(certificate.der),
  }
}

/** The fields of a revocation list; `entries` is undefined when they cannot be read. */
export function crlFields(
  list: RevocationList,
  der: Uint8Array,
  entries: number | undefined,
): Fields {
  return {
    version: list.version,
    issuer: nameText(list.issuer),
    crlNumber: decimal(list.crlNumber),
    baseCrlNumber: decimal(list.baseCrlNumber),
    thisUpdate: list.thisUpdate.toISOString(),
    nextUpdate: list.nextUpdate?.toISOString(),
    entries,
    scope: scopeTexts(list),
    authorityKeyId: hexOf(list.authorityKeyId),
    signatureAlgorithm: algorithmText(list.signatureAlgorithm),
    extensions: extensionsOf(list.extensions),
    sha256: fingerprintOf(der),
  }
}

const responderText = (responder: ResponderId): string =>
  responder.by === 'name' ? nameText(responder.name) : toHex(responder.keyHash)

function statusText(says: AnsweredStatus): string {
  if (says.status !== 'revoked') return says.status
  return `revoked ${says.since.toISOString()} ${says.reason}`
}

function answerText({ certificate, says, thisUpdate, nextUpdate }: OcspAnswer): string {
  const until = nextUpdate === undefined ? '-' : nextUpdate.toISOString()
  const dates = `${thisUpdate.toISOString()} – ${until}`
  return `${certificate.serialNumber}: ${statusText(says)} (${dates})`
}

/** The fields of an OCSP response. */
export function ocspFields(response: OcspResponse, der: Uint8Array): Fields {
  const sha256 = fingerprintOf(der)
  if (response.status !== 'successful') return { status: response.status, sha256 }
  const { basic } = response
  return {
    status: response.status,
    responder: responderText(basic.responder),
    producedAt: basic.producedAt.toISOString(),
    answers: basic.answers.map(answerText),
    signatureAlgorithm: algorithmText(basic.signatureAlgorithm),
    certificates: basic.certificates.length,
    extensions: extensionsOf(basic.extensions),
    sha256,
  }
}

const signerText = (signer: SignerId): string =>
  signer.by === 'key' ? toHex(signer.keyId) : `${nameText(signer.issuer)} (${signer.serialNumber})`

/** The fields of a timestamp token. */
export function tokenFields({ info, signer, certificates }: TimestampToken): Fields {
  const { accuracy } = info
  return {
    time: info.time.toISOString(),
    accuracySeconds: accuracy && accuracy.seconds + accuracy.millis / 1e3 + accuracy.micros / 1e6,
    serialNumber: info.serialNumber,
    policy: info.policy,
    imprint: `${algorithmText(info.imprint.algorithm)} ${toHex(info.imprint.digest)}`,
    ordering: info.ordering,
    nonce: hexOf(info.nonce),
    authorityName: info.authority && generalNameText(info.authority),
    signer: signerText(signer.signer),
    signatureAlgorithm: algorithmText(signer.signatureAlgorithm),
    certificates: certificates.length,
    extensions: extensionsOf(info.extensions),
  }
}

/** The fields of a timestamp response, without those of its token. */
export function stampResponseFields({ status, texts, failures }: TimestampResponse): Fields {
  const optional = (all: readonly string[]) => (all.length === 0 ? undefined : all)
  return { status, texts: optional(texts.map(safeText)), failures: optional(failures) }
}
