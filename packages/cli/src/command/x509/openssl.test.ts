/** Answers, timestamps, odd certificates and long lists, as OpenSSL makes them. */
import { fromPem, fromUtf8, toPem } from '@tiemchung/core'
import { extendedKeyUsageOids, ocspRequest, timestampRequest } from '@tiemchung/x509'
import {
  createAuthority,
  exportPrivateKey,
  generateSigningKey,
  type UsageOptions,
} from '@tiemchung/x509/ca'
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../run.js'
import { fakeIo } from '../../test-kit.js'
import { madeByOpenssl, titled, withoutOpenssl } from './openssl.fixture.js'
import { crlPem, pem } from './pki.fixture.js'

const validity = { notBefore: new Date('2022-01-01'), notAfter: new Date('2049-01-01') }
const signature = new TextEncoder().encode('a signature value')
const hour = 3_600_000
/** OpenSSL stamps and answers by the clock of the host. */
const soon = new Date(Date.now() + 60_000)
const later = new Date(Date.now() + hour)
const end = new Date(Date.now() + 10 * hour)

/** An authority of which OpenSSL has the key as well, with a signer, a responder and a stamper. */
async function start() {
  const keys = await generateSigningKey('ES256', { extractable: true })
  const authority = await createAuthority({ subject: { commonName: 'TEST CA' }, keys, validity })
  const issue = async (commonName: string, usage: UsageOptions) => {
    const own = await generateSigningKey('ES256', { extractable: true })
    const subject = { commonName }
    const made = await authority.issue({ subject, publicKey: own.publicKey, validity, ...usage })
    return { ...made, key: toPem(await exportPrivateKey(own), 'PRIVATE KEY') }
  }
  const leaf = await issue('TEST leaf', {
    extendedKeyUsage: [extendedKeyUsageOids.documentSigning],
  })
  authority.revoke(leaf.serial, later, 'cessationOfOperation')
  return {
    root: authority.certificate,
    rootKey: toPem(await exportPrivateKey(keys), 'PRIVATE KEY'),
    leaf,
    responder: await issue('TEST responder', { profile: 'ocsp-signing' }),
    stamper: await issue('TEST time', { profile: 'time-stamping' }),
    revokedLater: await authority.crl({ thisUpdate: later, nextUpdate: end }),
  }
}

type Made = Awaited<ReturnType<typeof start>>

async function responseFor({ root, leaf, responder }: Made, index: string): Promise<Uint8Array> {
  const request = await ocspRequest({ certificate: leaf.certificate, issuer: root })
  const files = {
    'ca.pem': pem(root),
    'signer.pem': pem(responder.certificate),
    'signer.key': responder.key,
    'index.txt': index,
    'request.der': request,
  }
  const signer = ['-rsigner', 'signer.pem', '-rkey', 'signer.key', '-nmin', '600']
  const ask = ['-index', 'index.txt', '-CA', 'ca.pem', '-reqin', 'request.der']
  return madeByOpenssl(files, ['ocsp', ...ask, ...signer, '-respout', 'out.der'], 'out.der')
}

function stampOf({ stamper }: Made, message: Uint8Array): Uint8Array {
  const digest = Uint8Array.from(createHash('sha256').update(message).digest())
  const files = {
    'tsa.pem': pem(stamper.certificate),
    'tsa.key': stamper.key,
    'request.tsq': timestampRequest({ imprint: { hash: 'SHA-256', digest } }),
    'ts.cnf': `[tsa]
default_tsa = it
[it]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1, millisecs:500, microsecs:100
ess_cert_id_alg = sha256
`,
  }
  const ask = ['-queryfile', 'request.tsq', '-config', 'ts.cnf']
  return madeByOpenssl(files, ['ts', '-reply', ...ask, '-out', 'out.tsr'], 'out.tsr')
}

const dn = '[req]\ndistinguished_name = dn\nprompt = no\n[dn]\nCN = TEST odd\n'

/** A certificate that signs itself, with extensions as OpenSSL writes them. */
function selfSigned(key: string, extensions: string, more: readonly string[] = []): string {
  const files = { 'a.key': key, 'a.cnf': `${dn}[ext]\n${extensions}\n` }
  const args = ['req', '-x509', '-key', 'a.key', '-config', 'a.cnf', '-extensions', 'ext']
  return fromUtf8(madeByOpenssl(files, [...args, ...more, '-out', 'a.pem'], 'a.pem'))
}

/** A list of the authority as OpenSSL makes it from an index of what it issued. */
function listOf({ root, rootKey }: Made, index: string, extensions = ''): string {
  const files = {
    'a.cnf': `[ca]
default_ca = it
[it]
database = index.txt
crlnumber = number
default_md = sha256
default_crl_days = 30
crl_extensions = ext
[ext]
authorityKeyIdentifier = keyid
${extensions}
`,
    'index.txt': index,
    number: '0100\n',
    'ca.pem': pem(root),
    'ca.key': rootKey,
  }
  const signer = ['-keyfile', 'ca.key', '-cert', 'ca.pem']
  return fromUtf8(
    madeByOpenssl(
      files,
      ['ca', '-config', 'a.cnf', '-gencrl', ...signer, '-out', 'a.crl'],
      'a.crl',
    ),
  )
}

async function ran(files: Record<string, Uint8Array | string>, args: readonly string[]) {
  const io = fakeIo(files)
  /** Whole, as files are not in seven octets at a time. */
  const open = async function* (path: string) {
    yield await Promise.resolve(io.files.get(path) ?? new Uint8Array())
  }
  const code = await run(['x509', ...args, '--lang', 'en'], { ...io, open })
  return { code, ...io, text: io.output.join('\n') }
}

describe.skipIf(withoutOpenssl)(titled('x509, with what openssl makes'), () => {
  let made: Made
  const files: Record<string, Uint8Array | string> = {}
  beforeAll(async () => {
    made = await start()
    const { root, leaf, stamper, revokedLater } = made
    const serial = leaf.serial.toUpperCase()
    const name = 'unknown\t/CN=TEST leaf\n'
    const revoked = `R\t490101000000Z\t220601000000Z,keyCompromise\t${serial}\t${name}`
    files['root.pem'] = pem(root)
    files['leaf.pem'] = pem(leaf.certificate)
    files['good.der'] = await responseFor(made, `V\t490101000000Z\t\t${serial}\t${name}`)
    files['revoked.der'] = await responseFor(made, revoked)
    files['later.crl'] = crlPem(revokedLater)
    files['signature.bin'] = signature
    files['stamp.tsr'] = stampOf(made, signature)
    files['tsa.pem'] = pem(stamper.certificate)
  })

  const leaf = ['verify', 'leaf.pem', '--anchors', 'root.pem']
  const now = ['--at', soon.toISOString()]

  it('takes the word of an OCSP response', async () => {
    expect((await ran(files, [...leaf, '--ocsp', 'good.der', ...now])).code).toBe(0)
    const refused = await ran(files, [...leaf, '--ocsp', 'revoked.der', ...now])
    expect(refused.code).toBe(1)
    expect(refused.text).toContain(
      'path.revocation certificate[0] failed: Revoked. [revoked reason=',
    )
    const stale = [
      ...leaf,
      '--ocsp',
      'good.der',
      '--at',
      new Date(Date.now() + 11 * hour).toISOString(),
    ]
    expect(await ran(files, stale)).toMatchObject({ code: 2 })
  })

  it('shows an OCSP response', async () => {
    const { code, text } = await ran(files, ['show', 'revoked.der'])
    expect(code).toBe(0)
    expect(text).toContain('1 OCSP response\n  status: successful\n  responder: CN=TEST responder')
    expect(text).toContain(
      `  answer: ${made.leaf.serial}: revoked 2022-06-01T00:00:00.000Z keyCompromise (`,
    )
    const good = await ran(files, ['show', 'good.der'])
    expect(good.text).toContain(`  answer: ${made.leaf.serial}: good (`)
  })

  it('lets no later revocation reach behind a proven time', async () => {
    const args = [
      ...leaf,
      '--crl',
      'later.crl',
      '--at',
      new Date(Date.now() + 2 * hour).toISOString(),
    ]
    const plain = await ran(files, args)
    expect(plain.code).toBe(1)
    const stamped = ['--timestamp', 'stamp.tsr', '--stamped', 'signature.bin']
    const proven = await ran(files, [...args, ...stamped])
    expect(proven.code).toBe(0)
    expect(proven.text).toContain(
      'path.revocation certificate[0] passed: Revoked only after the proven time. [reason=cessationOfOperation',
    )
    expect(proven.text).toMatch(/\ntimestamp valid \d{4}-\d\d-\d\dT[0-9:.]+Z\n/)
    expect(proven.text).toContain('  timestamp.imprint passed: Made for the very file')
    const json = await ran(files, [...args, ...stamped, '--json'])
    expect(json.output.map((line) => (JSON.parse(line) as { verdict: string }).verdict)).toEqual([
      'valid',
      'valid',
    ])
  })

  it('does not take a time for proven that is of another file or another authority', async () => {
    const args = [...leaf, '--timestamp', 'stamp.tsr', ...now]
    const another = await ran(files, [...args, '--stamped', 'leaf.pem'])
    expect(another.code).toBe(1)
    expect(another.text).toContain('timestamp invalid')
    expect(another.text).toContain('  timestamp.imprint failed: It is another. [mismatch]')
    const distrusted = ['--stamped', 'signature.bin', '--timestamp-anchors', 'tsa.pem']
    const unknown = await ran(files, [...args, ...distrusted])
    expect(unknown.code).toBe(2)
    expect(unknown.text).toContain('timestamp indeterminate\n')
    const none = await ran(files, [...leaf, '--timestamp', 'leaf.pem', '--stamped', 'leaf.pem'])
    expect([none.code, none.talk[0]]).toEqual([
      65,
      expect.stringContaining('[cli.x509-kind --timestamp]'),
    ])
  })

  it('shows a timestamp, in its response and alone', async () => {
    const { code, text } = await ran(files, ['show', 'stamp.tsr'])
    expect(code).toBe(0)
    expect(text).toContain('1 timestamp response\n  status: granted\n  time: 20')
    expect(text).toContain('  accuracy (seconds): 1.5001\n')
    expect(text).toContain('  policy: 1.2.3.4.1\n  imprint: SHA-256 ')
    const alone = ['ts', '-reply', '-in', 'in.tsr', '-token_out', '-out', 'out.der']
    const response = files['stamp.tsr'] ?? ''
    const token = madeByOpenssl({ 'in.tsr': response }, alone, 'out.der')
    const shown = await ran({ 'token.pem': toPem(token, 'PKCS7'), token }, ['show', 'token.pem'])
    expect(shown.text).toContain('1 timestamp token\n  time: 20')
    expect((await ran({ token }, ['show', 'token'])).text).toBe(shown.text)
    const given = { ...files, token }
    const stamped = [...leaf, '--timestamp', 'token', '--stamped', 'signature.bin', ...now]
    expect((await ran(given, stamped)).code).toBe(0)
  })

  it('shows names and limits of every form', async () => {
    const odd = selfSigned(
      made.rootKey,
      `basicConstraints = critical, CA:TRUE, pathlen:1
subjectAltName = DNS:a.test, IP:10.0.0.1, IP:::1, email:a@a.test, URI:http://a.test/, dirName:dn, RID:1.2.3
nameConstraints = permitted;IP:10.0.0.0/255.0.0.0, excluded;DNS:b.test
extendedKeyUsage = serverAuth, 1.2.3.4
certificatePolicies = 1.2.3.4
1.2.3.4.5 = critical, DER:0500`,
      ['-subj', '/', '-sha384'],
    )
    const { code, output } = await ran({ odd }, ['show', 'odd'])
    expect(code).toBe(0)
    for (const line of [
      'subject: -',
      'signature algorithm: ECDSA with SHA-384',
      'authorities below, at most: 1',
      'extended key usage: serverAuth (1.3.6.1.5.5.7.3.1)',
      'extended key usage: 1.2.3.4',
      'other name: dns:a.test',
      'other name: ip:10.0.0.1',
      'other name: ip:00000000000000000000000000000001',
      'other name: email:a@a.test',
      'other name: uri:http://a.test/',
      'other name: directory:CN=TEST odd',
      'other name: other:?',
      'permitted name: ip:10.0.0.0/255.0.0.0',
      'excluded name: dns:b.test',
      'policy: 1.2.3.4',
      'extension: 1.2.3.4.5, critical',
    ]) {
      expect(output).toContain(`  ${line}`)
    }
  })

  it.each([
    ['rsa', ['-pkeyopt', 'rsa_keygen_bits:2048'], 'RSA 2048'],
    ['ed25519', [], 'Ed25519'],
    ['ed448', [], '?'],
  ])('shows a key of %s', async (algorithm, options, text) => {
    const args = ['genpkey', '-algorithm', algorithm, ...options, '-out', 'a.key']
    const key = fromUtf8(madeByOpenssl({}, args, 'a.key'))
    const { output } = await ran({ own: selfSigned(key, 'basicConstraints = CA:TRUE') }, [
      'show',
      'own',
    ])
    expect(output).toContain(`  public key: ${text}`)
  })

  it('believes SHA-1 only when told to', async () => {
    const request = {
      'a.key': made.leaf.key,
      'a.cnf': dn,
      'ca.pem': pem(made.root),
      'ca.key': made.rootKey,
    }
    const csr = madeByOpenssl(
      request,
      ['req', '-new', '-key', 'a.key', '-config', 'a.cnf', '-out', 'a.csr'],
      'a.csr',
    )
    const sign = [
      'x509',
      '-req',
      '-in',
      'a.csr',
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-sha1',
      '-set_serial',
      '5',
    ]
    const extensions = 'basicConstraints = CA:FALSE'
    const old = madeByOpenssl(
      { ...request, 'a.csr': csr, 'ext.cnf': extensions },
      [...sign, '-extfile', 'ext.cnf', '-out', 'a.pem'],
      'a.pem',
    )
    const args = ['verify', 'old.pem', '--anchors', 'root.pem', ...now]
    const refused = await ran({ ...files, 'old.pem': old }, args)
    expect(refused.code).toBe(1)
    expect(refused.text).toContain(
      'path.algorithm certificate[0] failed: Its signature algorithm is not',
    )
    expect(
      (await ran({ ...files, 'old.pem': old }, [...args, '--algorithms', 'legacy'])).code,
    ).toBe(0)
  })

  it.each([
    [
      'a part',
      `issuingDistributionPoint = critical, @idp
[idp]
fullname = URI:http://a.test/crl
onlyuser = TRUE
onlysomereasons = keyCompromise, CACompromise
indirectCRL = TRUE`,
      [
        'only end-entities',
        'indirect',
        'reasons keyCompromise cACompromise',
        'at uri:http://a.test/crl',
      ],
    ],
    [
      'a part that is named below its issuer',
      'issuingDistributionPoint = critical, @idp\n[idp]\nrelativename = dn\n[dn]\nCN = 1',
      ['at relative-name'],
    ],
    ['changes', '2.5.29.27 = critical, DER:020200FF', ['delta']],
  ])(
    'says of a list of %s what it covers, and vouches for nothing',
    async (_, extensions, scope) => {
      const args = ['crl', 'list', '--issuer', 'root.pem', '--serial', '05', ...now]
      const { code, output } = await ran({ list: listOf(made, '', extensions), ...files }, args)
      expect(code).toBe(2)
      expect(output.filter((line) => line.startsWith('  scope: '))).toEqual(
        scope.map((text) => `  scope: ${text}`),
      )
    },
  )

  it('judges a list of 100,000 entries within three seconds', async () => {
    const entry = (index: number) =>
      `R\t490101000000Z\t220601000000Z,keyCompromise\t${(index * 7919 + 256).toString(16).toUpperCase().padStart(16, '0')}\tunknown\t/CN=TEST\n`
    const long = listOf(made, Array.from({ length: 100_000 }, (_, index) => entry(index)).join(''))
    const [der = new Uint8Array()] = fromPem(long, 'X509 CRL')
    const args = [
      'crl',
      'long',
      '--issuer',
      'root.pem',
      '--serial',
      (99_999 * 7919 + 256).toString(16),
      ...now,
    ]
    const { code, output } = await ran({ long, ...files }, args)
    expect(code).toBe(1)
    expect(output).toContain('  entries: 100000')
    expect((await ran({ der }, ['show', 'der', '--json'])).text).toContain('"entries":100000')
  })
})
