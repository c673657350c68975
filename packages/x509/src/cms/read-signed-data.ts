/** Reads signed data from strict DER (RFC 5652 section 5): what is signed, by whom, with what beside it. */
import { toHex } from '@tiemchung/core'
import {
  type AlgorithmIdentifier,
  isNullOrAbsent,
  readAlgorithmIdentifier,
} from '../certificate/algorithm.js'
import { type Name, readName } from '../certificate/name.js'
import { readSerial } from '../certificate/read-certificate.js'
import {
  contentOf,
  type DerCursor,
  type DerElement,
  inside,
  onlyElement,
  rawOf,
  refuse,
} from '../der/cursor.js'
import { readInteger, readOid, readSmallInteger, tags } from '../der/values.js'
import { readable } from '../readable.js'
import { cmsOids } from './oids.js'
import { type Attribute, readAttributes } from './read-attributes.js'

/** How a signer's certificate is named. */
export type SignerId =
  | { readonly by: 'issuer'; readonly issuer: Name; readonly serialNumber: string }
  | { readonly by: 'key'; readonly keyId: Uint8Array }

/** One signature: nothing in it has been checked. */
export interface SignerInfo {
  readonly signer: SignerId
  readonly digestAlgorithm: AlgorithmIdentifier
  /** Undefined when nothing but the content is signed. */
  readonly attributes: readonly Attribute[] | undefined
  /** What the signature is over when there are attributes: their SET, under its own tag. */
  readonly tbs: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  /** For ECDSA still in DER. */
  readonly signature: Uint8Array
}

/** Signatures, whether or not what they are over is beside them. */
export interface DetachedData {
  readonly contentType: string
  /** Certificates that came along, in DER, in any order; other forms of certificates are left out. */
  readonly certificates: readonly Uint8Array[]
  readonly signers: readonly SignerInfo[]
}

/** Content with its signatures. */
export interface SignedData extends DetachedData {
  readonly content: Uint8Array
}

function readContent(info: DerCursor): { readonly content: Uint8Array } {
  const tagged = info.enter(0xa0)
  info.finish()
  const content = contentOf(tagged.read(tags.octetString))
  tagged.finish()
  return { content }
}

/** RFC 5652 section 5.2: of what is kept elsewhere only the type is stated. */
function readNoContent(info: DerCursor): object {
  return info.done ? {} : refuse('x509.cms.content')
}

/** A chain needs three or four; each that is read costs a look at its name. */
const maximumCertificates = 64

/** What stands in an optional SET of certificates or lists. */
function readChoices(element: DerElement | undefined): readonly DerElement[] {
  const choices: DerElement[] = []
  if (element === undefined) return choices
  const cursor = inside(element)
  while (!cursor.done) choices.push(cursor.any())
  return choices
}

function certificatesAmong(choices: readonly DerElement[]): readonly Uint8Array[] {
  const plain = choices.filter(({ tag }) => tag === tags.sequence)
  return plain.length > maximumCertificates ? refuse('x509.der.size') : plain.map(rawOf)
}

function readSignerId(element: DerElement): SignerId {
  if (element.tag === 0x80) return { by: 'key', keyId: contentOf(element) }
  if (element.tag !== tags.sequence) return refuse('x509.cms.signer')
  const cursor = inside(element)
  const issuer = readName(cursor.read(tags.sequence))
  const serialNumber = readSerial(readInteger(cursor.read(tags.integer)))
  cursor.finish()
  return { by: 'issuer', issuer, serialNumber }
}

/** The bytes of an implicitly tagged SET as they are signed (RFC 5652 section 5.4). */
function asSet(element: DerElement): Uint8Array {
  // Not `slice`: that of a Buffer copies nothing, and the caller's bytes would be written to.
  const bytes = new Uint8Array(rawOf(element))
  bytes[0] = tags.set
  return bytes
}

function readSigner(info: DerCursor): SignerInfo {
  const version = readSmallInteger(info.read(tags.integer))
  const signer = readSignerId(info.any())
  // RFC 5652 section 5.3: the version follows from how the signer is named.
  if (version !== (signer.by === 'issuer' ? 1 : 3)) refuse('x509.cms.version')
  const digestAlgorithm = readAlgorithmIdentifier(info.read(tags.sequence))
  const tagged = info.optional(0xa0)
  const attributes = tagged === undefined ? undefined : readAttributes(tagged)
  const tbs = tagged === undefined ? new Uint8Array() : asSet(tagged)
  const signatureAlgorithm = readAlgorithmIdentifier(info.read(tags.sequence))
  const signature = contentOf(info.read(tags.octetString))
  info.optional(0xa1)
  info.finish()
  return { signer, digestAlgorithm, attributes, tbs, signatureAlgorithm, signature }
}

/** How an algorithm is known to be the same: by its identifier where parameters are absent or NULL, else as it stands. */
function algorithmKey({ oid, parameters, raw }: AlgorithmIdentifier): string {
  return readable(() => isNullOrAbsent(parameters)) === true ? oid : toHex(raw)
}

function readDigestAlgorithms(set: DerCursor): ReadonlySet<string> {
  const keys = new Set<string>()
  while (!set.done) keys.add(algorithmKey(readAlgorithmIdentifier(set.read(tags.sequence))))
  return keys
}

/** Tags of other forms (RFC 5652 section 10.2): attribute certificates of both versions, and what is left open. */
const attributeV1 = 0xa1
const attributeV2 = 0xa2
const otherCertificate = 0xa3
const otherList = 0xa1

/** RFC 5652 section 5.1: the version follows from what is inside, and is no other. */
function versionOf(
  contentType: string,
  certificates: readonly DerElement[],
  lists: readonly DerElement[],
  signers: readonly SignerInfo[],
): number {
  const has = (choices: readonly DerElement[], tag: number) =>
    choices.some((choice) => choice.tag === tag)
  if (has(certificates, otherCertificate) || has(lists, otherList)) return 5
  if (has(certificates, attributeV2)) return 4
  if (has(certificates, attributeV1) || contentType !== cmsOids.data) return 3
  return signers.some(({ signer }) => signer.by === 'key') ? 3 : 1
}

function readBody<Content extends object>(
  data: DerCursor,
  readContentOf: (info: DerCursor) => Content,
): DetachedData & Content {
  const version = readSmallInteger(data.read(tags.integer))
  const algorithms = readDigestAlgorithms(data.enter(tags.set))
  const info = data.enter(tags.sequence)
  const contentType = readOid(info.read(tags.oid))
  const content = readContentOf(info)
  const choices = readChoices(data.optional(0xa0))
  const certificates = certificatesAmong(choices)
  const lists = readChoices(data.optional(0xa1))
  const list = data.enter(tags.set)
  data.finish()
  const signers: SignerInfo[] = []
  while (!list.done) signers.push(readSigner(list.enter(tags.sequence)))
  if (version !== versionOf(contentType, choices, lists, signers)) refuse('x509.cms.version')
  // RFC 5652 section 5.1: whoever reads in one pass relies on the set.
  const announced = signers.every(({ digestAlgorithm }) =>
    algorithms.has(algorithmKey(digestAlgorithm)),
  )
  return announced
    ? { ...content, contentType, certificates, signers }
    : refuse('x509.cms.digest-algorithm')
}

function readInfo<Content extends object>(
  der: Uint8Array,
  limit: number,
  readContentOf: (info: DerCursor) => Content,
): DetachedData & Content {
  const outer = inside(onlyElement(der, tags.sequence, limit))
  if (readOid(outer.read(tags.oid)) !== cmsOids.signedData) refuse('x509.cms.type')
  const tagged = outer.enter(0xa0)
  outer.finish()
  const data = readBody(tagged.enter(tags.sequence), readContentOf)
  tagged.finish()
  return data
}

/**
 * The signed data that a ContentInfo in DER holds. Nothing is checked.
 *
 * @throws ParseError `x509.der.*`, `x509.cms.*`, `x509.certificate.*`
 */
export function readSignedData(der: Uint8Array, limit: number): SignedData {
  return readInfo(der, limit, readContent)
}

/**
 * The signatures that a ContentInfo in DER holds over something that is kept elsewhere. Nothing is checked.
 *
 * @throws ParseError `x509.der.*`, `x509.cms.*`, `x509.certificate.*`
 */
export function readDetachedData(der: Uint8Array, limit: number): DetachedData {
  return readInfo(der, limit, readNoContent)
}
