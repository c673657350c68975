import { toHex } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { DayReport } from '@tiemchung/schemas/wire'
import { signDayReport, softwareSigner } from '@tiemchung/signing'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import { describe, expect, it } from 'vitest'
import { run } from '../../run.js'
import { fakeIo, now } from '../../test-kit.js'

const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2024-01-01T00:00:00Z'),
}
const hashOf = async (der: Uint8Array) => toHex(await systemCrypto.digest('SHA-256', der))

/** The files of a district's evening: the report of one facility, signed, and who may sign. */
async function filesWith(change: Partial<DayReport> = {}, vaccinating = true) {
  const keys = await generateSigningKey('ES256')
  const root = await createAuthority({ subject: { commonName: 'TEST root' }, keys, validity })
  const own = await generateSigningKey('ES256')
  const { certificate } = await root.issue({
    subject: { commonName: 'TEST 22001' },
    publicKey: own.publicKey,
    validity,
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: ['1.3.6.1.5.5.7.3.36'],
  })
  const privateKey = { key: own.privateKey }
  const signer = await softwareSigner({ privateKey, algorithm: 'ES256', chain: [certificate] })
  const report = {
    format: 'day-report/1',
    facility: '22001',
    date: '2022-06-01',
    madeAt: '2022-06-01T01:00:00.000Z',
    ...{ given: 1, entered: 1, complete: 1, settled: 1, signed: 1, acknowledged: 1 },
    open: {},
    finished: true,
    ...change,
  } as DayReport
  const register = {
    format: 'signer-register/1',
    id: 'test.signers',
    version: '1',
    effective: { from: '2022-01-01', to: null },
    published: '2022-01-01',
    sources: [{ id: '1815', number: '1815/BYT-CNTT', confidence: 'text' }],
    assumptions: [],
    issuers: [{ kind: 'public', anchors: [await hashOf(root.certificate)] }],
    entries: [
      {
        signer: { fingerprint: await hashOf(certificate) },
        role: 'facility',
        facilities: ['22001'],
        signs: ['reports'],
        from: '2022-01-01',
        to: null,
      },
    ],
  }
  const station = { name: 'Trạm', province: '22', district: '193', commune: '06790', canSign: true }
  const expected = [
    { ...station, code: '22001' },
    { ...station, code: '22002', vaccinating },
  ]
  return {
    'reports/a.json': JSON.stringify(await signDayReport(report, signer, { at: now })),
    'reports/note.txt': 'x',
    'expected.json': JSON.stringify(expected),
    'register.json': JSON.stringify(register),
    'root.der': root.certificate,
  }
}

const args = [
  ...['day', 'roll-up', 'reports', '--date', '2022-06-01', '--expected', 'expected.json'],
  ...['--register', 'register.json', '--trust', 'root.der', '--lang', 'en'],
]

describe('day roll-up', () => {
  it('is 0 when every facility is finished', async () => {
    const io = fakeIo(await filesWith({}, false))
    expect(await run(args, io)).toBe(0)
    expect(io.talk).toEqual(['1 vaccinating facilities: 1 finished, 0 open, 0 silent'])
    expect(JSON.parse(io.output.join())).toMatchObject({ total: { finished: 1 }, issues: [] })
  })

  it('is 1 when one is silent', async () => {
    const io = fakeIo(await filesWith())
    expect(await run([...args, '--format', 'html', '--out', 'page.html'], io)).toBe(1)
    expect(io.talk).toEqual(['2 vaccinating facilities: 1 finished, 0 open, 1 silent'])
    expect(new TextDecoder().decode(io.files.get('page.html'))).toMatch(/^<!doctype html>/)
  })

  it('is 2 when all are finished and a document does not count', async () => {
    const files = await filesWith({}, false)
    const io = fakeIo({ ...files, 'reports/b.json': 'Lê Thị Thử' })
    expect(await run(args, io)).toBe(2)
    expect(io.talk.join()).toContain('clinic.roll-up.form')
    expect(io.talk.join()).not.toContain('Thử')
  })

  it.each([
    ['no list of facilities', { 'expected.json': '{}' }, 65],
    ['a facility that is none', { 'expected.json': '[{"code":"x"}]' }, 65],
    ['a register that is none', { 'register.json': '{}' }, 65],
  ])('with %s', async (_, change, code) => {
    expect(await run(args, fakeIo({ ...(await filesWith()), ...change }))).toBe(code)
  })
})
