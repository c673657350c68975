import { fromBase64 } from '@tiemchung/core'
import { pathCheckIds } from '@tiemchung/x509'
import { beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../run.js'
import { fakeIo, type FakeIo } from '../../test-kit.js'
import { filesOf, type Pki, startPki } from './pki.fixture.js'

let pki: Pki
let files: Record<string, Uint8Array | string> = {}
beforeAll(async () => {
  pki = await startPki()
  files = filesOf(pki)
})

const trust = ['--anchors', 'root.pem']
const whole = ['chain.pem', ...trust]

interface Line {
  readonly verdict: string
  readonly algorithms: string
  readonly revocationPolicy: string
  readonly purpose: string
  readonly path: readonly string[]
  readonly checks: readonly { id: string; status: string; reason?: string; subject?: string }[]
  readonly setAside: readonly unknown[]
}

async function ran(args: readonly string[], stdin = ''): Promise<{ code: number; io: FakeIo }> {
  const io = fakeIo(files, stdin)
  return { code: await run(['x509', 'verify', ...args, '--lang', 'en'], io), io }
}

/** The exit code, and the checks that stand in the way. */
async function judged(args: readonly string[], stdin = '') {
  const { code, io } = await ran([...args, '--json'], stdin)
  const report = JSON.parse(io.output[0] ?? '') as Line
  const open = report.checks
    .filter(({ status }) => status === 'failed' || status === 'unknown')
    .map(({ id, reason, subject }) => [id, reason, subject].filter(Boolean).join(' '))
  return { code, open, report }
}

describe('x509 verify', () => {
  it('is 0 for a chain that holds, and says what every check found of which certificate', async () => {
    const { code, io } = await ran(whole)
    expect(code).toBe(0)
    expect(io.talk).toEqual([])
    expect(io.output[0]).toBe('valid')
    expect(io.output[1]).toMatch(
      /^ {2}certificate\[0\] C=VN, O=TEST health centre, CN=TEST leaf \([0-9a-f]+\) 2022-01-01T00:00:00.000Z – 2025-01-01T00:00:00.000Z$/,
    )
    expect(io.output[3]).toContain('certificate[2] C=VN, CN=TEST root (')
    expect(io.output).toContain(
      '  path.signature certificate[1] passed: Signed by the key of the certificate above.',
    )
    expect(io.output).toContain(
      '  path.revocation certificate[0] skipped: Nobody asked for this. [not-asked]',
    )
    for (const id of pathCheckIds) expect(io.output.join('\n')).toContain(`  ${id} `)
  })

  it('says the same in Vietnamese', async () => {
    const io = fakeIo(files)
    expect(await run(['x509', 'verify', 'leaf.pem', ...trust], io)).toBe(2)
    expect(io.output).toContain(
      '  path.anchor certificate[0] unknown: Không có chuỗi nào dẫn đến gốc tin cậy: thiếu chứng thư số trung gian, hoặc gốc là của nơi khác. [no-path-found]',
    )
  })

  it('has a sentence, in both languages, for every check of every case here', async () => {
    for (const [, args] of cases) {
      for (const language of ['vi', 'en']) {
        const io = fakeIo(files)
        await run(['x509', 'verify', ...args, '--lang', language], io)
        const checks = io.output.filter((line) => line.startsWith('  path.'))
        expect(checks.length).toBeGreaterThanOrEqual(pathCheckIds.length)
        for (const line of checks) expect(line).toMatch(/: \p{Lu}[^[]*\.(?: \[.*\])?$/u)
      }
    }
  })

  it('prints the report of the library as JSON, with its bytes in base64', async () => {
    const { report } = await judged(whole)
    expect(report).toMatchObject({ verdict: 'valid', purpose: 'any', algorithms: 'modern' })
    expect(report).toMatchObject({ revocationPolicy: 'off', at: '2022-06-01T02:00:00.000Z' })
    const { leaf, issuing, root } = pki
    expect(report.path.map(fromBase64)).toEqual([
      leaf.certificate,
      issuing.certificate,
      root.certificate,
    ])
  })

  it('reads DER like PEM, several files, and standard input', async () => {
    const apart = ['leaf.der', '--intermediate', 'issuing.pem', '--anchors', 'root.der']
    expect((await judged(apart)).code).toBe(0)
    const two = ['leaf.der', '--intermediate', 'other.pem', '--intermediate', 'issuing.pem']
    expect((await judged([...two, '--anchors', 'other.pem', ...trust])).code).toBe(0)
    expect((await judged(['-', ...trust], String(files['chain.pem']))).code).toBe(0)
  })

  it('sets aside what it cannot read beside what it can, and says so', async () => {
    const { code, io } = await ran(['chain.pem', '--anchors', 'many.pem'])
    expect(code).toBe(0)
    expect(io.output.at(-1)).toBe(
      '  anchors[1] left aside: The DER ends too early. [x509.der.truncated]',
    )
  })

  it('does not hand control characters of a name to the terminal', async () => {
    const { io } = await ran(['plain.pem', ...trust])
    expect(io.output.join('\n')).toContain('CN=TEST \\u{1b}[31mred\\u{202e}\\, unit')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(io.output.join('')).not.toMatch(/[\u0000-\u001f\u202e]/)
  })

  const signing = ['--purpose', 'document-signing']
  const lists = ['--crl', 'lists.pem']
  const plain = ['plain.pem', '--intermediate', 'issuing.pem', ...trust]
  const bad = ['bad.pem', '--intermediate', 'issuing.pem', ...trust]
  const cases: readonly (readonly [string, readonly string[], number, readonly string[]])[] = [
    ['for its purpose', [...whole, ...signing], 0, []],
    ['for a purpose by its identifier', [...whole, '--purpose', '1.3.6.1.5.5.7.3.36'], 0, []],
    [
      'for another purpose',
      [...plain, ...signing],
      1,
      ['path.extended-key-usage absent certificate[0]'],
    ],
    [
      'for stamping times',
      [...whole, '--purpose', 'time-stamping'],
      1,
      ['path.extended-key-usage usage-not-allowed certificate[0]'],
    ],
    [
      'that has expired',
      [...whole, '--at', '2025-06-01T00:00:00Z'],
      1,
      [0, 1, 2].map((index) => `path.validity expired certificate[${index}]`),
    ],
    [
      'that is not yet in force',
      [...whole, '--at', '2021-06-01T00:00:00Z'],
      1,
      [0, 1, 2].map((index) => `path.validity not-yet-valid certificate[${index}]`),
    ],
    [
      'under another anchor',
      ['chain.pem', '--anchors', 'other.pem'],
      2,
      ['path.anchor no-path-found certificate[0]'],
    ],
    [
      'under an anchor of the same name and another key',
      ['chain.pem', '--anchors', 'namesake.pem'],
      1,
      ['path.signature signature-mismatch certificate[1]'],
    ],
    [
      'whose intermediate is missing',
      ['leaf.pem', ...trust],
      2,
      ['path.anchor no-path-found certificate[0]'],
    ],
    [
      'that stands among the anchors and was issued by none of them',
      ['leaf.pem', '--anchors', 'leaf.pem'],
      2,
      ['path.anchor no-path-found certificate[0]'],
    ],
    ['with lists that say nothing of it', [...whole, ...lists], 0, []],
    ['that is revoked', [...bad, ...lists], 1, ['path.revocation revoked certificate[0]']],
    [
      'that is revoked, under the soft policy as well',
      [...bad, ...lists, '--revocation', 'soft-fail'],
      1,
      ['path.revocation revoked certificate[0]'],
    ],
    [
      'of which nothing shows that it is not revoked',
      [...whole, '--revocation', 'hard-fail'],
      2,
      [0, 1].map((index) => `path.revocation no-crl certificate[${index}]`),
    ],
    ['of which nobody must show it', [...whole, '--revocation', 'soft-fail'], 0, []],
    ['of which nobody asks', [...whole, '--revocation', 'off'], 0, []],
    [
      'whose list is stale',
      [...whole, '--crl', 'stale.crl'],
      2,
      ['path.revocation crl-stale certificate[0]'],
    ],
    [
      'without the policy that is demanded',
      [...whole, '--policy', '1.2.3.4'],
      1,
      ['path.policy no-acceptable-policy certificate[1]'],
    ],
    ['by old algorithms too', [...whole, '--algorithms', 'legacy'], 0, []],
    ['that is cut', ['half.der', ...trust], 1, ['path.parse x509.der.truncated certificate[0]']],
    [
      'with a byte behind it',
      ['longer.der', ...trust],
      1,
      ['path.parse x509.der.trailing certificate[0]'],
    ],
    [
      'that is a list',
      ['issuing-crl.der', ...trust],
      1,
      ['path.parse x509.der.tag certificate[0]'],
    ],
  ]

  it.each(cases)('judges a certificate %s', async (_, args, code, open) => {
    expect(await judged(args)).toMatchObject({ code, open })
  })

  it('names the policies that it judged by', async () => {
    const options = ['--algorithms', 'legacy', '--revocation', 'soft-fail']
    const { report } = await judged([...whole, ...options, '--purpose', '1.2.3'])
    expect(report).toMatchObject({
      ...{ algorithms: 'legacy', revocationPolicy: 'soft-fail', purpose: '1.2.3' },
    })
  })

  it.each<[string, readonly string[], number, string]>([
    ['no anchors', ['leaf.pem'], 64, 'Missing: --anchors <file>'],
    ['no certificate', trust, 64, 'Missing: certificate'],
    ['two certificates', ['leaf.pem', 'bad.pem', ...trust], 64, '[cli.use]'],
    ['an unknown option', [...whole, '--loud'], 64, '[cli.use]'],
    ['an instant that is none', [...whole, '--at', 'noon'], 64, '[cli.use --at]'],
    ['a purpose that is none', [...whole, '--purpose', 'fun'], 64, '[cli.use --purpose]'],
    ['a policy that is none', [...whole, '--policy', 'fun'], 64, '[cli.use --policy]'],
    ['algorithms that are none', [...whole, '--algorithms', 'md5'], 64, '[cli.use --algorithms]'],
    [
      'a revocation policy that is none',
      [...whole, '--revocation', 'x'],
      64,
      '[cli.use --revocation]',
    ],
    [
      'lists that are not to be looked at',
      [...whole, '--revocation', 'off', '--crl', 'lists.pem'],
      64,
      '[cli.use --revocation]',
    ],
    ['standard input twice', ['-', '--anchors', '-'], 64, '[cli.use -]'],
    [
      'a time without what it stamps',
      [...whole, '--timestamp', 'leaf.der'],
      64,
      '[cli.use --timestamp --stamped]',
    ],
    [
      'what is stamped without a time',
      [...whole, '--stamped', 'leaf.der'],
      64,
      '[cli.use --timestamp --stamped]',
    ],
    [
      'whom to trust about no time',
      [...whole, '--timestamp-anchors', 'root.pem'],
      64,
      '--stamped]',
    ],
    ['a file that is not there', ['nowhere.pem', ...trust], 65, '[cli.file input ENOENT]'],
    [
      'an anchor that is not there',
      ['leaf.pem', ...trust, '--anchors', 'no'],
      65,
      '[cli.file --anchors 2 ENOENT]',
    ],
    ['an empty file', ['empty', ...trust], 65, '[cli.empty input]'],
    ['a file of blanks', ['blank', ...trust], 65, '[cli.empty input]'],
    ['garbage', ['garbage', ...trust], 65, '[cli.x509-kind input]'],
    ['another text', ['secret.txt', ...trust], 65, '[cli.x509-kind input]'],
    ['PEM in UTF-16', ['utf16.pem', ...trust], 65, '[cli.not-utf8 input]'],
    ['PEM that is cut in half', ['half.pem', ...trust], 65, '[parse.pem input]'],
    ['the other half', ['tail.pem', ...trust], 65, '[parse.pem input]'],
    ['PEM with a wrong letter', ['broken.pem', ...trust], 65, '[parse.pem input]'],
    ['a private key', ['key.pem', ...trust], 65, '[cli.x509-kind input]'],
    ['a list in place of a certificate', ['issuing.crl', ...trust], 65, '[cli.x509-kind input]'],
    [
      'a list for an anchor',
      ['leaf.pem', '--anchors', 'issuing.crl'],
      65,
      '[cli.x509-kind --anchors 1]',
    ],
    [
      'other DER for an anchor',
      ['leaf.pem', '--anchors', 'sequence.der'],
      65,
      '[x509.der.tag --anchors 1]',
    ],
    [
      'an intermediate that is none',
      [...whole, '--intermediate', 'half.der'],
      65,
      '[x509.der.truncated --intermediate 1]',
    ],
    ['a certificate for a list', [...whole, '--crl', 'leaf.pem'], 65, '[cli.x509-kind --crl 1]'],
    [
      'a response that is none',
      [...whole, '--ocsp', 'sequence.der'],
      65,
      '[x509.der.tag --ocsp 1]',
    ],
  ])('refuses %s', async (_, args, code, says) => {
    const { code: found, io } = await ran(args)
    expect(found).toBe(code)
    expect(io.output).toEqual([])
    expect(io.talk.filter((line) => !line.startsWith('  '))).toHaveLength(1)
    expect(io.talk[0]).toContain(says)
    expect(io.talk[0]).not.toMatch(/Mẫu|mật|MII|PRIVATE/)
  })
})
