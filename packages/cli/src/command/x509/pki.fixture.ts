/** Test authorities, their certificates and lists, as files. The keys are test keys and end with the process. */
import { toPem } from '@tiemchung/core'
import { extendedKeyUsageOids } from '@tiemchung/x509'
import {
  type CertificateAuthority,
  createAuthority,
  exportPrivateKey,
  generateSigningKey,
  type UsageOptions,
  type Validity,
} from '@tiemchung/x509/ca'

const usual = { notBefore: new Date('2022-01-01'), notAfter: new Date('2025-01-01') }
/** For commands that run by the clock of the machine. */
export const untilLongAfter = { ...usual, notAfter: new Date('2049-01-01') }
export const fresh = { thisUpdate: new Date('2022-05-25'), nextUpdate: new Date('2022-06-25') }
const past = { thisUpdate: new Date('2022-02-01'), nextUpdate: new Date('2022-03-01') }
/** Under this a control sequence would colour the terminal. */
const hostile = 'TEST \u001b[31mred\u202E, unit'

export const pem = (...ders: readonly Uint8Array[]): string =>
  ders.map((der) => toPem(der, 'CERTIFICATE')).join('')
export const crlPem = (...ders: readonly Uint8Array[]): string =>
  ders.map((der) => toPem(der, 'X509 CRL')).join('')

const rootOf = async (commonName: string, validity: Validity) =>
  createAuthority({
    subject: { commonName, country: 'VN' },
    keys: await generateSigningKey('ES256', { extractable: true }),
    validity,
  })

async function issueBy(
  authority: CertificateAuthority,
  validity: Validity,
  name: string,
  usage: UsageOptions = {},
) {
  const keys = await generateSigningKey('ES256', { extractable: true })
  const subject = { commonName: name, organization: 'TEST health centre', country: 'VN' }
  const issued = await authority.issue({ subject, publicKey: keys.publicKey, validity, ...usage })
  return { ...issued, key: toPem(await exportPrivateKey(keys), 'PRIVATE KEY') }
}

/** A root, an authority below it, and what that issued: one to sign documents, one that is revoked. */
export async function startPki(validity = usual) {
  const issue = (authority: CertificateAuthority, name: string, usage?: UsageOptions) =>
    issueBy(authority, validity, name, usage)
  const root = await rootOf('TEST root', validity)
  const issuing = await root.issueAuthority({
    subject: { commonName: 'TEST issuing', country: 'VN' },
    keys: await generateSigningKey('ES256', { extractable: true }),
    validity,
  })
  const signs = { extendedKeyUsage: [extendedKeyUsageOids.documentSigning] }
  const leaf = await issue(issuing, 'TEST leaf', signs)
  const stale = await issuing.crl(past)
  const bad = await issue(issuing, 'TEST revoked', signs)
  issuing.revoke(bad.serial, new Date('2022-05-01'), 'keyCompromise')
  return {
    root,
    issuing,
    leaf,
    bad,
    plain: await issue(issuing, hostile),
    stamps: await issue(root, 'TEST time', { profile: 'time-stamping' }),
    answers: await issue(issuing, 'TEST responder', { profile: 'ocsp-signing' }),
    lists: { root: await root.crl(fresh), issuing: await issuing.crl(fresh), stale },
    other: await rootOf('TEST other root', validity),
    namesake: await rootOf('TEST root', validity),
  }
}

export type Pki = Awaited<ReturnType<typeof startPki>>

/** The files of every test. */
export function filesOf(pki: Pki): Record<string, Uint8Array | string> {
  const { root, issuing, leaf, bad, plain, lists, other, namesake } = pki
  return {
    'root.pem': pem(root.certificate),
    'root.der': root.certificate,
    'issuing.pem': pem(issuing.certificate),
    'leaf.pem': pem(leaf.certificate),
    'leaf.der': leaf.certificate,
    'plain.pem': pem(plain.certificate),
    'bad.pem': pem(bad.certificate),
    'chain.pem': pem(leaf.certificate, issuing.certificate),
    'other.pem': pem(other.certificate),
    'namesake.pem': pem(namesake.certificate),
    'many.pem': pem(other.certificate, Uint8Array.of(0x30, 0), root.certificate),
    'lists.pem': crlPem(lists.root, lists.issuing),
    'issuing.crl': crlPem(lists.issuing),
    'issuing-crl.der': lists.issuing,
    'stale.crl': crlPem(lists.root, lists.stale),
    'only-stale.crl': crlPem(lists.stale),
    ...unusable(leaf.certificate, leaf.key),
  }
}

/** Files that cannot be used, each in its own way. */
function unusable(certificate: Uint8Array, key: string): Record<string, Uint8Array | string> {
  const whole = pem(certificate)
  return {
    empty: '',
    blank: '\uFEFF\r\n\n',
    garbage: Uint8Array.of(0xff, 0x00, 0xc1, 0x80),
    'utf16.pem': Uint8Array.from(Buffer.from(`\uFEFF${whole}`, 'utf16le')),
    'secret.txt': 'mật khẩu là Mẫu-bí-mật',
    'half.pem': whole.slice(0, whole.length / 2),
    // It begins with the octet of a DER SEQUENCE, as one line in 64 does.
    'tail.pem': `0${whole.slice(whole.length / 2)}`,
    'broken.pem': whole.replace(/\n[A-Za-z0-9]/, '\n*'),
    'key.pem': key,
    'half.der': certificate.slice(0, certificate.length / 2),
    'longer.der': Uint8Array.of(...certificate, 0),
    'sequence.der': Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x01),
  }
}
