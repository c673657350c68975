/**
 * `node tools/run.mjs token-transcript`: a key made in a token, its request, its certificate, a signed record,
 * and OpenSSL's word on each. Prints what the pages sign-with-a-token.md shows. Needs SoftHSM2, OpenSC and OpenSSL;
 * the token, its PIN and its key are a test's own and go with the run.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromBase64Url, toHex, toPem } from '@tiemchung/core'
import { listTokens, openToken, type Token } from '@tiemchung/signer-pkcs11'
import { signRecord, verifyRecord } from '@tiemchung/signing'
import { createAuthority, generateSigningKey, readRequest } from '@tiemchung/x509/ca'
import { recordNumber } from '../long/record.js'

const library = ['/usr/lib/softhsm/libsofthsm2.so', process.env['SOFTHSM2_LIBRARY'] ?? ''].find(
  (place) => existsSync(place),
)
if (library === undefined) throw new Error('SoftHSM2 is not installed')
const pin = '58319204'
const folder = mkdtempSync(join(tmpdir(), 'token-'))

function say(text: string): void {
  process.stdout.write(`${text.trimEnd()}\n`)
}

/** Runs a command and prints both sides of the conversation. */
function shell(command: string, ...args: readonly string[]): void {
  say(`$ ${[command, ...args].map((one) => (/[^\w./:=-]/.test(one) ? `'${one}'` : one)).join(' ')}`)
  const { stdout, stderr, status } = spawnSync(command, [...args], { cwd: folder })
  const said = `${stdout.toString()}${stderr.toString()}`.replaceAll(folder, '.')
  if (said.trim() !== '') say(said)
  if (status !== 0) throw new Error(`${command} failed`)
}

/** Prints a statement and what came of it. */
async function step<Value>(
  statement: string,
  work: () => Promise<Value>,
  show: (value: Value) => string,
): Promise<Value> {
  say(`> ${statement}`)
  const value = await work()
  const shown = show(value)
  if (shown !== '') say(shown)
  return value
}

function save(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content)
}

const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2032-01-01T00:00:00Z'),
}
const subject = {
  commonName: 'TRẠM Y TẾ PHƯỜNG MẪU',
  organization: 'TRUNG TÂM Y TẾ MẪU',
  stateOrProvince: 'Hà Nội',
  country: 'VN',
  userId: 'MST:0100109106',
}

/** A certificate as a public authority would issue it, from a TEST authority. */
async function certify(request: Uint8Array) {
  const root = await createAuthority({
    subject: { commonName: 'TEST root', country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const { spki: publicKey } = await readRequest(request)
  const usage = {
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: ['1.3.6.1.5.5.7.3.36'],
  } as const
  const { certificate } = await root.issue({ subject, publicKey, validity, ...usage })
  save('root.pem', toPem(root.certificate, 'CERTIFICATE'))
  save('cert.pem', toPem(certificate, 'CERTIFICATE'))
  return { certificate, root: root.certificate }
}

function integer(bytes: Uint8Array): string {
  const hex = toHex(bytes).replace(/^(?:00)+/, '')
  const content = /^[89a-f]/.test(hex) ? `00${hex}` : hex
  return `02${(content.length / 2).toString(16).padStart(2, '0')}${content}`
}

/** The two files that OpenSSL wants of a JWS: what was signed, and the signature in DER. */
function saveJws(jws: string): void {
  const end = jws.lastIndexOf('.')
  const raw = fromBase64Url(jws.slice(end + 1))
  const body = `${integer(raw.subarray(0, 32))}${integer(raw.subarray(32))}`
  save('input', jws.slice(0, end))
  save('sig', Buffer.from(`30${(body.length / 2).toString(16)}${body}`, 'hex'))
}

async function keyAndCertificate(token: Token) {
  const label = 'ky-so'
  await step(
    `await token.generateKey({ algorithm: 'ES256', label: '${label}' })`,
    () => token.generateKey({ algorithm: 'ES256', label }),
    ({ id, spki }) => `{ id: '${id}', label: '${label}', spki: ${spki.length} octets }`,
  )
  const request = await step(
    `await token.createRequest({ subject })`,
    () => token.createRequest({ subject }),
    (der) => `${der.length} octets, saved as request.pem`,
  )
  save('request.pem', toPem(request, 'CERTIFICATE REQUEST'))
  const utf8 = ['-nameopt', 'utf8,sep_comma_plus']
  shell('openssl', 'req', '-in', 'request.pem', '-verify', '-noout', '-subject', ...utf8)
  const made = await certify(request)
  await step(
    'await token.importCertificate({ certificate })',
    () => token.importCertificate(made),
    () => '',
  )
  return made.root
}

async function signAndVerify(token: Token, root: Uint8Array) {
  const at = new Date('2022-05-20T09:30:00Z')
  const signer = await step(
    'const signer = await token.signer()',
    () => token.signer(),
    ({ algorithm, chain }) => `${algorithm}, ${chain.length} certificate`,
  )
  const signed = await step(
    'const signed = await signRecord(record, signer, { at })',
    () => signRecord(recordNumber(1), signer, { at }),
    ({ jws }) => `${jws.slice(0, 60)}…, ${jws.length} characters`,
  )
  saveJws(signed.jws)
  await step(
    '(await verifyRecord(signed, { anchors: [{ certificate: root }], at })).verdict',
    () => verifyRecord(signed, { anchors: [{ certificate: root }], at }),
    ({ verdict }) => `'${verdict}'`,
  )
  shell('openssl', 'verify', '-CAfile', 'root.pem', 'cert.pem')
  shell('openssl', 'x509', '-in', 'cert.pem', '-pubkey', '-noout', '-out', 'key.pem')
  shell('openssl', 'dgst', '-sha256', '-verify', 'key.pem', '-signature', 'sig', 'input')
}

async function main(path: string): Promise<void> {
  mkdirSync(join(folder, 'tokens'))
  save('softhsm2.conf', `directories.tokendir = ${join(folder, 'tokens')}\nlog.level = ERROR\n`)
  process.env['SOFTHSM2_CONF'] = join(folder, 'softhsm2.conf')
  const pins = ['--so-pin', '91827364', '--pin', pin]
  shell('softhsm2-util', '--init-token', '--free', '--label', 'tram-y-te', ...pins)
  await step(
    'await listTokens({ library })',
    () => listTokens({ library: path }),
    (tokens) =>
      tokens.map(({ label, model }) => `[{ label: '${label}', model: '${model}', … }]`).join(),
  )
  const token = await step(
    "const token = await openToken({ library, label: 'tram-y-te', pin: ask, write: true })",
    () => openToken({ library: path, label: 'tram-y-te', pin: () => pin, write: true }),
    () => '',
  )
  const root = await keyAndCertificate(token)
  shell('pkcs11-tool', '--module', path, '--login', '--pin', pin, '-O', '--type', 'privkey')
  await signAndVerify(token, root)
  await step(
    'await token.close()',
    () => token.close(),
    () => '',
  )
}

try {
  await main(library)
} finally {
  rmSync(folder, { recursive: true })
}
