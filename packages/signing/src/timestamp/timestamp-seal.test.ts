import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemCrypto } from '@tiemchung/core/crypto'
import { auditDay } from '../seal/audit-day.js'
import { type DaySeal, sealHash } from '../seal/day-seal.js'
import { type SealedDay, sealDay } from '../seal/seal-day.js'
import { sealVerifier } from '../seal/seal-verifier.js'
import { readSealContent } from '../seal/seal-content.js'
import { verifyDaySeal } from '../seal/verify-day-seal.js'
import { verifySealedRecord } from '../seal/verify-sealed-record.js'
import { verifySeals } from '../seal/verify-seals.js'
import {
  codeOf,
  date,
  facility,
  firstOpen,
  type TestChain,
  testChain,
  testRecord,
} from '../test-chain.fixture.js'
import {
  nowadays,
  startAuthority,
  titled,
  withoutOpenssl,
} from 'tiemchung-fixtures/timestamp-authority'
import { type TimestampedSeal, timestampSeal } from './timestamp-seal.js'

const hour = 3_600_000
const now = Date.now()
const signedAt = new Date(now - hour)
const later = (hours: number) => new Date(now + hours * hour)
const records = [0, 1, 2].map((index) => testRecord(index))

interface Made {
  readonly chain: TestChain
  readonly authority: Awaited<ReturnType<typeof startAuthority>>
  readonly day: SealedDay
  readonly stamped: TimestampedSeal
  readonly crls: readonly Uint8Array[]
}
let made: Made

const terms = () => ({ anchors: made.chain.anchors, timestamps: made.authority.trust })
/** Three hours later, when the lists say that the signer's key was lost an hour from now. */
const afterRevocation = () => ({ ...terms(), at: later(3), revocation: { crls: made.crls } })

describe.skipIf(withoutOpenssl)(titled('timestampSeal'), () => {
  beforeAll(async () => {
    const chain = await testChain(undefined, undefined, { validity: nowadays })
    const authority = await startAuthority()
    const day = await sealDay({ facility, date, records }, chain.signer, { at: signedAt })
    const stamped = await timestampSeal(day.seal, authority.exchange, { trust: authority.trust })
    await chain.revoke(later(1))
    made = { chain, authority, day, stamped, crls: await chain.lists(later(2)) }
  })
  afterAll(() => {
    made.authority.close()
  })

  test('gives the same seal with the token beside it, and its time is proven', async () => {
    const { stamped, day } = made
    const { payload, protected: head, signature } = stamped.jws
    expect(`${head}.${payload}.${signature}`).toBe(day.seal.jws)
    const report = await verifyDaySeal(stamped, terms())
    expect(report.verdict).toBe('valid')
    expect(report.content).toEqual(readSealContent(day.seal))
    expect(Math.abs((report.signer?.provenAt?.getTime() ?? 0) - now)).toBeLessThan(10 * 60_000)
  })

  test('the name of a seal stays, so that proofs and further seals from before hold', async () => {
    const { stamped, day, chain } = made
    expect(await sealHash(stamped, systemCrypto)).toBe(await sealHash(day.seal, systemCrypto))
    for (const [index, record] of records.entries()) {
      const proof = day.proofs[index] as (typeof day.proofs)[number]
      expect((await verifySealedRecord(record, proof, stamped, terms())).verdict).toBe('valid')
    }
    const place = { facility, date, after: stamped, records: [testRecord(3)] }
    const further = await sealDay(place, chain.signer, { at: signedAt })
    expect((await verifySeals([day.seal, further.seal], terms())).verdict).toBe('valid')
    expect((await verifySeals([further.seal, stamped], terms())).verdict).toBe('valid')
    const twice = await verifySeals([day.seal, stamped], terms())
    expect(firstOpen(twice)).toBe('seals.unbroken failed doubled')
  })

  test('sealed before a revocation: good with the timestamp, open without', async () => {
    const { stamped, day } = made
    const options = afterRevocation()
    const [record, proof] = [records[0], day.proofs[0]] as never as [never, never]
    const open = 'signer.chain unknown revoked-since'
    expect((await verifyDaySeal(stamped, options)).verdict).toBe('valid')
    expect(firstOpen(await verifyDaySeal(day.seal, options))).toBe(open)
    expect((await verifySealedRecord(record, proof, stamped, options)).verdict).toBe('valid')
    expect(firstOpen(await verifySealedRecord(record, proof, day.seal, options))).toBe(open)
    expect((await verifySeals([stamped], options)).verdict).toBe('valid')
    expect((await verifySeals([day.seal], options)).verdict).toBe('indeterminate')
    const audited = (seal: DaySeal) =>
      auditDay({ records, proofs: day.proofs, seals: [seal] }, options)
    expect((await audited(stamped)).verdict).toBe('valid')
    expect(firstOpen(await audited(day.seal))).toBe('seals.valid unknown indeterminate')
    const { timestamps: _, ...distrusting } = options
    expect(firstOpen(await verifyDaySeal(stamped, distrusting))).toBe(open)
  })

  test('a verifier that remembers does not take one for the other', async () => {
    const { stamped, day } = made
    const verifier = sealVerifier(afterRevocation())
    const bent = { ...stamped, jws: { ...stamped.jws, header: { etsiU: ['AAAA'] } } }
    for (const _round of [1, 2]) {
      expect((await verifier.seal(stamped)).verdict).toBe('valid')
      expect((await verifier.seal(day.seal)).verdict).toBe('indeterminate')
      expect((await verifier.seal(bent)).verdict).toBe('invalid')
    }
    expect(await verifier.seal(stamped)).toBe(await verifier.seal(structuredClone(stamped)))
    const unwritable = { ...stamped, jws: { ...stamped.jws, header: { etsiU: [1n] } } } as never
    expect((await verifier.seal(unwritable)).verdict).toBe('invalid')
  })

  test.each<[string, (made: Made) => Promise<TimestampedSeal> | TimestampedSeal, string]>([
    [
      'of another seal',
      async ({ chain, stamped }) => {
        const { seal } = await sealDay({ facility, date, records }, chain.signer, { at: signedAt })
        const [head = '', payload = '', signature = ''] = seal.jws.split('.')
        return { ...seal, jws: { ...stamped.jws, protected: head, payload, signature } }
      },
      'signing.timestamp failed mismatch',
    ],
    [
      'beside something else',
      ({ stamped }) => {
        const header = { ...stamped.jws.header, kid: 'x' }
        return { ...stamped, jws: { ...stamped.jws, header } }
      },
      'signing.timestamp failed unknown-member',
    ],
    [
      'twice',
      ({ stamped }) => {
        const [token = ''] = stamped.jws.header.etsiU
        return { ...stamped, jws: { ...stamped.jws, header: { etsiU: [token, token] } } }
      },
      'signing.timestamp failed sigTst-twice',
    ],
  ])('a timestamp %s is refused', async (_, change, open) => {
    const report = await verifyDaySeal(await change(made), terms())
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe(open)
  })

  test('is asked for once', async () => {
    const { stamped, authority } = made
    expect(await codeOf(timestampSeal(stamped, authority.exchange))).toBe('signing.jws')
  })
})
