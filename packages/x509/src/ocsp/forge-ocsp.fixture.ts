/** Writes OCSP responses octet by octet, right and wrong ones, signed for real by test keys. */
import { createHash } from 'node:crypto'
import { utf8 } from '@tiemchung/core'
import {
  bytes,
  ecdsaWithSha256,
  extendedKeyUsage,
  extension,
  type Fields,
  forge,
  integer,
  nameOf,
  oid,
  sequence,
  signed,
  type TestKey,
  testKey,
  tlv,
} from '../certificate/forge.fixture.js'
import { digestOids } from '../certificate/digest-algorithm.js'
import { extendedKeyUsageOids, extensionOids } from '../certificate/oids.js'
import { publicKeyBits } from '../certificate/public-key-bits.js'
import { issuingKey } from '../path/chain.fixture.js'
import { ocspOids } from './oids.js'

/** A test key of a delegated responder. */
export const responderKey: TestKey = testKey()

/** A GeneralizedTime of an ISO instant. */
export function generalized(instant: string): Uint8Array {
  return tlv(0x18, utf8(new Date(instant).toISOString().replace(/[-:T]|\.\d+/g, '')))
}

type TestHash = keyof typeof digestOids | 'SHA-224'
const testOids: Readonly<Record<TestHash, string>> = {
  ...digestOids,
  'SHA-224': '2.16.840.1.101.3.4.2.4',
}

function digest(hash: TestHash, data: Uint8Array): Uint8Array {
  return new Uint8Array(createHash(hash.replace('-', '').toLowerCase()).update(data).digest())
}

/** The octets of the SHA-1 of a key's bits. */
export function keyHashOf({ spki }: TestKey): Uint8Array {
  return digest('SHA-1', publicKeyBits(spki))
}

/** Which certificate: by default number 3 of the issuing authority of the test chain. */
export function certificateId({
  hash = 'SHA-1',
  serial = integer(3),
  name = nameOf('TEST issuing'),
  key = issuingKey,
}: {
  readonly hash?: TestHash
  readonly serial?: Uint8Array
  readonly name?: Uint8Array
  readonly key?: TestKey
} = {}): Uint8Array {
  return sequence(
    sequence(oid(testOids[hash]), tlv(0x05)),
    tlv(0x04, digest(hash, name)),
    tlv(0x04, digest(hash, publicKeyBits(key.spki))),
    serial,
  )
}

export const good = tlv(0x80)
export const unknownStatus = tlv(0x82)

/** `revoked` since 1 March 2022, for a reason by its number. */
export function revokedFor(reason?: number): Uint8Array {
  const why = reason === undefined ? bytes() : tlv(0xa0, tlv(0x0a, bytes(reason)))
  return tlv(0xa1, generalized('2022-03-01T00:00:00Z'), why)
}

/** The fields of an answer; each has a sound default. */
export interface AnswerFields {
  readonly id: Uint8Array
  readonly status: Uint8Array
  readonly thisUpdate: Uint8Array
  readonly nextUpdate: Uint8Array
  readonly extensions: readonly Uint8Array[]
}

export function answer(fields: Partial<AnswerFields> = {}): Uint8Array {
  const extensions = fields.extensions ?? []
  return sequence(
    fields.id ?? certificateId(),
    fields.status ?? good,
    fields.thisUpdate ?? generalized('2022-06-14T00:00:00Z'),
    fields.nextUpdate ?? tlv(0xa0, generalized('2022-06-16T00:00:00Z')),
    extensions.length === 0 ? bytes() : tlv(0xa1, sequence(...extensions)),
  )
}

/** The fields of a response; each has a sound default. */
export interface ResponseFields {
  readonly status: Uint8Array
  readonly type: string
  readonly version: Uint8Array
  readonly responder: Uint8Array
  readonly producedAt: Uint8Array
  readonly answers: readonly Uint8Array[]
  readonly extensions: readonly Uint8Array[]
  readonly algorithm: Uint8Array
  readonly hash: string
  readonly certificates: readonly Uint8Array[]
  readonly trailer: Uint8Array
}

export const byName = (name = 'TEST issuing'): Uint8Array => tlv(0xa1, nameOf(name))
export const byKey = (key: TestKey): Uint8Array => tlv(0xa2, tlv(0x04, keyHashOf(key)))

/** A response with these fields, signed by a key. */
export function forgeResponse(
  fields: Partial<ResponseFields> = {},
  signer: TestKey = issuingKey,
): Uint8Array {
  const extensions = fields.extensions ?? []
  const data = sequence(
    fields.version ?? bytes(),
    fields.responder ?? byName(),
    fields.producedAt ?? generalized('2022-06-14T12:00:00Z'),
    sequence(...(fields.answers ?? [answer()])),
    extensions.length === 0 ? bytes() : tlv(0xa1, sequence(...extensions)),
  )
  const certificates = fields.certificates ?? []
  const trailer =
    fields.trailer ?? (certificates.length === 0 ? bytes() : tlv(0xa0, sequence(...certificates)))
  const basic = signed(data, signer, fields.algorithm ?? ecdsaWithSha256, fields.hash, trailer)
  const body = sequence(oid(fields.type ?? ocspOids.basicResponse), tlv(0x04, basic))
  return sequence(fields.status ?? tlv(0x0a, bytes(0)), tlv(0xa0, body))
}

export const noCheck = extension(extensionOids.ocspNoCheck, tlv(0x05))
export const ocspSigning = extendedKeyUsage(extendedKeyUsageOids.ocspSigning)

/** A certificate of a delegated responder, issued by the issuing authority of the test chain. */
export function responder(fields: Partial<Fields> = {}, signer: TestKey = issuingKey): Uint8Array {
  return forge(
    {
      issuer: nameOf('TEST issuing'),
      subject: nameOf('TEST responder'),
      serial: integer(8),
      key: responderKey,
      extensions: [ocspSigning, noCheck],
      ...fields,
    },
    signer,
  )
}
