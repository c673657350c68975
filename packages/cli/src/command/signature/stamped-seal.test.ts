import { fromUtf8, utf8 } from '@tiemchung/core'
import {
  type CompactDaySeal,
  type CompactSignedRecord,
  timestampRecord,
  timestampSeal,
} from '@tiemchung/signing'
import { startAuthority, titled, withoutOpenssl } from 'tiemchung-fixtures/timestamp-authority'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../run.js'
import type { FakeIo } from '../../test-kit.js'
import { recordOf, signingDesk, startPki } from '../sign/signing.fixture.js'
import { crlPem, pem, untilLongAfter } from '../x509/pki.fixture.js'

const hour = 3_600_000
const started = Date.now()
const clockAt = (hours: number) => ({ now: () => new Date(started + hours * hour) })
const terms = ['--trust', 'root.pem', '--lang', 'en']
const stamps = [...terms, '--timestamp-anchors', 'time.pem']
const seal = 'out/seal-1.json'

const textAt = ({ files }: FakeIo, path: string) => fromUtf8(files.get(path) ?? new Uint8Array())
const jsonAt = (io: FakeIo, path: string): unknown => JSON.parse(textAt(io, path))

let authority: Awaited<ReturnType<typeof startAuthority>>
let pki: Awaited<ReturnType<typeof startPki>>
let desk: ReturnType<typeof signingDesk>

describe.skipIf(withoutOpenssl)(titled('a seal with a timestamp'), () => {
  beforeAll(async () => {
    authority = await startAuthority()
    pki = await startPki(untilLongAfter)
    desk = signingDesk(pki, [recordOf(1), recordOf(2)])
    const { io, args } = desk
    expect(await run(args, { ...io, clock: clockAt(-1) })).toBe(0)
    const stamped = await timestampSeal(jsonAt(io, seal) as CompactDaySeal, authority.exchange)
    io.files.set(seal, utf8(JSON.stringify(stamped)))
    io.files.set('time.pem', utf8(pem(authority.root)))
    pki.issuing.revoke(pki.leaf.serial, clockAt(1).now(), 'keyCompromise')
    const lists = { thisUpdate: clockAt(2).now(), nextUpdate: clockAt(9).now() }
    const crls = [await pki.root.crl(lists), await pki.issuing.crl(lists)]
    io.files.set('late.crl', utf8(crlPem(...crls)))
  })
  afterAll(() => {
    authority.close()
  })

  const told = async (hours: number, ...args: readonly string[]) => {
    const { io } = desk
    io.output.length = 0
    const code = await run(args, { ...io, clock: clockAt(hours) })
    return { code, said: io.output.join('\n') }
  }

  it.each([
    ['0 and its time is proven, by roots for times', 0, stamps, 0, 'timestamp passed'],
    ['0 and its time is not asked for, without', 0, terms, 0, 'timestamp skipped'],
    [
      '2 by other roots for times',
      0,
      [...terms, '--timestamp-anchors', 'other.pem'],
      2,
      'timestamp unknown',
    ],
    [
      '0 after its key was lost, as it was there before',
      3,
      [...stamps, '--crl', 'late.crl'],
      0,
      'chain passed',
    ],
    [
      '2 after its key was lost, when nobody may say the time',
      3,
      [...terms, '--crl', 'late.crl'],
      2,
      'revoked-since',
    ],
  ])('is %s', async (_, hours, options, code, said) => {
    const beside = ['--record', 'day.ndjson', '--proof', 'out/proofs-1.ndjson']
    const report = await told(hours, 'verify', 'seal', seal, ...beside, ...options)
    expect(report.code).toBe(code)
    expect(report.said).toContain(said)
    expect((await told(hours, 'audit', 'out', ...options)).code).toBe(code)
  })

  it('travels with a record and its proof', async () => {
    const { io } = desk
    const [record, proof] = ['records-1.ndjson', 'proofs-1.ndjson'].map(
      (name) => textAt(io, `out/${name}`).split('\n')[0] ?? '',
    )
    const { id: recordId } = recordOf(1)
    const head = { format: 'sealed-record/1', recordId, facility: '01234', record }
    const parts = { proof: JSON.parse(proof ?? '') as unknown, seal: jsonAt(io, seal) }
    io.files.set('one.json', utf8(JSON.stringify({ ...head, ...parts })))
    expect((await told(0, 'verify', 'seal', 'one.json', ...stamps)).code).toBe(0)
  })

  it('is followed by a further seal of another folder', async () => {
    const { io, args } = desk
    io.files.set('late.ndjson', utf8(JSON.stringify(recordOf(3))))
    const [, , , ...others] = args
    const late = others.map((arg) => (arg === 'out' ? 'late' : arg))
    expect((await told(0, 'sign', 'day', 'late.ndjson', ...late, '--after', seal)).code).toBe(0)
    expect((await told(0, 'verify', 'seal', 'late/seal-2.json', ...terms)).said).toContain('#2')
  })

  it('keeps its timestamp when more is signed in its folder', async () => {
    const { io, args } = desk
    const before = jsonAt(io, seal)
    io.files.set('day.ndjson', utf8(JSON.stringify([1, 2, 4].map((index) => recordOf(index)))))
    expect((await told(0, ...args)).code).toBe(0)
    expect(jsonAt(io, seal)).toEqual(before)
    expect((await told(0, 'audit', 'out', ...stamps)).code).toBe(0)
  })

  it('and so does a signed record', async () => {
    const { io, args } = signingDesk(pki, [recordOf(1), recordOf(2)])
    const each = [...args, '--each']
    expect(await run(each, { ...io, clock: clockAt(-1) })).toBe(0)
    const signed = textAt(io, 'out/signed.ndjson').trim().split('\n')
    const first = JSON.parse(signed[0] ?? '') as CompactSignedRecord
    const stamped = JSON.stringify(await timestampRecord(first, authority.exchange))
    io.files.set('out/signed.ndjson', utf8([stamped, signed[1]].join('\n')))
    io.files.set('day.ndjson', utf8(JSON.stringify([1, 2, 3].map((index) => recordOf(index)))))
    expect(await run(each, { ...io, clock: clockAt(0) })).toBe(0)
    const lines = textAt(io, 'out/signed.ndjson').trim().split('\n')
    expect(lines.slice(0, 2)).toEqual([stamped, signed[1]])
    expect(lines).toHaveLength(3)
  })
})
