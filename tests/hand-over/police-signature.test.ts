/** A returned list with a signature as people have it: CMS beside the file, by a chain that is judged. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromBase64, parsePartialDate, parseUuid, toBase64, toPem } from '@tiemchung/core'
import {
  type HandOverDocument,
  readReturnedList,
  type VerifyListSignature,
  writeListWorkbook,
} from '@tiemchung/identity/lists'
import { type Anchor, verifyDetachedSignature, verifyPath } from '@tiemchung/x509'
import { createAuthority, exportPrivateKey, generateSigningKey } from '@tiemchung/x509/ca'
import { describe, expect, test } from 'vitest'

const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'
const skip = spawnSync('openssl', ['version']).status !== 0 && !required
const title = `readReturnedList with CMS${skip ? ' (skipped: the command openssl is not installed)' : ''}`

const validity = { notBefore: new Date('2022-01-01'), notAfter: new Date('2049-01-01') }
const at = new Date('2022-05-21T02:00:00Z')
const idOf = (number: number) =>
  parseUuid(`0180dedf-0820-7a73-b506-${String(number).padStart(12, '0')}`)

/** A certificate and key made on the spot, by an authority of its own. */
async function made(name: string) {
  const ca = await createAuthority({
    subject: { commonName: `TEST CA ${name}` },
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const keys = await generateSigningKey('ES256', { extractable: true })
  const { certificate } = await ca.issue({
    subject: { commonName: `TEST ${name}`, country: 'VN' },
    publicKey: keys.publicKey,
    validity,
    keyUsage: ['digitalSignature'],
  })
  return { root: ca.certificate, certificate, key: await exportPrivateKey(keys) }
}

type Made = Awaited<ReturnType<typeof made>>

/** What `openssl cms -sign` makes of a file. */
function sign(content: Uint8Array, { certificate, key }: Made): string {
  const cwd = mkdtempSync(join(tmpdir(), 'hand-over-'))
  try {
    writeFileSync(join(cwd, 'signer.pem'), toPem(certificate, 'CERTIFICATE'))
    writeFileSync(join(cwd, 'signer.key'), toPem(key, 'PRIVATE KEY'))
    writeFileSync(join(cwd, 'content'), content)
    const files = ['-signer', 'signer.pem', '-inkey', 'signer.key', '-in', 'content']
    const out = ['-binary', '-outform', 'DER', '-out', 'signature.p7s']
    const { status, stderr } = spawnSync('openssl', ['cms', '-sign', ...files, ...out], { cwd })
    if (status !== 0) throw new Error(stderr.toString())
    return toBase64(new Uint8Array(readFileSync(join(cwd, 'signature.p7s'))))
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

/** The signature by `x509`, then the chain of whoever signed; the certificate stands for one office. */
function judgedBy(signer: Uint8Array, anchors: readonly Anchor[]): VerifyListSignature {
  return async (content, { value }) => {
    const signature = fromBase64(value)
    const found = await verifyDetachedSignature({ content, signature, signers: [signer] })
    if (found.verdict !== 'valid') return { verdict: found.verdict }
    const { verdict } = await verifyPath({ leaf: found.signer, anchors, at })
    return { verdict, signer: { office: 'police', unit: '06790', officer: 'ca.06790' } }
  }
}

const sent: HandOverDocument = {
  format: 'hand-over-list/1',
  id: idOf(900),
  to: 'police',
  unit: '06790',
  madeAt: '2022-05-20T10:00:00.000Z',
  madeBy: 'tram.06790',
  rows: [
    {
      recordId: idOf(1),
      class: 'wrong-name',
      mismatched: ['name'],
      byCurrentResidence: false,
      claimed: {
        number: '001316000017',
        fullName: 'Lê Thị Hoa Mẫu',
        birthDate: parsePartialDate('2016-05-01'),
        sex: 'female',
      },
    },
  ],
}

describe.skipIf(skip)(title, async () => {
  const [police, stranger] = skip ? [] : [await made('police'), await made('stranger')]
  if (police === undefined || stranger === undefined) return
  const content = await writeListWorkbook(sent, [
    {
      recordId: idOf(1),
      outcome: 'claim-wrong',
      because: 'birth-certificate',
      corrected: { fullName: 'Lê Thị Hòa Mẫu' },
    },
  ])
  const read = (by: Made, anchor: Made, file = content) =>
    readReturnedList(
      { content: file, signature: { form: 'cms', value: sign(content, by) } },
      {
        sent,
        verifySignature: judgedBy(police.certificate, [{ certificate: anchor.root }]),
        receivedAt: at,
        receivedBy: 'tram.06790',
      },
    )

  test('signed by the police, whose chain stands: accepted', async () => {
    expect(await read(police, police)).toMatchObject({
      verdict: 'accepted',
      again: [{ fullName: 'Lê Thị Hòa Mẫu' }],
    })
  })

  const other = await writeListWorkbook(sent)
  test.each([
    ['signed by a stranger', 'identity.list.signature', stranger, police, content],
    ['changed after it was signed', 'identity.list.signature', police, police, other],
  ])('%s: refused', async (_, code, by, anchor, file) => {
    expect(await read(by, anchor, file)).toMatchObject({ verdict: 'refused', issues: [{ code }] })
  })

  test('of a chain that leads nowhere: refused', async () => {
    const reading = await read(police, stranger)
    expect(reading.verdict).toBe('refused')
  })
})
