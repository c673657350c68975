/** Writes timestamp tokens octet by octet, right and wrong ones, signed for real by test keys. */
import { createHash, sign } from 'node:crypto'
import { concatBytes, utf8 } from '@tiemchung/core'
import {
  bytes,
  ecdsaWithSha256,
  extendedKeyUsage,
  extension,
  type Fields,
  forge,
  integer,
  keyUsage,
  nameOf,
  oid,
  sequence,
  type TestKey,
  testKey,
  tlv,
} from '../certificate/forge.fixture.js'
import { digestOids } from '../certificate/digest-algorithm.js'
import { extendedKeyUsageOids, extensionOids } from '../certificate/oids.js'
import { cmsOids } from '../cms/oids.js'
import { issuingKey } from '../path/chain.fixture.js'

/** A test key of a timestamp authority. */
export const authorityKey: TestKey = testKey()

export const message = utf8('một chữ ký cần dấu thời gian')

export type TestHash = keyof typeof digestOids

export function digest(hash: TestHash, data: Uint8Array): Uint8Array {
  return new Uint8Array(createHash(hash.replace('-', '').toLowerCase()).update(data).digest())
}

export const algorithmOf = (hash: TestHash, ...parameters: readonly Uint8Array[]): Uint8Array =>
  sequence(oid(digestOids[hash]), ...parameters)

/** The one usage of an authority, critical. */
export const stamps = extension(
  extensionOids.extendedKeyUsage,
  sequence(oid(extendedKeyUsageOids.timeStamping)),
  true,
)
export const stampsUncritically = extendedKeyUsage(extendedKeyUsageOids.timeStamping)

/** The certificate of the authority, issued by the issuing authority of the test chain. */
export function authority(fields: Partial<Fields> = {}, signer: TestKey = issuingKey): Uint8Array {
  return forge(
    {
      issuer: nameOf('TEST issuing'),
      subject: nameOf('TEST time'),
      serial: integer(5),
      key: authorityKey,
      extensions: [keyUsage('digitalSignature'), stamps],
      ...fields,
    },
    signer,
  )
}

/** The one certificate of the authority that tokens carry and mean unless told otherwise. */
export const authorityCertificate = authority()

export const imprintOf = (hash: TestHash, data = message): Uint8Array =>
  sequence(algorithmOf(hash), tlv(0x04, digest(hash, data)))

/** The fields of a TSTInfo; each has a sound default. */
export interface InfoFields {
  readonly version: Uint8Array
  readonly policy: Uint8Array
  readonly imprint: Uint8Array
  readonly serial: Uint8Array
  readonly time: string
  readonly accuracy: Uint8Array
  readonly ordering: Uint8Array
  readonly nonce: Uint8Array
  readonly authority: Uint8Array
  readonly extensions: readonly Uint8Array[]
}

export function forgeInfo(fields: Partial<InfoFields> = {}): Uint8Array {
  const extensions = fields.extensions ?? []
  return sequence(
    fields.version ?? integer(1),
    fields.policy ?? oid('1.2.3.4.1'),
    fields.imprint ?? imprintOf('SHA-256'),
    fields.serial ?? integer(0x11),
    tlv(0x18, utf8(fields.time ?? '20220615000000Z')),
    fields.accuracy ?? bytes(),
    fields.ordering ?? bytes(),
    fields.nonce ?? bytes(),
    fields.authority ?? bytes(),
    extensions.length === 0 ? bytes() : tlv(0xa1, ...extensions),
  )
}

export const attribute = (type: string, ...values: readonly Uint8Array[]): Uint8Array =>
  sequence(oid(type), tlv(0x31, ...values))

/** ESSCertID: a certificate by its SHA-1. */
export function meantBySha1(certificate: Uint8Array, ...rest: readonly Uint8Array[]): Uint8Array {
  const reference = sequence(tlv(0x04, digest('SHA-1', certificate)), ...rest)
  return attribute(cmsOids.signingCertificate, sequence(sequence(reference)))
}

/** ESSCertIDv2: a certificate by a hash, SHA-256 unless an algorithm is named. */
export function meant(
  certificate: Uint8Array,
  {
    hash = 'SHA-256',
    rest = [],
    named = hash !== 'SHA-256',
  }: {
    readonly hash?: TestHash
    readonly rest?: readonly Uint8Array[]
    readonly named?: boolean
  } = {},
): Uint8Array {
  const reference = sequence(
    ...(named ? [algorithmOf(hash)] : []),
    tlv(0x04, digest(hash, certificate)),
    ...rest,
  )
  return attribute(cmsOids.signingCertificateV2, sequence(sequence(reference)))
}

/** Attributes in the order of DER. */
function inOrder(attributes: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...attributes].sort((left, right) => Buffer.compare(left, right))
}

/** The fields of a token; each has a sound default. */
export interface TokenFields {
  readonly type: string
  readonly dataVersion: Uint8Array
  /** The digest algorithms that are announced. */
  readonly announced: Uint8Array
  readonly contentType: string
  readonly info: Uint8Array
  /** What is signed as content type and digest, when not those of the content. */
  readonly attributes: readonly Uint8Array[]
  readonly sorted: boolean
  readonly certificate: Uint8Array
  readonly certificates: readonly Uint8Array[]
  readonly crls: Uint8Array
  readonly signerVersion: Uint8Array
  readonly signerId: Uint8Array
  readonly digestAlgorithm: Uint8Array
  readonly digestHash: TestHash
  readonly signedAttributes: Uint8Array
  readonly signatureAlgorithm: Uint8Array
  readonly unsigned: Uint8Array
  readonly key: TestKey
  readonly signers: (signer: Uint8Array) => readonly Uint8Array[]
  /** What is said of the content, when it is not inside. */
  readonly encapsulated: Uint8Array
  /** What the signature is over, when not the attributes. */
  readonly over: Uint8Array
}

export const issuerAndSerial = (name = nameOf('TEST issuing'), serial = integer(5)): Uint8Array =>
  sequence(name, serial)

export const contentTypeAttribute = (type: string = cmsOids.timestampInfo): Uint8Array =>
  attribute(cmsOids.contentType, oid(type))
export const digestAttribute = (value: Uint8Array): Uint8Array =>
  attribute(cmsOids.messageDigest, tlv(0x04, value))

/** One signature over the attributes of these fields. */
export function forgeSigner(fields: Partial<TokenFields>, info: Uint8Array): Uint8Array {
  const hash = fields.digestHash ?? 'SHA-256'
  const attributes = fields.attributes ?? [
    contentTypeAttribute(),
    digestAttribute(digest(hash, info)),
    meant(fields.certificate ?? authorityCertificate),
  ]
  const content = concatBytes(...(fields.sorted === false ? attributes : inOrder(attributes)))
  const name = hash.replace('-', '').toLowerCase()
  const over = fields.over ?? tlv(0x31, content)
  return sequence(
    fields.signerVersion ?? integer(1),
    fields.signerId ?? issuerAndSerial(),
    fields.digestAlgorithm ?? algorithmOf(hash),
    fields.signedAttributes ?? tlv(0xa0, content),
    fields.signatureAlgorithm ?? ecdsaWithSha256,
    tlv(0x04, new Uint8Array(sign(name, over, (fields.key ?? authorityKey).privateKey))),
    fields.unsigned ?? bytes(),
  )
}

/** A token with these fields, signed by the key of the test authority. */
export function forgeToken(fields: Partial<TokenFields> = {}): Uint8Array {
  const info = fields.info ?? forgeInfo()
  const certificate = fields.certificate ?? authorityCertificate
  const signer = forgeSigner({ ...fields, certificate }, info)
  const certificates = fields.certificates ?? [certificate]
  const data = sequence(
    fields.dataVersion ?? integer(3),
    tlv(
      0x31,
      fields.announced ?? fields.digestAlgorithm ?? algorithmOf(fields.digestHash ?? 'SHA-256'),
    ),
    fields.encapsulated ??
      sequence(oid(fields.contentType ?? cmsOids.timestampInfo), tlv(0xa0, tlv(0x04, info))),
    certificates.length === 0 ? bytes() : tlv(0xa0, ...certificates),
    fields.crls ?? bytes(),
    tlv(0x31, ...(fields.signers?.(signer) ?? [signer])),
  )
  return sequence(oid(fields.type ?? cmsOids.signedData), tlv(0xa0, data))
}

/** A response with a status and perhaps a token. */
export function forgeReply(
  status: number,
  token: Uint8Array = bytes(),
  ...rest: readonly Uint8Array[]
): Uint8Array {
  return sequence(sequence(integer(status), ...rest), token)
}
