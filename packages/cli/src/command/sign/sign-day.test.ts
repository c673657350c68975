import { fromUtf8, utf8 } from '@tiemchung/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../run.js'
import type { FakeIo } from '../../test-kit.js'
import { madeByOpenssl, titled, withoutOpenssl } from '../x509/openssl.fixture.js'
import { isRefusal } from './say-unsigned.js'
import { keyOptions, linesOf, names, recordOf, signingDesk, startPki } from './signing.fixture.js'

let pki: Awaited<ReturnType<typeof startPki>>
beforeAll(async () => {
  pki = await startPki()
})

const three = () => [recordOf(1), recordOf(2), recordOf(3)]
const written = ({ files }: FakeIo) => [...files.keys()].filter((path) => path.startsWith('out/'))
const textAt = ({ files }: FakeIo, path: string) => fromUtf8(files.get(path) ?? new Uint8Array())
const linesAt = (io: FakeIo, path: string) =>
  textAt(io, path)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)

describe('sign day', () => {
  it('puts the day under one seal, and writes it with its proofs and records', async () => {
    const { io, args } = signingDesk(pki, three())
    expect(await run(args, io)).toBe(0)
    expect(io.output).toEqual([])
    expect(io.talk).toEqual([
      '3 of 3 records are signed: records-1.ndjson, proofs-1.ndjson, seal-1.json',
    ])
    expect(written(io).sort()).toEqual([
      'out/progress.ndjson',
      'out/proofs-1.ndjson',
      'out/records-1.ndjson',
      'out/seal-1.json',
    ])
    expect(linesAt(io, 'out/seal-1.json')).toMatchObject([
      { format: 'day-seal/1', facility: '01234', date: '2022-06-01' },
    ])
    expect(linesAt(io, 'out/proofs-1.ndjson')).toHaveLength(3)
  })

  it('signs nothing twice, and puts late records under a further seal', async () => {
    const { io, args } = signingDesk(pki, three())
    await run(args, io)
    const [seal, progress] = ['out/seal-1.json', 'out/progress.ndjson'].map((path) =>
      textAt(io, path),
    )
    expect(await run(args, io)).toBe(0)
    expect(textAt(io, 'out/progress.ndjson')).toBe(progress)
    io.files.set('day.ndjson', utf8(linesOf([...three(), recordOf(4)])))
    expect(await run(args, io)).toBe(0)
    expect(textAt(io, 'out/seal-1.json')).toBe(seal)
    expect(linesAt(io, 'out/records-2.ndjson')).toMatchObject([{ id: recordOf(4).id }])
  })

  it('goes on after a seal of another folder', async () => {
    const { io, args } = signingDesk(pki, three())
    await run(args, io)
    io.files.set('day.ndjson', utf8(linesOf([recordOf(4)])))
    const late = args.map((arg) => (arg === 'out' ? 'out/late' : arg))
    expect(await run([...late, '--after', 'out/seal-1.json'], io)).toBe(0)
    expect(written(io)).toContain('out/late/seal-2.json')
  })

  it('signs each record for itself, and keeps what another list had signed', async () => {
    const { io, args } = signingDesk(pki, three())
    expect(await run([...args, '--each'], io)).toBe(0)
    io.files.set('day.ndjson', utf8(JSON.stringify([recordOf(4), recordOf(1)])))
    expect(await run([...args, '--each'], io)).toBe(0)
    const ids = linesAt(io, 'out/signed.ndjson').map(({ recordId }) => recordId)
    expect(ids.sort()).toEqual([1, 2, 3, 4].map((index) => recordOf(index).id))
  })

  it.each([
    ['a seal', 'seal-1.json', []],
    ['a signature', 'signed.ndjson', ['--each']],
  ])('is 64 beside %s whose progress is gone, and signs nothing anew', async (_, name, how) => {
    const { io, args } = signingDesk(pki, three())
    expect(await run([...args, ...how], io)).toBe(0)
    const before = linesAt(io, `out/${name}`)
    io.files.delete('out/progress.ndjson')
    expect(await run([...args, ...how], io)).toBe(64)
    expect(io.talk.at(-1)).toContain('[cli.progress-missing --out]')
    expect(linesAt(io, `out/${name}`)).toEqual(before)
    expect(linesAt(io, 'out/progress.ndjson')).toEqual([])
  })

  it('goes on where it was interrupted, at each of its steps', async () => {
    const whole = signingDesk(pki, three())
    await run(whole.args, whole.io)
    const steps = linesAt(whole.io, 'out/progress.ndjson').length
    expect(steps).toBe(4)
    for (let step = 0; step < steps; step += 1) {
      const { io, args } = signingDesk(pki, three())
      const openLines: FakeIo['openLines'] = async (path) => {
        const file = await io.openLines(path)
        let left = step
        const append = (line: string) => {
          left -= 1
          return left < 0
            ? Promise.reject(new Error('the power went'))
            : (file?.append(line) ?? Promise.resolve())
        }
        return file === undefined ? undefined : { ...file, append }
      }
      expect(await run(args, { ...io, openLines })).toBe(64)
      expect(io.talk.at(-1)).toContain('[cli.write --out]')
      expect(await run(args, io)).toBe(0)
      const kinds = linesAt(io, 'out/progress.ndjson').map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'signed')).toHaveLength(1)
      expect(linesAt(io, 'out/proofs-1.ndjson')).toHaveLength(3)
    }
  })

  it('is 1 when a record is refused, says why without what is in it, and signs the others', async () => {
    const { guardian: _, ...person } = recordOf().person
    const open = recordOf(2, { identity: { status: 'pending' } })
    const records = [recordOf(1), open, recordOf(3, { person }), 'Mẫu-bí-mật', recordOf(1)]
    const { io, args } = signingDesk(pki, records)
    expect(await run(args, io)).toBe(1)
    expect(io.output).toHaveLength(4)
    expect(io.output[0]).toMatch(/000000000002 .+ \[signing\.day\.identity\]$/)
    expect(io.output[1]).toMatch(
      /000000000003 .+ \[signing\.day\.incomplete, [a-z.-]+ person\.guardian/,
    )
    expect(io.output[2]).toMatch(/^- .+ \[signing\.day\.not-a-record\]$/)
    expect(io.output[3]).toMatch(/000000000001 .+ \[signing\.day\.duplicate\]$/)
    expect(io.talk[0]).toMatch(/^1 of 5 records/)
    expect([...io.output, ...io.talk].join()).not.toMatch(names)
  })

  it('gives it all as JSON', async () => {
    const { io, args } = signingDesk(pki, [
      recordOf(1),
      recordOf(2, { identity: { status: 'pending' } }),
    ])
    expect(await run([...args, '--json'], io)).toBe(1)
    expect(JSON.parse(io.output.join(''))).toMatchObject({
      facility: '01234',
      day: '2022-06-01',
      signed: 1,
      unsigned: [{ recordId: recordOf(2).id, code: 'signing.day.identity' }],
      files: ['records-1.ndjson', 'proofs-1.ndjson', 'seal-1.json'],
    })
  })

  it('asks for the facility and the day only where the records do not agree', async () => {
    const other = recordOf(2, { dose: { ...recordOf().dose, facility: '99999' } })
    const { io, args } = signingDesk(pki, [recordOf(1), other])
    expect(await run(args, io)).toBe(64)
    expect(io.talk.join()).toContain('[cli.use --facility]')
    expect(await run([...args, '--facility', '01234'], io)).toBe(1)
    expect(io.output.join()).toContain('[signing.day.foreign-record]')
  })

  it.each([
    ['signing.day.incomplete', true],
    ['input.json-canonical', true],
    ['signing.expired', false],
    ['signing.not-tried', false],
  ])('takes %s for a refusal: %s', (code, refusal) => {
    expect(isRefusal({ recordId: '', code })).toBe(refusal)
  })

  it.each([
    ['no key', [], '--key'],
    ['a key without a chain', ['--key', 'leaf-key.pem'], '--chain'],
    ['two keys', [...keyOptions, '--pkcs12', 'x.p12'], '--pkcs12'],
    ['a chain beside PKCS#12', ['--pkcs12', 'x.p12', '--chain', 'chain.pem'], '--chain'],
    ['a token that is none', [...keyOptions, '--token', 'x'], '--token'],
    ['a key of a token that is none', [...keyOptions, '--token-key', 'x'], '--token-key'],
    ['a certificate beside a chain', [...keyOptions, '--certificate', '00'], '--certificate'],
    ['a descriptor that is none', [...keyOptions, '--password-fd', 'x'], '--password-fd'],
    [
      'two places of a password',
      [...keyOptions, '--password-fd', '3', '--password-env', 'X'],
      '--password-fd',
    ],
    ['a day that is none', [...keyOptions, '--day', '2022'], '--day'],
  ])('is 64 for %s', async (_, options, option) => {
    const { io } = signingDesk(pki, three())
    expect(await run(['sign', 'day', 'day.ndjson', '--out', 'out', ...options], io)).toBe(64)
    expect(io.talk.join()).toContain(`[cli.use ${option}]`)
    expect(written(io)).toEqual([])
  })

  it.each([
    ['the password', ['--password-fd', '0']],
    ['the policy', ['--policy', '-']],
  ])('is 64 for records from standard input that is to give %s as well', async (_, options) => {
    const { io } = signingDesk(pki, [])
    const args = ['sign', 'day', '-', '--out', 'out', ...keyOptions, ...options]
    expect(await run(args, io)).toBe(64)
    expect(io.talk.join()).toContain('[cli.use -]')
  })

  it('is 64 while another process signs there, and leaves the folder alone', async () => {
    const { io, args } = signingDesk(pki, three())
    const held = await io.openLines('out/progress.ndjson')
    expect(await run(args, io)).toBe(64)
    expect(io.talk.join()).toContain('[cli.in-use --out]')
    await held?.close()
    expect(await run(args, io)).toBe(0)
  })

  it.each(['2021-12-31T23:59:59Z', '2025-01-01T00:00:01Z'])(
    'is 65 when the certificate is not in force: %s',
    async (at) => {
      const { io, args } = signingDesk(pki, three())
      expect(await run(args, { ...io, clock: { now: () => new Date(at) } })).toBe(65)
      expect(io.talk.join()).toContain('[cli.certificate-time]')
      expect(written(io)).not.toContain('out/seal-1.json')
    },
  )

  it.each([
    ['a policy that is none', { 'policy.json': '{}' }, ['--policy', 'policy.json'], 65],
    ['no records', { 'day.ndjson': ' ' }, [], 65],
    ['records that are no JSON', { 'day.ndjson': 'Mẫu-bí-mật' }, [], 65],
    ["another certificate's key", { 'leaf-key.pem': '' }, [], 65],
    ['a seal before that is none', {}, ['--after', 'day.ndjson'], 65],
    ['progress that is damaged', { 'out/progress.ndjson': '{"kind":"opened"\n' }, [], 65],
    ['a library of a token that is not there', {}, ['--pkcs11', '/nowhere.so'], 64],
  ])('ends with a code for %s', async (_, files, options, code) => {
    const { io, args } = signingDesk(pki, three())
    for (const [path, text] of Object.entries(files)) io.files.set(path, utf8(text))
    expect(await run([...args, ...options], io)).toBe(code)
    expect(io.talk.join()).not.toMatch(/Mẫu-bí-mật|lỗi bên trong|internal/)
  })
})

const secret = 'Tiêm chủng Mẫu 1815'
const lock = ['-topk8', '-v2', 'aes-256-cbc', '-passout', `pass:${secret}`]

describe.skipIf(withoutOpenssl)(titled('sign day with a locked key'), () => {
  const locked = () =>
    madeByOpenssl({ in: pki.leaf.key }, ['pkcs8', ...lock, '-in', 'in', '-out', 'out'], 'out')

  function pkcs12() {
    const { io } = signingDesk(pki, [])
    const files = { key: pki.leaf.key, chain: io.files.get('chain.pem') ?? '' }
    const args = ['pkcs12', '-export', '-inkey', 'key', '-in', 'chain', '-out', 'out']
    return madeByOpenssl(files, [...args, '-passout', `pass:${secret}`], 'out')
  }

  const places: readonly (readonly [string, readonly string[], object])[] = [
    ['a variable', ['--password-env', 'TEST_PASSWORD'], { variable: 'TEST_PASSWORD' }],
    ['a descriptor', ['--password-fd', '3'], { descriptor: 3 }],
    ['the terminal', [], { question: 'Password or PIN of the signing key: ' }],
  ]

  it.each(places)('takes the password from %s', async (_, options, asked) => {
    const { io, args } = signingDesk(pki, three())
    io.files.set('leaf-key.pem', locked())
    io.secrets.push(secret)
    expect(await run([...args, ...options], io)).toBe(0)
    expect(io.asked).toEqual([asked])
  })

  it.each([
    ['a wrong password', ['Sai-mật-khẩu'], 'signing.password'],
    ['no password', [], 'cli.no-password'],
  ])('is 65 for %s, and signs nothing', async (_, secrets, code) => {
    const { io, args } = signingDesk(pki, three())
    io.files.set('leaf-key.pem', locked())
    io.secrets.push(...secrets)
    expect(await run(args, io)).toBe(65)
    expect(io.talk.join()).toContain(`[${code}]`)
    expect(io.talk.join()).not.toContain('Sai-')
    expect(written(io)).not.toContain('out/seal-1.json')
  })

  it('signs with the key of a PKCS#12 file', async () => {
    const { io } = signingDesk(pki, three())
    io.files.set('key.p12', pkcs12())
    io.secrets.push(secret)
    const args = ['sign', 'day', 'day.ndjson', '--out', 'out', '--pkcs12', 'key.p12']
    expect(await run(args, io)).toBe(0)
    expect(linesAt(io, 'out/proofs-1.ndjson')).toHaveLength(3)
  })
})
