import { readCrl } from '@tiemchung/x509'
import { crlCheckIds } from '@tiemchung/x509/crl'
import { beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../run.js'
import { fakeIo } from '../../test-kit.js'
import { filesOf, type Pki, startPki } from './pki.fixture.js'

let pki: Pki
let files: Record<string, Uint8Array | string> = {}
beforeAll(async () => {
  pki = await startPki()
  files = { ...filesOf(pki), 'bad.txt': pki.bad.serial, 'leaf.txt': pki.leaf.serial }
})

/** Serial numbers are made at random: `@bad` stands for the one that is revoked. */
const filled = (args: readonly string[]) =>
  args.map((arg) => (arg.startsWith('@') ? String(files[`${arg.slice(1)}.txt`]) : arg))

async function ran(args: readonly string[], stdin = '') {
  const io = fakeIo(files, stdin)
  const code = await run(['x509', 'crl', ...filled(args), '--lang', 'en'], io)
  return { code, io }
}

interface Line {
  readonly verdict: string
  readonly entries: number
  readonly says?: unknown
  readonly checks: readonly { id: string; status: string; reason?: string }[]
}

async function judged(args: readonly string[]) {
  const { code, io } = await ran([...args, '--json'])
  const report = JSON.parse(io.output[0] ?? '') as Line
  const open = report.checks
    .filter(({ status }) => status === 'failed' || status === 'unknown')
    .map(({ id, reason }) => `${id} ${reason}`)
  return { code, open, report }
}

const signed = ['issuing.crl', '--issuer', 'issuing.pem']

describe('x509 crl', () => {
  it('is 0 for a list that its authority signed, and says what it is', async () => {
    const { code, io } = await ran(signed)
    const text = io.output.join('\n')
    const number = readCrl(pki.lists.issuing).crlNumber ?? new Uint8Array()
    expect([code, io.output[0], io.talk]).toEqual([0, 'valid', []])
    expect(text).toContain('  issuer: C=VN, CN=TEST issuing\n')
    expect(text).toContain(`  list number: ${Number(`0x${Buffer.from(number).toString('hex')}`)}\n`)
    expect(text).toContain('  this update: 2022-05-25T00:00:00.000Z\n')
    expect(text).toContain('  next update: 2022-06-25T00:00:00.000Z\n')
    expect(text).toContain('  entries: 1\n  scope: complete\n')
    expect(text).toContain('  crl.signature passed: Signed by the key of the authority')
    for (const id of crlCheckIds) expect(text).toContain(`  ${id} `)
  })

  it('is 2 when nobody says who is to have signed it, and says that it was not checked', async () => {
    const { code, io } = await ran(['issuing.crl', '--serial', '@bad'])
    expect(code).toBe(2)
    expect(io.output[0]).toBe('indeterminate')
    expect(io.output).toContain(
      '  crl.signature skipped: Not checked: nobody said who is to have signed it (--issuer). [not-asked]',
    )
    expect(io.output.join('\n')).toContain(
      '  the list says: revoked 2022-05-01T00:00:00.000Z keyCompromise\n',
    )
  })

  it.each<[string, readonly string[], number, readonly string[]]>([
    ['good by its number', [...signed, '--serial', '@leaf'], 0, []],
    ['good', [...signed, '--certificate', 'leaf.der'], 0, []],
    ['revoked by its number', [...signed, '--serial', '@bad'], 1, ['crl.certificate revoked']],
    ['revoked', [...signed, '--certificate', 'bad.pem'], 1, ['crl.certificate revoked']],
    [
      'open on a list that is stale',
      ['only-stale.crl', '--issuer', 'issuing.pem', '--serial', '@bad'],
      2,
      ['crl.dates crl-stale', 'crl.certificate crl-stale'],
    ],
    [
      'good on the same list in its time',
      [
        'only-stale.crl',
        '--issuer',
        'issuing.pem',
        '--serial',
        '@bad',
        '--at',
        '2022-02-15T00:00:00Z',
      ],
      0,
      [],
    ],
    [
      'open on a list by another authority',
      ['issuing.crl', '--issuer', 'root.pem', '--serial', '@bad'],
      1,
      ['crl.signature crl-no-signer', 'crl.certificate no-crl'],
    ],
    [
      'open without an authority',
      ['issuing-crl.der', '--serial', '@leaf'],
      2,
      ['crl.certificate no-issuer'],
    ],
    ['not to be asked of a list that is cut', ['half.der'], 1, ['crl.parse x509.der.truncated']],
    ['not to be asked of a certificate', ['leaf.der'], 1, ['crl.parse x509.der.tag']],
  ])('says of a certificate that it is %s', async (_, args, code, open) => {
    expect(await judged(args)).toMatchObject({ code, open })
  })

  it.each([
    ['capitals', (serial: string) => serial.toUpperCase()],
    ['colons', (serial: string) => serial.replace(/(..)(?=.)/g, '$1:')],
    ['leading zeros', (serial: string) => `0000${serial}`],
    ['half an octet before it', (serial: string) => `0${serial}`],
  ])('reads a serial number with %s', async (_, write) => {
    const { open } = await judged([...signed, '--serial', write(pki.bad.serial)])
    expect(open).toEqual(['crl.certificate revoked'])
  })

  it('prints the report of the library as JSON', async () => {
    const { report } = await judged([...signed, '--serial', '@bad', '--algorithms', 'legacy'])
    expect(report).toMatchObject({
      verdict: 'invalid',
      algorithms: 'legacy',
      entries: 1,
      says: { serialNumber: pki.bad.serial, reason: 'keyCompromise' },
    })
  })

  it('says in Vietnamese what it says in English', async () => {
    const io = fakeIo(files)
    expect(await run(['x509', 'crl', ...signed, '--serial', '01'], io)).toBe(0)
    expect(io.output).toContain('  danh sách nói: không có số này')
    expect(io.output).toContain('  crl.dates passed: Còn hiệu lực tại thời điểm xét.')
  })

  it('reads the list from standard input', async () => {
    const { code } = await ran(['-', '--issuer', 'issuing.pem'], String(files['issuing.crl']))
    expect(code).toBe(0)
  })

  it.each<[string, readonly string[], number, string]>([
    ['no list', [], 64, 'Missing: file'],
    ['an unknown option', [...signed, '--loud'], 64, '[cli.use]'],
    ['a number that is none', [...signed, '--serial', 'x1'], 64, '[cli.use --serial]'],
    ['no number', [...signed, '--serial', ''], 64, '[cli.use --serial]'],
    [
      'a number that is too long',
      [...signed, '--serial', '1'.repeat(41)],
      64,
      '[cli.use --serial]',
    ],
    [
      'a number and a certificate',
      [...signed, '--serial', '1', '--certificate', 'leaf.pem'],
      64,
      '[cli.use --serial --certificate]',
    ],
    ['two lists in a file', ['lists.pem'], 64, '[cli.use input]'],
    [
      'two authorities in a file',
      ['issuing.crl', '--issuer', 'chain.pem'],
      64,
      '[cli.use --issuer]',
    ],
    ['standard input twice', ['-', '--issuer', '-'], 64, '[cli.use -]'],
    ['an instant that is none', [...signed, '--at', 'noon'], 64, '[cli.use --at]'],
    ['algorithms that are none', [...signed, '--algorithms', 'x'], 64, '[cli.use --algorithms]'],
    ['a list that is not there', ['no.crl'], 65, '[cli.file input ENOENT]'],
    ['an empty list', ['empty'], 65, '[cli.empty input]'],
    ['garbage', ['garbage'], 65, '[cli.x509-kind input]'],
    ['a certificate in place of a list', ['leaf.pem'], 65, '[cli.x509-kind input]'],
    ['PEM that is cut', ['half.pem'], 65, '[parse.pem input]'],
    [
      'an authority that is none',
      ['issuing.crl', '--issuer', 'half.der'],
      65,
      '[x509.der.truncated --issuer]',
    ],
    [
      'a certificate that is none',
      ['issuing.crl', '--certificate', 'sequence.der'],
      65,
      '[x509.der.tag --certificate]',
    ],
  ])('refuses %s', async (_, args, code, says) => {
    const { code: found, io } = await ran(args)
    expect([found, io.output]).toEqual([code, []])
    expect(io.talk.filter((line) => !line.startsWith('  '))).toHaveLength(1)
    expect(io.talk[0]).toContain(says)
  })
})
