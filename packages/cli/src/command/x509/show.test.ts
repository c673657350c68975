import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../run.js'
import { fakeIo } from '../../test-kit.js'
import { filesOf, type Pki, pem, crlPem, startPki } from './pki.fixture.js'

let pki: Pki
let files: Record<string, Uint8Array | string> = {}
beforeAll(async () => {
  pki = await startPki()
  const { leaf, lists, root } = pki
  files = {
    ...filesOf(pki),
    'mixed.pem': `${leaf.key}${pem(leaf.certificate)}${crlPem(lists.issuing)}${pem(root.certificate)}`,
    'partly.pem': `${pem(leaf.certificate)}${crlPem(Uint8Array.of(0x30, 0))}${pem(root.certificate)}`,
    // An OCSP responder that is busy, and a timestamp authority that refuses.
    'busy.der': Uint8Array.of(0x30, 0x03, 0x0a, 0x01, 0x03),
    'refused.tsr': Uint8Array.of(0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02),
  }
})

async function ran(args: readonly string[], language = 'en', stdin = '') {
  const io = fakeIo(files, stdin)
  return { code: await run(['x509', 'show', ...args, '--lang', language], io), ...io }
}

const nothing =
  'Nothing was checked: this is what the file says of itself, and establishes nothing.'

describe('x509 show', () => {
  it('shows a certificate field by field, and says that this establishes nothing', async () => {
    const { code, output, talk } = await ran(['leaf.pem'])
    const sha256 = createHash('sha256').update(pki.leaf.certificate).digest('hex')
    expect([code, talk]).toEqual([0, []])
    expect(output[0]).toBe('1 certificate')
    for (const line of [
      'subject: C=VN, O=TEST health centre, CN=TEST leaf',
      'issuer: C=VN, CN=TEST issuing',
      `serial number: ${pki.leaf.serial}`,
      'not before: 2022-01-01T00:00:00.000Z',
      'not after: 2025-01-01T00:00:00.000Z',
      'public key: EC P-256',
      'signature algorithm: ECDSA with SHA-256',
      'authority: no',
      'key usage: digitalSignature',
      'extended key usage: documentSigning (1.3.6.1.5.5.7.3.36)',
      'extension: basicConstraints (2.5.29.19), critical',
      `SHA-256: ${sha256}`,
    ]) {
      expect(output).toContain(`  ${line}`)
    }
    expect(output.at(-1)).toBe(nothing)
  })

  it('shows each block of a file in its order, and not its private key', async () => {
    const { code, output } = await ran(['mixed.pem'])
    expect(code).toBe(0)
    expect(output.filter((line) => /^\d/.test(line))).toEqual([
      '1 certificate',
      '2 revocation list',
      '3 certificate',
    ])
    expect(output).toContain('  entries: 1')
    expect(output).toContain('  authority: yes')
    expect(output.filter((line) => line === nothing)).toHaveLength(1)
    expect(output.join('')).not.toContain('PRIVATE')
  })

  it.each([
    ['root.der', 'certificate'],
    ['issuing-crl.der', 'crl'],
    ['busy.der', 'ocsp'],
    ['refused.tsr', 'timestamp-response'],
  ])('tells by itself what %s is', async (path, kind) => {
    const { code, output } = await ran([path, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(output[0] ?? '')).toMatchObject({ input: 1, kind, established: 'nothing' })
  })

  it('prints one object a block as JSON', async () => {
    const { output } = await ran(['mixed.pem', '--json'])
    const found = output.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(found).toHaveLength(3)
    expect(found[0]).toMatchObject({ subject: 'C=VN, O=TEST health centre, CN=TEST leaf' })
    expect(found[0]?.['extensions']).toContainEqual({
      ...{ oid: '2.5.29.15', name: 'keyUsage', critical: true },
    })
    expect(found[1]).toMatchObject({ input: 2, entries: 1, scope: ['complete'] })
  })

  it('speaks Vietnamese', async () => {
    const { output } = await ran(['root.pem'], 'vi')
    expect(output).toContain('  là cơ quan cấp: có')
    expect(output).toContain('  phần mở rộng: basicConstraints (2.5.29.19), quan trọng')
    expect(output.at(-1)).toMatch(/^Chưa kiểm tra điều gì/)
  })

  it('says of a refusal that it is one', async () => {
    expect((await ran(['busy.der'])).output).toContain('  status: try-later')
    expect((await ran(['refused.tsr'])).output).toContain('  status: rejection')
  })

  it('does not hand control characters to the terminal', async () => {
    const { output } = await ran(['plain.pem'])
    expect(output).toContain(
      '  subject: C=VN, O=TEST health centre, CN=TEST \\u{1b}[31mred\\u{202e}\\, unit',
    )
  })

  it('goes on after a block that cannot be read, and is 65', async () => {
    const { code, output, talk } = await ran(['partly.pem'])
    expect(code).toBe(65)
    expect(output.filter((line) => /^\d/.test(line))).toEqual(['1 certificate', '3 certificate'])
    expect(talk).toEqual([expect.stringContaining('[x509.der.truncated input 2]')])
  })

  it('reads standard input', async () => {
    expect((await ran(['-'], 'en', String(files['leaf.pem']))).code).toBe(0)
  })

  it.each<[string, readonly string[], number, string]>([
    ['no file', [], 64, 'Missing: file'],
    ['two files', ['leaf.pem', 'root.pem'], 64, '[cli.use]'],
    ['an unknown option', ['leaf.pem', '--loud'], 64, '[cli.use]'],
    ['a file that is not there', ['no.pem'], 65, '[cli.file input ENOENT]'],
    ['an empty file', ['empty'], 65, '[cli.empty input]'],
    ['garbage', ['garbage'], 65, '[cli.x509-kind input]'],
    ['another text', ['secret.txt'], 65, '[cli.x509-kind input]'],
    ['a private key alone', ['key.pem'], 65, '[cli.x509-kind input]'],
    ['PEM that is cut in half', ['half.pem'], 65, '[parse.pem input]'],
    ['a certificate that is cut in half', ['half.der'], 65, '[x509.der.truncated input 1]'],
    ['a byte behind a certificate', ['longer.der'], 65, '[x509.der.trailing input 1]'],
    ['DER of another kind', ['sequence.der'], 65, '[cli.x509-kind input 1]'],
  ])('refuses %s', async (_, args, code, says) => {
    const found = await ran(args)
    expect([found.code, found.output]).toEqual([code, []])
    expect(found.talk).toHaveLength(1)
    expect(found.talk[0]).toContain(says)
    expect(found.talk[0]).not.toMatch(/Mẫu|mật|MII|PRIVATE/)
  })
})
