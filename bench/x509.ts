/** Certificate paths: parsing and judging a chain of three P-256 certificates, beside Node and libraries. */
import { createPublicKey, type KeyObject, verify, webcrypto, X509Certificate } from 'node:crypto'
import { documentSigning, issuerCache, readCertificate, verifyPath } from '@tiemchung/x509'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import type { Bench } from './bench.js'
import type { Entrant } from './contest.js'
import { peer } from './peers.js'

const at = new Date('2022-05-20T03:00:00Z')
const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2025-01-01T00:00:00Z'),
}

interface Chain {
  readonly leaf: Uint8Array
  readonly issuing: Uint8Array
  readonly root: Uint8Array
}

/** A TEST chain, made for the run. */
async function chain(): Promise<Chain> {
  const key = () => generateSigningKey('ES256')
  const subject = (commonName: string) => ({ commonName, organization: 'TEST', country: 'VN' })
  const root = await createAuthority({ subject: subject('TEST root'), keys: await key(), validity })
  const below = { subject: subject('TEST issuing'), keys: await key(), validity }
  const issuing = await root.issueAuthority(below)
  const { publicKey } = await key()
  const { certificate } = await issuing.issue({
    subject: subject('TEST signer'),
    publicKey,
    validity,
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: documentSigning.extendedKeyUsage,
  })
  return { leaf: certificate, issuing: issuing.certificate, root: root.certificate }
}

function must(holds: boolean): void {
  if (!holds) throw new Error('does not hold')
}

/** Everything that Node can say of a chain: read, names linked, signatures. */
function byNode({ leaf, issuing, root }: Chain): void {
  const [own, above, top] = [leaf, issuing, root].map((der) => new X509Certificate(der))
  if (own === undefined || above === undefined || top === undefined) return must(false)
  must(own.checkIssued(above) && own.verify(above.publicKey))
  must(above.checkIssued(top) && above.verify(top.publicKey))
}

/** A key by its coordinates, the fastest way that Node has. */
function keyOf(spki: Uint8Array): KeyObject {
  const half = (from: number) => Buffer.from(spki.subarray(from, from + 32)).toString('base64url')
  const key = { kty: 'EC', crv: 'P-256', x: half(spki.length - 64), y: half(spki.length - 32) }
  return createPublicKey({ key, format: 'jwk' })
}

interface Pkijs {
  readonly Certificate: { fromBER(der: Uint8Array): unknown }
  readonly CertificateChainValidationEngine: new (
    options: object,
  ) => { verify(): Promise<{ readonly result: boolean }> }
  readonly CryptoEngine: new (options: object) => unknown
  setEngine(name: string, engine: unknown): void
}

interface PeculiarX509 {
  readonly X509Certificate: new (
    der: Uint8Array,
  ) => {
    readonly publicKey: unknown
    verify(options: { readonly publicKey: unknown; readonly date: Date }): Promise<boolean>
  }
}

interface Sigstore {
  readonly X509Certificate: { parse(der: Buffer): unknown }
}

interface SigstoreVerify {
  readonly CertificateChainVerifier: new (options: object) => { verify(): readonly unknown[] }
}

function peers({ leaf, issuing, root }: Chain): readonly Entrant[] {
  return [
    {
      name: 'pkijs, its chain engine',
      enter: () => {
        const pkijs = peer<Pkijs>('pkijs')
        pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto }))
        return async () => {
          const [own, above, top] = [leaf, issuing, root].map((der) =>
            pkijs.Certificate.fromBER(der),
          )
          const options = { trustedCerts: [top], certs: [above, own], checkDate: at }
          must((await new pkijs.CertificateChainValidationEngine(options).verify()).result)
        }
      },
    },
    {
      name: '@peculiar/x509, parse and signatures',
      enter: () => {
        peer('reflect-metadata')
        const x509 = peer<PeculiarX509>('@peculiar/x509')
        return async () => {
          const [own, above, top] = [leaf, issuing, root].map(
            (der) => new x509.X509Certificate(der),
          )
          must((await own?.verify({ publicKey: above?.publicKey, date: at })) === true)
          must((await above?.verify({ publicKey: top?.publicKey, date: at })) === true)
        }
      },
    },
    {
      name: '@sigstore/verify, its chain verifier',
      enter: () => {
        const { X509Certificate: Certificate } = peer<Sigstore>('@sigstore/core')
        const { CertificateChainVerifier: Verifier } = peer<SigstoreVerify>(
          '@sigstore/verify/dist/key/certificate.js',
        )
        return () => {
          const [untrustedCert, ...trustedCerts] = [leaf, issuing, root].map((der) =>
            Certificate.parse(Buffer.from(der)),
          )
          must(new Verifier({ untrustedCert, trustedCerts, timestamp: at }).verify().length === 3)
        }
      },
    },
  ]
}

/** `x509-chain`: three certificates, parsed and fully judged, nothing known before. */
export async function path(): Promise<Bench> {
  const made = await chain()
  const { leaf, issuing, root } = made
  const [own, above, top] = [leaf, issuing, root].map((der) => readCertificate(der))
  const query = { leaf, intermediates: [issuing], anchors: [{ certificate: root }], at }
  return {
    ours: [
      { name: 'node:crypto, parse and verify', run: () => byNode(made) },
      {
        name: 'two signatures and their keys alone',
        run: () => {
          if (own === undefined || above === undefined || top === undefined) return must(false)
          must(verify('sha256', own.tbs, keyOf(above.spki), own.signature))
          must(verify('sha256', above.tbs, keyOf(top.spki), above.signature))
        },
      },
      {
        name: 'verifyPath, every check',
        run: async () => {
          must((await verifyPath({ ...query, purpose: documentSigning })).verdict === 'valid')
        },
      },
    ],
    peers: peers(made),
  }
}

/** `x509-warm`: the same with the issuers known, against the one signature that is left to check. */
export async function warmPath(): Promise<Bench> {
  const { leaf, issuing, root } = await chain()
  const own = readCertificate(leaf)
  const key = keyOf(readCertificate(issuing).spki)
  const cache = issuerCache()
  const query = { leaf, intermediates: [issuing], anchors: [{ certificate: root }], at, cache }
  return {
    ours: [
      {
        name: 'its signature alone, key imported',
        run: () => must(verify('sha256', own.tbs, key, own.signature)),
      },
      {
        name: 'verifyPath with a warm issuer cache',
        run: async () => {
          must((await verifyPath({ ...query, purpose: documentSigning })).verdict === 'valid')
        },
      },
    ],
    peers: [],
  }
}
