import { canonicalBytes, fixedClock, parseCivilDate, parseUuid, toHex, utf8 } from '@tiemchung/core'
import {
  CborFloat,
  type CborMap,
  CborTag,
  type CborValue,
  decodeCbor,
  encodeCbor,
} from '@tiemchung/core/cbor'
import { type SignatureAlgorithm, systemCrypto } from '@tiemchung/core/crypto'
import { amendRecord, type DoseRecord } from '@tiemchung/schemas'
import { beforeAll, describe, expect, test } from 'vitest'
import { signingPolicy1815 } from '../policy/signing-policy-1815.js'
import { signRecord } from '../record/sign-records.js'
import { verifyRecord } from '../record/verify-record.js'
import type { SignerRegister } from '../register/signer-register.js'
import type { VerifySignatureOptions } from '../signature/judge-signer.js'
import {
  codeOf,
  facility,
  firstOpen,
  signedAt,
  type TestChain,
  testChain,
  testRecord,
} from '../test-chain.fixture.js'
import { detachRecordCose } from './detach-record-cose.js'
import { signRecordCose } from './sign-record-cose.js'
import {
  coseRecordCheckIds,
  type VerifyRecordCoseOptions,
  verifyRecordCose,
} from './verify-record-cose.js'

let chain: TestChain
let first: Uint8Array

beforeAll(async () => {
  chain = await testChain()
  first = await signRecordCose(testRecord(), chain.signer, { at: signedAt })
})

const verify = (cose: Uint8Array, options: Partial<VerifyRecordCoseOptions> = {}) =>
  verifyRecordCose(cose, { anchors: chain.anchors, ...options })

type Parts = [Uint8Array, CborMap, Uint8Array | null, Uint8Array]
const partsOf = (cose: Uint8Array) => [...((decodeCbor(cose) as CborTag).value as Parts)] as Parts
const tagged = (parts: readonly CborValue[], tag = 18) => encodeCbor(new CborTag(tag, parts))
const headerIn = (cose: Uint8Array) =>
  new Map(decodeCbor(partsOf(cose)[0]) as ReadonlyMap<number, CborValue>)

/** The first record's header or payload changed, and signed again by the same key. */
async function resigned(change: {
  header?: (header: Map<number, CborValue>) => CborValue
  octets?: (header: Uint8Array) => Uint8Array
  payload?: Uint8Array
}): Promise<Uint8Array> {
  const header = headerIn(first)
  const written = encodeCbor(change.header?.(header) ?? header)
  const head = change.octets?.(written) ?? written
  const payload = change.payload ?? canonicalBytes(testRecord())
  const input = encodeCbor(['Signature1', head, new Uint8Array(), payload])
  return tagged([head, new Map(), payload, await chain.signer.sign(input)])
}

const withParameter = (label: number, value: CborValue) => (header: Map<number, CborValue>) =>
  header.set(label, value)
const without = (label: number) => (header: Map<number, CborValue>) => {
  header.delete(label)
  return header
}

describe('signRecordCose', () => {
  test('writes everything into the protected header, and the canonical JSON as the payload', () => {
    const [, unprotected, payload] = partsOf(first)
    expect(unprotected.size).toBe(0)
    expect(payload).toEqual(canonicalBytes(testRecord()))
    expect(headerIn(first)).toEqual(
      new Map<number, CborValue>([
        [1, -7],
        [3, 'application/json'],
        [15, new Map([[6, signedAt.getTime() / 1000]])],
        [16, 'application/dose-record+cose'],
        [33, chain.chain],
      ]),
    )
  })

  test('a chain of one certificate is that certificate and no list (RFC 9360)', async () => {
    const [own] = chain.signer.chain
    const alone = { ...chain.signer, chain: own === undefined ? [] : [own] }
    const cose = await signRecordCose(testRecord(), alone, { at: signedAt })
    expect(headerIn(cose).get(33)).toEqual(own)
    expect(firstOpen(await verify(cose))).toMatch(/^signer\.chain/)
  })

  test.each<SignatureAlgorithm>(['ES256', 'ES384', 'ES512', 'PS256', 'RS256', 'EdDSA'])(
    'signs with %s, and what it signs is valid',
    async (algorithm) => {
      const other = await testChain(undefined, algorithm)
      const cose = await signRecordCose(testRecord(), other.signer, { at: signedAt })
      const report = await verifyRecordCose(cose, { anchors: other.anchors })
      expect(report.verdict).toBe('valid')
      expect(report.signer?.algorithm).toBe(algorithm)
    },
  )

  test('refuses by the codes of every signature', async () => {
    const { signer } = chain
    const sign = (changes: object, at = signedAt, record = testRecord()) =>
      codeOf(signRecordCose(record, { ...signer, ...changes }, { at }))
    expect(await sign({ chain: [] })).toBe('signing.no-certificate')
    expect(await sign({ algorithm: 'RS384' })).toBe('signing.algorithm')
    expect(await sign({ algorithm: 'PS256' })).toBe('signing.key-mismatch')
    expect(await sign({}, new Date(Number.NaN))).toBe('signing.instant')
    const wrong = () => Promise.resolve([new Uint8Array(64)])
    expect(await sign({ signMany: wrong })).toBe('signing.answer')
    const unwritable = { ...testRecord(), enteredBy: '\ud800' }
    expect(await sign({}, signedAt, unwritable)).toBe('input.json-canonical')
  })
})

describe('verifyRecordCose', () => {
  test('a record that its facility signed is valid, and is given out', async () => {
    const report = await verify(first)
    expect(report.verdict).toBe('valid')
    expect(report.record).toEqual(testRecord())
    expect(report.signer).toMatchObject({ algorithm: 'ES256', signedAt })
    expect(report.checks.map(({ id }) => id)).toEqual(coseRecordCheckIds)
    expect(report.checks.filter(({ status }) => status !== 'passed')).toEqual([
      { id: 'signer.register', status: 'skipped', reason: 'not-asked' },
      { id: 'signer.role', status: 'skipped', reason: 'not-asked' },
      { id: 'signing.timestamp', status: 'skipped', reason: 'none' },
      { id: 'signing.in-time', status: 'skipped', reason: 'not-asked' },
      { id: 'record.amends', status: 'skipped', reason: 'first-record' },
    ])
  })

  const digestOf = async (der: Uint8Array | undefined) =>
    toHex(await systemCrypto.digest('SHA-256', der ?? new Uint8Array()))

  /** A register that lets the chain's signer sign the records of some facilities. */
  async function registerFor(...facilities: readonly string[]): Promise<SignerRegister> {
    const from = parseCivilDate('2022-01-01')
    const fingerprint = await digestOf(chain.chain[0])
    return {
      format: 'signer-register/1',
      id: 'test',
      version: '1',
      effective: { from, to: null },
      published: from,
      sources: [],
      assumptions: [],
      issuers: [{ kind: 'public', anchors: [await digestOf(chain.anchors[0]?.certificate)] }],
      entries: [
        {
          signer: { fingerprint },
          role: 'facility',
          facilities,
          signs: ['records'],
          from,
          to: null,
        },
      ],
    }
  }

  test('a signature by one unit over the record of another is refused by name', async () => {
    const report = await verify(first, { register: await registerFor('99999') })
    expect(firstOpen(report)).toBe('signer.register failed other-facility')
  })

  test('from the chain on it says what is said of a JWS', async () => {
    const signed = await signRecord(testRecord(), chain.signer, { at: signedAt })
    const register = await registerFor(facility)
    const late = { at: new Date('2022-05-21T10:00:00Z') }
    const lists = { crls: await chain.lists(signedAt) }
    const rows: readonly Partial<VerifySignatureOptions>[] = [
      {},
      { anchors: [] },
      { anchors: (await testChain()).anchors },
      { register },
      { register: await registerFor() },
      { register, policy: signingPolicy1815 },
      { policy: { ...signingPolicy1815, inTimeBy: 'proof', whenLate: 'failed' }, ...late },
      { revocation: lists, at: signedAt },
      { at: new Date('2022-05-20T09:00:00Z') },
      { provenAt: new Date('2022-05-20T09:00:00Z') },
      { at: new Date('2024-02-01T00:00:00Z') },
    ]
    const common = coseRecordCheckIds.filter((id) => !id.startsWith('cose.'))
    const verdicts = new Set<string>()
    for (const row of rows) {
      const terms = { anchors: chain.anchors, ...row }
      const [ours, theirs] = [await verify(first, terms), await verifyRecord(signed, terms)]
      verdicts.add(ours.verdict)
      expect(ours.verdict).toBe(theirs.verdict)
      for (const id of common) {
        const here = ours.checks.find((check) => check.id === id)
        expect(here).toEqual(theirs.checks.find((check) => check.id === id))
      }
      expect(ours.signer).toEqual(theirs.signer)
    }
    expect(verdicts).toEqual(new Set(['valid', 'invalid', 'indeterminate']))
  })

  test.each<[string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'cbor-truncated'],
    ['text', () => utf8('eyJ'), 'cbor-truncated'],
    ['an octet behind', () => Uint8Array.of(...first, 0), 'cbor-trailing'],
    ['no tag', () => encodeCbor(partsOf(first)), 'untagged'],
    ['a CWT tag', () => encodeCbor(new CborTag(61, decodeCbor(first))), 'other-tag'],
    ['the tag of COSE_Sign', () => tagged(partsOf(first), 98), 'other-tag'],
    ['three parts', () => tagged(partsOf(first).slice(0, 3)), 'not-cose-sign1'],
    ['a map', () => encodeCbor(new CborTag(18, new Map())), 'not-cose-sign1'],
    [
      'a header that is no octets',
      () => tagged([new Map(), ...partsOf(first).slice(1)]),
      'not-cose-sign1',
    ],
    [
      'a payload of text',
      () => {
        const [head, beside, , signature] = partsOf(first)
        return tagged([head, beside, 'x', signature])
      },
      'not-cose-sign1',
    ],
    ['a long tag', () => Uint8Array.of(0xd8, 18, ...first.subarray(1)), 'cbor-long-form'],
    [
      'a list of open length',
      () => Uint8Array.of(0xd2, 0x9f, ...first.subarray(2), 0xff),
      'cbor-indefinite',
    ],
    ['more than is read', () => encodeCbor(new Uint8Array(200_000)), 'too-large'],
    ['more depth', () => encodeCbor([[[[[[]]]]]]), 'cbor-depth'],
    ['more items', () => encodeCbor(Array.from({ length: 65 }, () => 0)), 'cbor-items'],
  ])('%s is no COSE_Sign1', async (_, cose, reason) => {
    const report = await verify(cose())
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe(`cose.form failed ${reason}`)
  })

  test('what is no octets at all is reported', async () => {
    const report = await verify('x' as unknown as Uint8Array)
    expect(firstOpen(report)).toBe('cose.form failed not-octets')
  })

  test('without tag 18 it is read only where that is asked for', async () => {
    const untagged = encodeCbor(partsOf(first))
    expect((await verify(untagged, { untagged: true })).verdict).toBe('valid')
    expect((await verify(first, { untagged: true })).verdict).toBe('valid')
    const other = encodeCbor(new CborTag(61, decodeCbor(first)))
    expect(firstOpen(await verify(other, { untagged: true }))).toBe('cose.form failed other-tag')
  })

  test.each<[string, (header: Map<number, CborValue>) => CborValue, string]>([
    ['no algorithm', without(1), 'algorithm-not-allowed'],
    ['an HMAC', withParameter(1, 5), 'algorithm-not-allowed'],
    ['an algorithm by name', withParameter(1, 'ES256'), 'algorithm-not-allowed'],
    ['RS512', withParameter(1, -259), 'algorithm-not-allowed'],
    ['a critical parameter', withParameter(2, [33]), 'critical-parameter'],
    ['an empty critical list', withParameter(2, []), 'critical-parameter'],
    ['a key id', withParameter(4, utf8('x')), 'unknown-parameter'],
    ['a counter-signature', withParameter(11, []), 'unknown-parameter'],
    ['an address to fetch', withParameter(35, 'https://x'), 'unknown-parameter'],
    ['no type', without(16), 'type'],
    ['another type', withParameter(16, 'application/day-seal+cose'), 'type'],
    ['no content type', without(3), 'content-type'],
    ['another content type', withParameter(3, 50), 'content-type'],
    ['no time', without(15), 'signing-time'],
    [
      'a time with fractions',
      withParameter(15, new Map([[6, new CborFloat(1.5e9)]])),
      'signing-time',
    ],
    ['a time as text', withParameter(15, new Map([[6, '1653039000']])), 'signing-time'],
    ['a time of naught', withParameter(15, new Map([[6, 0]])), 'signing-time'],
    [
      'another claim beside the time',
      withParameter(
        15,
        new Map<number, CborValue>([
          [4, 9],
          [6, 1_653_039_000],
        ]),
      ),
      'signing-time',
    ],
    ['no chain', without(33), 'chain'],
    ['an empty chain', withParameter(33, []), 'chain'],
    ['a chain of one as a list', withParameter(33, [utf8('x')]), 'chain'],
    ['a chain of texts', withParameter(33, ['x', 'y']), 'chain'],
    [
      'a chain that is too long',
      withParameter(
        33,
        Array.from({ length: 9 }, () => utf8('x')),
      ),
      'chain',
    ],
    ['no map', () => [], 'not-a-map'],
    ['nothing in it', () => new Map(), 'algorithm-not-allowed'],
  ])('a protected header with %s is refused', async (_, header, reason) => {
    const report = await verify(await resigned({ header }))
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe(`cose.header failed ${reason}`)
  })

  test('a protected header in another order, or of no octets, is refused, though signed', async () => {
    // Parameters 1 and 3 the other way round.
    const swapped = (head: Uint8Array) => {
      const [one, three] = [head.subarray(1, 3), head.subarray(3, 21)]
      return Uint8Array.of(head[0] ?? 0, ...three, ...one, ...head.subarray(21))
    }
    for (const octets of [swapped, () => new Uint8Array()]) {
      const report = await verify(await resigned({ octets }))
      expect(firstOpen(report)).toBe('cose.header failed not-a-map')
    }
    expect((await verify(await resigned({}))).verdict).toBe('valid')
  })

  test('nothing that is not protected is believed: it is refused', async () => {
    const [head, , payload, signature] = partsOf(first)
    const header = headerIn(first)
    for (const label of [1, 4, 33]) {
      const beside = new Map([[label, header.get(label) ?? utf8('x')]])
      const report = await verify(tagged([head, beside, payload, signature]))
      expect(firstOpen(report)).toBe('cose.header failed not-protected')
      expect(report.signer).toBeUndefined()
    }
  })

  test('a chain or an algorithm beside does not make up for one that is missing', async () => {
    for (const label of [1, 33]) {
      const cose = await resigned({ header: without(label) })
      const [head, , payload, signature] = partsOf(cose)
      const beside = new Map([[label, headerIn(first).get(label)]])
      const report = await verify(tagged([head, beside, payload, signature]))
      expect(firstOpen(report)).toBe('cose.header failed not-protected')
    }
  })

  test('an algorithm that does not fit the key, or a key of another, is refused', async () => {
    const report = await verify(await resigned({ header: withParameter(1, -37) }))
    expect(firstOpen(report)).toBe('cose.signature failed key-algorithm')
    const other = await testChain()
    const lent = await resigned({ header: withParameter(33, other.chain) })
    expect(firstOpen(await verifyRecordCose(lent, { anchors: other.anchors }))).toBe(
      'cose.signature failed does-not-hold',
    )
    const none = await resigned({ header: withParameter(33, [utf8('x'), utf8('y')]) })
    expect(firstOpen(await verify(none))).toBe('cose.signature failed certificate')
  })

  test.each<[string, Uint8Array, string]>([
    ['blanks', utf8('{ "format":"dose-record/1"}'), 'cose.canonical failed payload-not-canonical'],
    ['no JSON', utf8('x'), 'cose.canonical failed payload-not-canonical'],
    ['CBOR', encodeCbor(new Map([['format', 'x']])), 'cose.canonical failed payload-not-canonical'],
    ['no octets', new Uint8Array(), 'cose.canonical failed payload-not-canonical'],
    ['something else', utf8('{"format":"day-seal/1"}'), 'record.schema failed format'],
  ])('a payload with %s is refused, though signed', async (_, payload, open) => {
    const report = await verify(await resigned({ payload }))
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe(open)
    expect(report.record).toBeUndefined()
  })

  test('a signature of a JWS is none of COSE, as other octets are signed', async () => {
    const { jws } = await signRecord(testRecord(), chain.signer, { at: signedAt })
    const signature = Buffer.from(jws.split('.')[2] ?? '', 'base64url')
    const [head, beside, payload] = partsOf(first)
    const report = await verify(tagged([head, beside, payload, new Uint8Array(signature)]))
    expect(firstOpen(report)).toBe('cose.signature failed does-not-hold')
  })
})

describe('detachRecordCose', () => {
  test('takes the record out, and the record beside puts it back', async () => {
    const detached = detachRecordCose(first)
    expect(partsOf(detached)[2]).toBeNull()
    expect((await verify(detached, { record: testRecord() })).verdict).toBe('valid')
    expect((await verify(first, { record: testRecord() })).verdict).toBe('valid')
    const open = await verify(detached)
    expect(open.verdict).toBe('indeterminate')
    expect(firstOpen(open)).toBe('cose.form unknown no-payload')
  })

  test('another record beside is refused', async () => {
    const detached = detachRecordCose(first)
    expect(firstOpen(await verify(detached, { record: testRecord(1) }))).toBe(
      'cose.signature failed does-not-hold',
    )
    expect(firstOpen(await verify(first, { record: testRecord(1) }))).toBe(
      'cose.form failed payload-differs',
    )
    const unwritable = { ...testRecord(), enteredBy: '\ud800' }
    expect((await verify(detached, { record: unwritable })).verdict).toBe('invalid')
  })

  test('what has no record inside is refused', async () => {
    const [head, , payload, signature] = partsOf(first)
    const beside = tagged([head, new Map([[4, utf8('x')]]), payload, signature])
    for (const cose of [utf8('x'), detachRecordCose(first), beside]) {
      const detach = () => Promise.resolve().then(() => detachRecordCose(cose))
      expect(await codeOf(detach())).toBe('signing.cose')
    }
  })
})

describe('verifyRecordCose of an amendment', () => {
  const at = new Date('2022-06-01T10:00:00Z')
  const amend = async (record: DoseRecord, index: number) =>
    amendRecord(
      record,
      { dose: { lot: `FT${index}` } },
      {
        id: parseUuid(`aaaad590-e014-5128-a6eb-${String(index).padStart(12, '0')}`),
        reason: 'entry-error',
        by: 'staff-1',
        clock: fixedClock(at),
        crypto: systemCrypto,
      },
    )

  test('rests on records before it in either form', async () => {
    const second = await amend(testRecord(), 1)
    const third = await amend(second, 2)
    const signed = await signRecordCose(third, chain.signer, { at })
    const middle = await signRecord(second, chain.signer, { at })
    expect((await verify(signed, { earlier: [first, middle] })).verdict).toBe('valid')
    expect(firstOpen(await verify(signed, { earlier: [middle] }))).toBe('record.amends failed hole')
    const spoilt = detachRecordCose(first)
    expect(firstOpen(await verify(signed, { earlier: [spoilt, middle] }))).toBe(
      'record.amends unknown earlier-not-valid',
    )
    const beside = { record: third, earlier: [first, middle] }
    expect((await verify(detachRecordCose(signed), beside)).verdict).toBe('valid')
  })
})
