import { canonicalJson, toHex } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { DayReport } from '@tiemchung/schemas/wire'
import { parseSignerRegister, signDayReport, softwareSigner, type Signer } from '@tiemchung/signing'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkDayReports, type CheckReportsOptions } from './check-reports.js'
import { days, reportOf } from './generated.fixture.js'

const date = days.threeLevels
const at = new Date('2022-05-20T15:00:00Z')
const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2024-01-01T00:00:00Z'),
}
let signers: readonly Signer[]
let options: CheckReportsOptions

const hashOf = async (der: Uint8Array) => toHex(await systemCrypto.digest('SHA-256', der))

/** Two facilities with certificates below one root, and a register that lets each report for itself. */
beforeAll(async () => {
  const keys = await generateSigningKey('ES256')
  const root = await createAuthority({ subject: { commonName: 'TEST root' }, keys, validity })
  const made: { signer: Signer; fingerprint: string }[] = []
  for (const name of ['22001', '22002']) {
    const own = await generateSigningKey('ES256')
    const { certificate } = await root.issue({
      subject: { commonName: `TEST ${name}` },
      publicKey: own.publicKey,
      validity,
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.36'],
    })
    const privateKey = { key: own.privateKey }
    const signer = await softwareSigner({ privateKey, algorithm: 'ES256', chain: [certificate] })
    made.push({ signer, fingerprint: await hashOf(certificate) })
  }
  signers = made.map(({ signer }) => signer)
  const register = parseSignerRegister({
    format: 'signer-register/1',
    id: 'test.signers',
    version: '1',
    effective: { from: '2022-01-01', to: '2023-12-31' },
    published: '2022-01-01',
    sources: [{ id: '1815', number: '1815/BYT-CNTT', confidence: 'text' }],
    assumptions: [],
    issuers: [{ kind: 'public', anchors: [await hashOf(root.certificate)] }],
    entries: made.map(({ fingerprint }, index) => ({
      signer: { fingerprint },
      role: 'facility',
      facilities: [`2200${index + 1}`],
      signs: ['reports'],
      from: '2022-04-08',
      to: null,
    })),
  })
  options = {
    date,
    at,
    register,
    anchors: [{ certificate: root.certificate }],
    expected: [{ code: '22001' }, { code: '22002' }],
  }
})

const signed = (report: DayReport, who = 0) => {
  const signer = signers[who]
  if (signer === undefined) throw new Error('no signer')
  return signDayReport(report, signer, { at })
}
const own = (change: Partial<DayReport> = {}) =>
  reportOf('22001', date, {}, { sequence: 1, ...change })
const codes = (one: Awaited<ReturnType<typeof checkDayReports>>) =>
  one.issues.map(({ code, path, severity }) => [code, path[1], severity])

describe('checkDayReports', () => {
  test('lets a report through that its facility signed, and says how far it is', async () => {
    const seen: number[] = []
    const onProgress = (done: number) => {
      seen.push(done)
    }
    const result = await checkDayReports([await signed(own())], { ...options, onProgress })
    expect(result).toEqual({ reports: [own()], issues: [] })
    expect(seen).toEqual([1])
  })

  const changed = async () => {
    const one = await signed(own())
    const [head, , signature] = one.jws.split('.')
    const payload = Buffer.from(canonicalJson({ ...own(), signed: 9 })).toString('base64url')
    return { ...one, jws: [head, payload, signature].join('.') }
  }
  const other = (change: Partial<DayReport>) => ({ ...own(), ...change }) as DayReport
  test.each<[string, () => unknown, string]>([
    ['no report at all', () => ({ fullName: 'Lê Thị Thử' }), 'clinic.roll-up.form'],
    ['nothing', () => null, 'clinic.roll-up.form'],
    [
      'a facility not expected',
      () => signed(other({ facility: '22009' })),
      'clinic.roll-up.not-expected',
    ],
    ['another day', () => signed(other({ date: days.twoLevels })), 'clinic.roll-up.other-day'],
    ['another signer', () => signed(own(), 1), 'clinic.roll-up.other-signer'],
    ['a report that was changed', changed, 'clinic.roll-up.changed'],
    [
      'an envelope that says another facility',
      async () => ({ ...(await signed(own())), facility: '22002' }),
      'clinic.roll-up.changed',
    ],
    ['numbers that do not add up', () => signed(own({ given: 99 })), 'clinic.roll-up.sums'],
    ['a number that is none', () => signed(own({ sent: -1 })), 'clinic.roll-up.form'],
  ])('%s: an issue, and the rest goes on', async (_, make, code) => {
    const second = await signed(reportOf('22002', date), 1)
    const result = await checkDayReports([await make(), second], options)
    expect(codes(result)).toEqual([[code, 0, 'error']])
    expect(result.reports.map(({ facility }) => facility)).toEqual(['22002'])
    expect(JSON.stringify(result.issues)).not.toContain('Thử')
  })

  test('a chain that leads nowhere does not count', async () => {
    const result = await checkDayReports([await signed(own())], { ...options, anchors: [] })
    expect(codes(result)).toEqual([['clinic.roll-up.signature', 0, 'error']])
  })

  test('a register that is not in force lets nobody report', async () => {
    const effective = { from: date, to: date }
    const register = {
      ...options.register,
      effective: { ...effective, from: days.twoLevels, to: null },
    }
    const result = await checkDayReports([await signed(own())], { ...options, register })
    expect(result.reports).toEqual([])
    expect(codes(result)).toEqual([['clinic.roll-up.other-signer', 0, 'error']])
  })

  test.each([[[1, 2]], [[2, 1]]])(
    'the newest of a facility counts, in the order %j',
    async (order) => {
      const all = await Promise.all(
        order.map((sequence) =>
          signed(
            reportOf('22001', date, sequence === 2 ? {} : { 'signed.retrying': 1 }, { sequence }),
          ),
        ),
      )
      const result = await checkDayReports(all, options)
      expect(result.reports.map(({ sequence }) => sequence)).toEqual([2])
      expect(codes(result)).toEqual([['clinic.roll-up.older', order.indexOf(1), 'warning']])
    },
  )

  test('two that differ under one number: the later counts, and it is said', async () => {
    const later = own({ madeAt: '2022-05-20T12:00:00.000Z' })
    const result = await checkDayReports([await signed(later), await signed(own())], options)
    expect(result.reports).toEqual([later])
    expect(codes(result)).toEqual([['clinic.roll-up.twice', 1, 'error']])
  })

  test('stops when it is told to', async () => {
    const stop = new AbortController()
    stop.abort(new Error('enough'))
    const checking = checkDayReports([await signed(own())], { ...options, signal: stop.signal })
    await expect(checking).rejects.toThrow('enough')
  })
})
