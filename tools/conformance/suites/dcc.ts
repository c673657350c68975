import { fromHex } from '@tiemchung/core'
import {
  type CborMap,
  type CborValue,
  decodeCbor,
  decodeCertificate,
  encodeCbor,
} from '@tiemchung/certificates/envelope'
import {
  type CertificateCheckId,
  type TrustedKey,
  trustedKeys,
  usagesOf,
  type VerificationReport,
  verifyCertificate,
} from '@tiemchung/certificates/verify'
import { same } from '../same.js'
import { judge, type Suite, type SuiteWorld } from '../suite.js'

interface Row {
  readonly prefix: string
  readonly json?: unknown
  /** CBOR of the payload, in hex. */
  readonly cbor?: string
  readonly cert?: string
  readonly clock?: string
  readonly expected?: Readonly<Record<string, boolean>>
}

/** Flag of the test data → the checks that it asserts. */
const checksOf: Readonly<Record<string, readonly CertificateCheckId[]>> = {
  unprefix: ['envelope.prefix'],
  b45decode: ['envelope.base45'],
  compression: ['envelope.inflate'],
  decode: ['envelope.cbor', 'envelope.cose', 'envelope.cwt'],
  verify: ['cose.signature'],
  expirationcheck: ['cwt.issued-at', 'cwt.expiry'],
  keyusage: ['cose.signature', 'signer.usage'],
}

/**
 * Flag → what it asserts of the documents beside the text. Not judged: `picturedecode` needs a picture;
 * `validobject` and `schemavalidation` mean the schema that each row names, which was looser before 1.3.
 */
const comparisonsOf: Readonly<Record<string, (row: Row) => boolean>> = {
  validjson: ({ prefix, json }) =>
    same(inJson(decodeCertificate(prefix).unverified.payload), inJson(json)),
  encode: ({ json, cbor }) => {
    const written = encodeCbor(cborOf(json))
    return same(read(written), cbor === undefined ? cborOf(json) : payloadIn(cbor))
  },
}

/** A time with an offset, written as the instant that it is. */
const asInstant = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(value)
    ? new Date(value).getTime()
    : value

/** JSON has no `undefined`, no order, and one kind of number. */
const inJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value), asInstant) as unknown

/** What JSON becomes in CBOR. */
function cborOf(value: unknown): CborValue {
  if (Array.isArray(value)) return value.map(cborOf)
  if (typeof value !== 'object' || value === null) return value as CborValue
  return new Map(Object.entries(value).map(([key, inner]) => [key, cborOf(inner)]))
}

const read = (cbor: Uint8Array): CborValue =>
  decodeCbor(cbor, { indefiniteLengths: true, longForms: true })

/** The payload of a row's CBOR, which some countries give within its claims. */
function payloadIn(hex: string): CborValue {
  const value = read(fromHex(hex))
  const claim = value instanceof Map ? (value as CborMap).get(-260) : undefined
  return claim instanceof Map ? ((claim as CborMap).get(1) ?? value) : value
}

/** The instant of a clock: some have no offset, some name their zone in brackets. */
function instantOf(clock: string | undefined): Date {
  const text = (clock ?? '').replace(/\[.*\]$/, '').replace(' ', 'T')
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`
  const instant = new Date(zoned)
  return Number.isNaN(instant.getTime()) ? new Date('2021-06-01T00:00:00Z') : instant
}

/** The key of the row's certificate as the platform reads it: this suite is about the envelope, not X.509. */
function keysOf({ cert }: Row, { signerOf }: SuiteWorld): TrustedKey[] {
  const facts = cert === undefined ? undefined : signerOf(cert)
  if (facts === undefined) return []
  const usages = usagesOf(facts.purposes)
  return [
    {
      keyId: fromHex(facts.keyId),
      key: fromHex(facts.spki),
      ...(usages === undefined ? {} : { usages }),
    },
  ]
}

function reportOn(row: Row, world: SuiteWorld): Promise<VerificationReport> {
  return verifyCertificate(row.prefix, {
    trust: trustedKeys(keysOf(row, world)),
    at: instantOf(row.clock),
    crypto: world.crypto,
  })
}

/** The EU's own test data: what each row says of its text, flag by flag. */
export const dcc: Suite = {
  name: 'dcc',
  folder: 'dgc-testdata',
  files: /^[^/]+\.jsonl$/,
  *judge({ id, value }, world) {
    const row = value as Row
    let known: Promise<VerificationReport> | undefined
    const passes = async (ids: readonly CertificateCheckId[]) => {
      const { checks } = await (known ??= reportOn(row, world))
      return ids.every((wanted) =>
        checks.some((check) => check.id === wanted && check.status === 'passed'),
      )
    }
    for (const [flag, expected] of Object.entries(row.expected ?? {})) {
      const ids = checksOf[flag]
      const compare = comparisonsOf[flag]
      if (ids !== undefined) yield judge(`${id} ${flag}`, expected, () => passes(ids), flag)
      else if (compare !== undefined) {
        yield judge(`${id} ${flag}`, expected, () => compare(row), flag)
      }
    }
  },
}
