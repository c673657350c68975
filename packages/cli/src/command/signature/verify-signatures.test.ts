import { createHash } from 'node:crypto'
import { fromUtf8, parseUuid, utf8 } from '@tiemchung/core'
import { type CompactSignedRecord, detachRecord } from '@tiemchung/signing'
import { beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../run.js'
import type { FakeIo } from '../../test-kit.js'
import {
  linesOf,
  names,
  recordOf,
  registerOf,
  signingDesk,
  startPki,
} from '../sign/signing.fixture.js'

let pki: Awaited<ReturnType<typeof startPki>>
beforeAll(async () => {
  pki = await startPki()
})

const sha256 = (der: Uint8Array) => createHash('sha256').update(der).digest('hex')
const three = () => [recordOf(1), recordOf(2), recordOf(3)]
const terms = ['--trust', 'root.pem', '--lang', 'en']
const textAt = ({ files }: FakeIo, path: string) => fromUtf8(files.get(path) ?? new Uint8Array())

/** A terminal with a day that was signed. */
async function signedDesk(...how: readonly string[]): Promise<FakeIo> {
  const { io, args } = signingDesk(pki, three())
  expect(await run([...args, ...how], io)).toBe(0)
  const register = registerOf(sha256(pki.leaf.certificate), sha256(pki.root.certificate))
  io.files.set('register.json', utf8(register))
  io.files.set('others.json', utf8(register.replace('01234', '99999')))
  io.talk.length = 0
  return io
}

const proofs = ['--record', 'day.ndjson', '--proof', 'out/proofs-1.ndjson']
const jsonOf = ({ output }: FakeIo) =>
  output.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)

describe('verify seal', () => {
  it.each([
    ['0 for a seal below a root', terms, 0],
    [
      '0 with a register and the policy',
      [...terms, '--register', 'register.json', '--policy', '1815'],
      0,
    ],
    ['0 with its records and proofs', [...terms, ...proofs], 0],
    [
      '0 for the day and facility that were asked for',
      [...terms, '--day', '2022-06-01', '--facility', '01234'],
      0,
    ],
    ['0 with the lists of its authorities', [...terms, '--crl', 'lists.pem'], 0],
    ['1 for another day', [...terms, '--day', '2022-06-02'], 1],
    ['1 for another facility', [...terms, '--facility', '99999'], 1],
    [
      '1 for a signer that may sign for another facility',
      [...terms, '--register', 'others.json'],
      1,
    ],
    [
      '1 for a purpose that its certificate is not for',
      [...terms, '--purpose', '1.3.6.1.5.5.7.3.8'],
      1,
    ],
    ['2 for another root', ['--trust', 'other.pem'], 2],
    ['2 without a root', [], 2],
    ['2 with lists that have ended', [...terms, '--crl', 'only-stale.crl'], 2],
    ['64 for records without proofs', [...terms, '--record', 'day.ndjson'], 64],
    ['64 for proofs without records', [...terms, '--proof', 'out/proofs-1.ndjson'], 64],
    ['64 for a day that is none', [...terms, '--day', 'spring'], 64],
    ['64 for standard input twice', [...terms, '--record', '-', '--proof', '-'], 64],
    [
      '65 for proofs that are none',
      [...terms, '--record', 'day.ndjson', '--proof', 'day.ndjson'],
      65,
    ],
    ['65 for a register that is none', [...terms, '--register', 'day.ndjson'], 65],
  ])('is %s', async (_, options, code) => {
    const io = await signedDesk()
    expect(await run(['verify', 'seal', 'out/seal-1.json', ...options], io)).toBe(code)
    expect([...io.output, ...io.talk].join()).not.toMatch(names)
  })

  it('names every check of the seal, and each record that it does not cover', async () => {
    const io = await signedDesk()
    const changed = recordOf(2, { enteredBy: 'staff-9' })
    io.files.set('day.ndjson', utf8(linesOf([recordOf(1), changed, recordOf(7)])))
    expect(await run(['verify', 'seal', 'out/seal-1.json', ...terms, ...proofs], io)).toBe(1)
    expect(io.output).toContain('seal 01234 2022-06-01 #1 valid')
    expect(io.output).toContain(
      "  jws.signature passed: The signature holds under the signer's certificate.",
    )
    expect(io.output).toContain('  signer.register skipped: Nobody asked for this. [not-asked]')
    expect(io.output).toContain(`record ${recordOf(1).id} valid`)
    expect(io.output).toContain(`record ${changed.id} invalid`)
    expect(io.output).toContain(
      '  record.inclusion failed: Not under the seal: the record was changed, or the proof is wrong. [not-under-the-seal]',
    )
    expect(io.output).toContain(
      '  record.inclusion failed: There is no proof for this record. [not-a-proof]',
    )
  })

  it('gives an object a line, and the signer without a name', async () => {
    const io = await signedDesk()
    const args = ['verify', 'seal', 'out/seal-1.json', ...terms, ...proofs, '--json']
    expect(await run(args, io)).toBe(0)
    const [seal, ...records] = jsonOf(io)
    expect(seal).toMatchObject({
      kind: 'seal',
      verdict: 'valid',
      content: { facility: '01234', size: 3 },
      signer: { fingerprint: sha256(pki.leaf.certificate) },
    })
    expect(records).toMatchObject(three().map(({ id }) => ({ kind: 'record', recordId: id })))
    expect(io.output.join()).not.toMatch(/TEST leaf|Mẫu/)
  })

  it('reads records that travel with their proof and their seal', async () => {
    const io = await signedDesk()
    const [seal, proofLines, records] = ['seal-1.json', 'proofs-1.ndjson', 'records-1.ndjson'].map(
      (name) => textAt(io, `out/${name}`).trim().split('\n'),
    )
    const documents = (records ?? []).map((record, index) => ({
      format: 'sealed-record/1',
      recordId: recordOf(index + 1).id,
      facility: '01234',
      record,
      proof: JSON.parse(proofLines?.[index] ?? '') as unknown,
      seal: JSON.parse(seal?.[0] ?? '') as unknown,
    }))
    io.files.set('sealed.ndjson', utf8(linesOf(documents)))
    expect(await run(['verify', 'seal', 'sealed.ndjson', ...terms, '--json'], io)).toBe(0)
    expect(jsonOf(io).map(({ kind }) => kind)).toEqual(Array(3).fill(['seal', 'record']).flat())
    expect(jsonOf(io)[1]?.['checks']).toContainEqual({ id: 'record.envelope', status: 'passed' })
    for (const [change, reason] of [
      [{ recordId: recordOf(9).id }, 'envelope'],
      [{ facility: '99999' }, 'envelope'],
      [{ record: ` ${documents[0]?.record}` }, 'payload-not-canonical'],
      // Whoever reads the first of two members reads another record than was sealed.
      [
        { record: documents[0]?.record.replace('{', '{"enteredBy":"staff-9",') },
        'payload-not-canonical',
      ],
    ] as const) {
      io.output.length = 0
      io.files.set('sealed.ndjson', utf8(JSON.stringify({ ...documents[0], ...change })))
      expect(await run(['verify', 'seal', 'sealed.ndjson', ...terms, '--json'], io)).toBe(1)
      const record = jsonOf(io)[1]
      expect(record).toMatchObject({ kind: 'record', verdict: 'invalid' })
      expect(record?.['checks']).toContainEqual({
        id: 'record.envelope',
        status: 'failed',
        reason,
      })
    }
    const broken = documents.map((one) => ({ ...one, record: '{' }))
    io.files.set('sealed.ndjson', utf8(linesOf(broken)))
    expect(await run(['verify', 'seal', 'sealed.ndjson', ...terms], io)).toBe(65)
  })

  it('leaves the options and the inputs of verify as they were', async () => {
    const io = await signedDesk()
    expect(await run(['verify', './seal', 'HC1:', '--offline', '--lang', 'en'], io)).toBe(65)
    expect(await run(['verify', 'seal', '--lang', 'en'], io)).toBe(64)
    expect(io.talk.at(-1)).toBe('Missing: file')
  })
})

describe('verify record', () => {
  it.each([
    ['0 for what a facility signed', terms, 0],
    [
      '0 with a register and the policy',
      [...terms, '--register', 'register.json', '--policy', '1815'],
      0,
    ],
    ['1 for a signer of another facility', [...terms, '--register', 'others.json'], 1],
    ['2 for another root', ['--trust', 'other.pem'], 2],
    ['2 without a root', [], 2],
    ['64 for a policy that is no file', [...terms, '--at', 'yesterday'], 64],
    ['65 for a policy that is none', [...terms, '--policy', 'register.json'], 65],
  ])('is %s', async (_, options, code) => {
    const io = await signedDesk('--each')
    expect(await run(['verify', 'record', 'out/signed.ndjson', ...options], io)).toBe(code)
    expect([...io.output, ...io.talk].join()).not.toMatch(names)
  })

  const signedIn = (io: FakeIo) =>
    textAt(io, 'out/signed.ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as CompactSignedRecord)

  it('takes compact JWS one a line, and flattened ones', async () => {
    const io = await signedDesk('--each')
    const compact = signedIn(io).map(({ jws }) => jws)
    io.files.set('compact', utf8(compact.join('\r\n')))
    expect(await run(['verify', 'record', 'compact', ...terms, '--json'], io)).toBe(0)
    expect(jsonOf(io)).toMatchObject(three().map(({ id }) => ({ recordId: id, verdict: 'valid' })))
    const flattened = compact.map((jws) => {
      const [head, payload, signature] = jws.split('.')
      return { protected: head, payload, signature }
    })
    io.files.set('flattened', utf8(JSON.stringify(flattened)))
    expect(await run(['verify', 'record', 'flattened', ...terms], io)).toBe(0)
  })

  it('takes detached signatures with their records, and says what is missing without', async () => {
    const io = await signedDesk('--each')
    const detached = signedIn(io).map((one) => detachRecord(one))
    io.files.set('detached', utf8(linesOf(detached)))
    const args = ['verify', 'record', 'detached', ...terms]
    expect(await run(args, io)).toBe(2)
    expect(io.output).toContain(
      '  jws.form unknown: It is detached: give its record with --record. [no-payload]',
    )
    expect(await run([...args, '--record', 'day.ndjson'], io)).toBe(0)
    io.files.set('bare', utf8(detached[1]?.jws ?? ''))
    io.files.set('second.json', utf8(JSON.stringify(recordOf(2))))
    io.files.set('first.json', utf8(JSON.stringify(recordOf(1))))
    const bare = ['verify', 'record', 'bare', ...terms, '--record']
    expect(await run([...bare, 'second.json'], io)).toBe(0)
    expect(await run([...bare, 'first.json'], io)).toBe(1)
  })

  it('asks the records before an amendment when they are given', async () => {
    const first = await signedDesk('--each')
    const before = signedIn(first)[0]
    const payload = before?.jws.split('.')[1] ?? ''
    const hash = createHash('sha256').update(Buffer.from(payload, 'base64url')).digest('hex')
    const amendment = recordOf(8, {
      id: parseUuid('aaaad590-e014-5128-a6eb-000000000008'),
      amends: {
        recordId: recordOf(1).id,
        firstRecordId: recordOf(1).id,
        hash,
        reason: 'entry-error',
      },
    })
    const { io, args } = signingDesk(pki, [amendment])
    const place = ['--facility', '01234', '--day', '2022-06-01']
    expect(await run([...args, '--each', ...place], io)).toBe(0)
    io.files.set('earlier.json', utf8(JSON.stringify(before)))
    const verify = ['verify', 'record', 'out/signed.ndjson', ...terms]
    expect(await run([...verify, '--earlier', 'earlier.json'], io)).toBe(0)
    expect(io.output.join('\n')).toContain('record.amends passed')
    expect(await run([...verify, '--earlier', 'out/signed.ndjson'], io)).toBe(1)
  })

  it.each([
    ['nothing', ''],
    ['text', 'Mẫu-bí-mật'],
    ['a list', '[]'],
    ['no signed record', '{"format":"dose-record/1"}'],
    ['a record without a signature', '{"format":"signed-record/1"}'],
    ['a number', '[1]'],
  ])('is 65 for %s', async (_, text) => {
    const io = await signedDesk('--each')
    io.files.set('given', utf8(text))
    expect(await run(['verify', 'record', 'given', ...terms], io)).toBe(65)
    expect(io.talk.join()).not.toMatch(names)
  })

  it('judges garbage in the form of a JWS instead of failing over it', async () => {
    const io = await signedDesk('--each')
    io.files.set('given', utf8('AAAA.!.AAAA'.replace('!', 'AAAA')))
    expect(await run(['verify', 'record', 'given', ...terms], io)).toBe(1)
  })
})

describe('audit', () => {
  const audit = ['audit', 'out', ...terms]

  it('is 0 for a day as it was sealed, and 2 without a root', async () => {
    const io = await signedDesk()
    expect(await run(audit, io)).toBe(0)
    expect(io.output).toContain('day valid')
    expect(io.output).toContain('  records.belong passed: Every record of the list belongs.')
    io.output.length = 0
    expect(await run(['audit', 'out', '--lang', 'en'], io)).toBe(2)
    expect(io.output).toContain('day indeterminate')
    expect(io.output.join('\n')).toContain('it is not known whether it belongs. [undecided]')
  })

  it('says which records do not belong, and which are missing', async () => {
    const io = await signedDesk()
    const changed = recordOf(2, { enteredBy: 'staff-9' })
    const foreign = recordOf(5, { dose: { ...recordOf().dose, facility: '99999' } })
    const records = [recordOf(1), changed, recordOf(1), recordOf(6), foreign, {}]
    io.files.set('list.ndjson', utf8(linesOf(records)))
    expect(await run([...audit, '--records', 'list.ndjson'], io)).toBe(1)
    const said = io.output.join('\n')
    expect(said).toContain(`record 2 ${changed.id}: It was changed after it was sealed. [changed]`)
    expect(said).toContain(`record 3 ${recordOf(1).id}: It is there twice. [doubled]`)
    expect(said).toContain(`record 4 ${recordOf(6).id}: It is under no seal. [not-sealed]`)
    expect(said).toContain('It is of another facility. [other-facility]')
    expect(said).toContain('It is no dose record. [not-a-record]')
    expect(said).toContain(`seal 1 place 3 ${recordOf(3).id}: It has a place under the seal`)
    expect(said).not.toMatch(names)
  })

  it('reads several seals in the order of their numbers, and gives it all as JSON', async () => {
    const io = await signedDesk()
    const sign = signingDesk(pki, []).args
    for (let index = 4; index < 13; index += 1) {
      io.files.set('day.ndjson', utf8(linesOf([...three(), recordOf(index)])))
      expect(await run(sign, io)).toBe(0)
    }
    expect(await run([...audit, '--json'], io)).toBe(0)
    const [report] = jsonOf(io)
    expect(report).toMatchObject({ kind: 'day', verdict: 'valid', belonging: 12, faults: [] })
    const seals = report?.['seals'] as readonly {
      readonly content: { readonly sequence: number }
    }[]
    expect(seals.map(({ content }) => content.sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    io.files.delete('out/seal-4.json')
    expect(await run(audit, io)).toBe(1)
    expect(io.output.join('\n')).toContain(
      'seals.unbroken failed: One in between is missing. [hole sequence=4]',
    )
  })

  it('says which seal is undecided', async () => {
    const io = await signedDesk()
    expect(await run(['audit', 'out', '--trust', 'other.pem', '--lang', 'en'], io)).toBe(2)
    expect(io.output).toContain('seal 1 indeterminate')
    expect(io.output.join('\n')).toMatch(/signer\.chain unknown: Nothing leads to an anchor/)
  })

  it('is 65 for a folder that is not there, and 1 for one without a seal', async () => {
    const io = await signedDesk()
    expect(await run(['audit', 'nowhere', ...terms], io)).toBe(65)
    io.files.set('empty/readme.txt', utf8('x'))
    expect(await run(['audit', 'empty', ...terms], io)).toBe(1)
  })
})
