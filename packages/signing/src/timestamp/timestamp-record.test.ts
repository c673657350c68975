import { fromBase64, fromBase64Url, fromUtf8, hasCode, toPem } from '@tiemchung/core'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CompactSignedRecord, signRecord } from '../record/sign-records.js'
import { type AnySignedRecord, detachRecord } from '../record/detach.js'
import { type VerifyRecordOptions, verifyRecord } from '../record/verify-record.js'
import { codeOf, firstOpen, type TestChain, testChain, testRecord } from '../test-chain.fixture.js'
import {
  nowadays,
  startAuthority,
  titled,
  withoutOpenssl,
} from 'tiemchung-fixtures/timestamp-authority'
import { type TimestampedRecord, timestampRecord } from './timestamp-record.js'

const hour = 3_600_000
const now = Date.now()
const signedAt = new Date(now - hour)
const later = (hours: number) => new Date(now + hours * hour)

interface Made {
  readonly chain: TestChain
  readonly authority: Awaited<ReturnType<typeof startAuthority>>
  readonly signed: CompactSignedRecord
  readonly stamped: TimestampedRecord
}
let made: Made

const sign = async (chain: TestChain) => signRecord(testRecord(), chain.signer, { at: signedAt })
const verify = (signed: AnySignedRecord, options: Partial<VerifyRecordOptions> = {}) =>
  verifyRecord(signed, {
    anchors: made.chain.anchors,
    timestamps: made.authority.trust,
    ...options,
  })

describe.skipIf(withoutOpenssl)(titled('timestampRecord'), () => {
  beforeAll(async () => {
    const chain = await testChain(undefined, undefined, { validity: nowadays })
    const authority = await startAuthority()
    const signed = await sign(chain)
    const stamped = await timestampRecord(signed, authority.exchange, { trust: authority.trust })
    made = { chain, authority, signed, stamped }
  })
  afterAll(() => {
    made.authority.close()
  })

  /** The timestamped record with another unprotected header. */
  const beside = (header: unknown): TimestampedRecord =>
    ({ ...made.stamped, jws: { ...made.stamped.jws, header } }) as TimestampedRecord
  const written = () => made.stamped.jws.header.etsiU[0] ?? ''
  const inClear = () => JSON.parse(fromUtf8(fromBase64Url(written()))) as { sigTst: object }
  const token = () => {
    const { tstTokens } = inClear().sigTst as { tstTokens: { val: string }[] }
    return tstTokens[0]?.val ?? ''
  }

  test('gives flattened JSON with the token in etsiU, and the record is valid', async () => {
    const { stamped, signed } = made
    expect(Object.keys(stamped.jws).sort()).toEqual(['header', 'payload', 'protected', 'signature'])
    const { payload, protected: head, signature } = stamped.jws
    expect(`${head}.${payload}.${signature}`).toBe(signed.jws)
    const report = await verify(stamped)
    expect(report.verdict).toBe('valid')
    expect(report.record).toEqual(testRecord())
    const proven = report.signer?.provenAt?.getTime() ?? 0
    expect(proven).toBeGreaterThan(now - 2000)
    expect(proven).toBeLessThan(Date.now() + 2000)
  })

  test('reads etsiU in clear as well', async () => {
    expect((await verify(beside({ etsiU: [inClear()] }))).verdict).toBe('valid')
  })

  test('without trust in an authority the timestamp proves nothing', async () => {
    const { anchors } = made.chain
    const report = await verifyRecord(made.stamped, { anchors })
    expect(report.verdict).toBe('valid')
    expect(report.signer?.provenAt).toBeUndefined()
    expect(report.checks.find(({ id }) => id === 'signing.timestamp')?.status).toBe('skipped')
  })

  test('an authority below other roots leaves the verdict open', async () => {
    const { anchors } = made.chain
    const report = await verify(made.stamped, { timestamps: { anchors } })
    expect(report.verdict).not.toBe('valid')
    expect(firstOpen(report)).toMatch(/^signing\.timestamp /)
  })

  test('a timestamp from after the judgement is refused', async () => {
    const report = await verify(made.stamped, { at: new Date(now - hour / 2) })
    expect(firstOpen(report)).toBe('signing.timestamp failed in-the-future')
  })

  test('a detached one is judged with its record', async () => {
    const detached = detachRecord(made.stamped)
    expect(Object.keys(detached.jws).sort()).toEqual(['header', 'protected', 'signature'])
    expect((await verify(detached, { record: testRecord() })).verdict).toBe('valid')
    expect((await verify(detached, { record: testRecord(1) })).verdict).toBe('invalid')
    expect(firstOpen(await verify(detached))).toBe('jws.form unknown no-payload')
  })

  test('a timestamp of another signature is refused', async () => {
    const other = await signRecord(testRecord(1), made.chain.signer, { at: signedAt })
    const [head = '', payload = '', signature = ''] = other.jws.split('.')
    const { header } = made.stamped.jws
    const jws = { payload, protected: head, signature, header }
    expect(firstOpen(await verify({ ...other, jws }))).toBe('signing.timestamp failed mismatch')
  })

  test.each<[string, () => unknown, string]>([
    ['nothing', () => ({}), 'etsiU'],
    ['another member', () => ({ etsiU: [written()], kid: 'x' }), 'unknown-member'],
    ['etsiU that is no list', () => ({ etsiU: written() }), 'etsiU'],
    ['an empty etsiU', () => ({ etsiU: [] }), 'etsiU'],
    ['etsiU in both forms', () => ({ etsiU: [written(), inClear()] }), 'etsiU'],
    ['etsiU that is no Base64url', () => ({ etsiU: ['*'] }), 'etsiU'],
    ['two members in one', () => ({ etsiU: [{ ...inClear(), xVals: [] }] }), 'etsiU'],
    ['sigTst twice', () => ({ etsiU: [inClear(), inClear()] }), 'sigTst-twice'],
    ['values beside', () => ({ etsiU: [inClear(), { xVals: [] }] }), 'unknown-member'],
    ['values alone', () => ({ etsiU: [{ xVals: [] }] }), 'unknown-member'],
    ['no tokens', () => ({ etsiU: [{ sigTst: { tstTokens: [] } }] }), 'sigTst'],
    [
      'five tokens',
      () => ({ etsiU: [{ sigTst: { tstTokens: Array(5).fill({ val: token() }) } }] }),
      'sigTst',
    ],
    [
      'another encoding',
      () => ({ etsiU: [{ sigTst: { tstTokens: [{ val: token(), encoding: 'x' }] } }] }),
      'sigTst',
    ],
    [
      'a canonicalisation',
      () => ({ etsiU: [{ sigTst: { tstTokens: [{ val: token() }], canonAlg: 'x' } }] }),
      'sigTst',
    ],
    ['no token', () => ({ etsiU: [{ sigTst: { tstTokens: [{ val: 'AAAA' }] } }] }), 'x509.der'],
  ])('an unprotected header with %s is refused', async (_, header, reason) => {
    const report = await verify(beside(header()))
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toContain(`signing.timestamp failed ${reason}`)
  })

  // Bit 5 is the case of a letter, which does not count in the name that nothing signs.
  test('no octet of the token can be changed', async () => {
    const der = fromBase64(token())
    const through: number[] = []
    for (let at = 0; at < der.length; at += 1) {
      const octet = der[at] ?? 0
      const which = [0, 1, 2, 3, 4, 6, 7][at % 7] ?? 0
      const changed = der.slice()
      changed[at] = octet ^ (1 << which)
      const val = Buffer.from(changed).toString('base64')
      const report = await verify(beside({ etsiU: [{ sigTst: { tstTokens: [{ val }] } }] }))
      if (report.verdict === 'valid' || report.record !== undefined) through.push(at)
    }
    expect(through).toEqual([])
  })

  test('openssl finds the same token good, over the signature as it is written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ts-'))
    try {
      writeFileSync(join(folder, 'signature'), made.stamped.jws.signature)
      writeFileSync(join(folder, 'token'), fromBase64(token()))
      writeFileSync(join(folder, 'root.pem'), toPem(made.authority.root, 'CERTIFICATE'))
      const given = ['-data', 'signature', '-in', 'token', '-token_in', '-CAfile', 'root.pem']
      const { status } = spawnSync('openssl', ['ts', '-verify', ...given], { cwd: folder })
      expect(status).toBe(0)
      writeFileSync(join(folder, 'signature'), `${made.stamped.jws.signature}A`)
      expect(spawnSync('openssl', ['ts', '-verify', ...given], { cwd: folder }).status).not.toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('openssl verifies the chain that the signature carries', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chain-'))
    try {
      const [leaf, middle] = made.chain.chain.map((der) => toPem(der, 'CERTIFICATE'))
      const [anchor] = made.chain.anchors
      writeFileSync(join(folder, 'leaf.pem'), leaf ?? '')
      writeFileSync(join(folder, 'middle.pem'), middle ?? '')
      writeFileSync(
        join(folder, 'root.pem'),
        toPem(anchor?.certificate ?? new Uint8Array(), 'CERTIFICATE'),
      )
      const run = (root: string) =>
        spawnSync('openssl', ['verify', '-CAfile', root, '-untrusted', 'middle.pem', 'leaf.pem'], {
          cwd: folder,
        }).status
      expect(run('root.pem')).toBe(0)
      expect(run('leaf.pem')).not.toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  describe('of a record whose certificate is revoked afterwards', () => {
    const judged = async (options: {
      readonly stamp: boolean
      readonly revokedAt: Date
      readonly proof?: Partial<VerifyRecordOptions>
    }) => {
      const chain = await testChain(undefined, undefined, { validity: nowadays })
      const signed = await sign(chain)
      const { exchange, trust } = made.authority
      const given = options.stamp ? await timestampRecord(signed, exchange, { trust }) : signed
      await chain.revoke(options.revokedAt)
      const at = later(3)
      const revocation = { crls: await chain.lists(later(2)) }
      return verify(given, { anchors: chain.anchors, revocation, at, ...options.proof })
    }

    test('with a timestamp from before the revocation it stays good', async () => {
      const report = await judged({ stamp: true, revokedAt: later(1) })
      expect(firstOpen(report)).toBeUndefined()
      expect(report.verdict).toBe('valid')
    })

    test('without one the verdict is open', async () => {
      const report = await judged({ stamp: false, revokedAt: later(1) })
      expect(report.verdict).toBe('indeterminate')
      expect(firstOpen(report)).toBe('signer.chain unknown revoked-since')
    })

    test('what the verifier itself noted settles it as well', async () => {
      const proof = { provenAt: later(0.5) }
      expect((await judged({ stamp: false, revokedAt: later(1), proof })).verdict).toBe('valid')
      const afterwards = { provenAt: later(2) }
      const report = await judged({ stamp: false, revokedAt: later(1), proof: afterwards })
      expect(firstOpen(report)).toBe('signer.chain unknown revoked-since')
    })

    test('with a timestamp from after the revocation the verdict is open', async () => {
      const report = await judged({ stamp: true, revokedAt: new Date(now - hour / 2) })
      expect(firstOpen(report)).toBe('signer.chain unknown revoked-since')
    })

    test('one that claims to be signed after the revocation is refused, timestamp or not', async () => {
      for (const stamp of [true, false]) {
        const report = await judged({ stamp, revokedAt: new Date(now - 2 * hour) })
        expect(report.verdict).toBe('invalid')
        expect(firstOpen(report)).toBe('signer.chain failed revoked')
      }
    })
  })

  describe('of a record whose certificate has expired since', () => {
    const validity = { notBefore: new Date('2022-01-01'), notAfter: later(1) }
    test('it decides, and without it the verdict is open', async () => {
      const chain = await testChain(undefined, undefined, { validity })
      const signed = await sign(chain)
      const terms = { anchors: chain.anchors, at: later(24) }
      expect(firstOpen(await verify(signed, terms))).toBe('signer.chain unknown expired-since')
      const { exchange, trust } = made.authority
      const stamped = await timestampRecord(signed, exchange, { trust })
      expect((await verify(stamped, terms)).verdict).toBe('valid')
    })
  })

  describe('when it is asked for', () => {
    const ask = (
      exchange: Parameters<typeof timestampRecord>[1],
      options: Parameters<typeof timestampRecord>[2] = {},
    ) => codeOf(timestampRecord(made.signed, exchange, options))

    test('without trust the answer only has to fit', async () => {
      const { exchange } = made.authority
      expect(await ask(exchange)).toBeUndefined()
      const { anchors } = made.chain
      expect(await ask(exchange, { trust: { anchors } })).toBe('signing.timestamp.answer')
    })

    test('the answer to another request is refused', async () => {
      const { exchange } = made.authority
      const [own] = [await exchange(new Uint8Array(), {})]
      expect(await ask(() => Promise.resolve(own ?? new Uint8Array()))).toBe(
        'signing.timestamp.answer',
      )
      let kept: Uint8Array | undefined
      await timestampRecord(made.signed, async (request, options) => {
        kept = await exchange(request, options)
        return kept
      })
      // The same signature, asked again: the nonce is another.
      expect(await ask(() => Promise.resolve(kept ?? new Uint8Array()))).toBe(
        'signing.timestamp.answer',
      )
    })

    test('an authority that cannot be reached has a code of its own', async () => {
      const broken = () => Promise.reject(new TypeError('fetch failed'))
      expect(await ask(broken)).toBe('signing.timestamp.unavailable')
      const aborted = AbortSignal.abort()
      expect(await ask(broken, { signal: aborted })).toBe('signing.stopped')
    })

    test('a record that is no compact JWS is not sent anywhere', async () => {
      let asked = 0
      const exchange = () => {
        asked += 1
        return Promise.resolve(new Uint8Array())
      }
      const detached = detachRecord(made.signed)
      await expect(timestampRecord(detached, exchange)).rejects.toSatisfy((caught) =>
        hasCode(caught, 'signing.jws'),
      )
      expect(asked).toBe(0)
    })
  })
})
