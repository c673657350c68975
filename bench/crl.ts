/** Revocation lists: one certificate looked up in a list of 100,000, and its path judged with it. */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { findRevoked, issuerCache, readCertificate, readCrl, verifyPath } from '@tiemchung/x509'
import { createAuthority, exportPrivateKey, generateSigningKey } from '@tiemchung/x509/ca'
import type { Bench } from './bench.js'

const at = new Date('2022-05-20T03:00:00Z')
const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2025-01-01T00:00:00Z'),
}
const entries = 100_000

/** One element in DER. */
function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const octets: number[] = []
  for (let left = length; left > 0; left = Math.floor(left / 256)) octets.unshift(left % 256)
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 | octets.length, ...octets]
  return Buffer.concat([Buffer.from(head), content])
}

const time = (digits: string) => element(0x17, Buffer.from(digits))
const ecdsaWithSha256 = Buffer.from('300a06082a8648ce3d040302', 'hex')
const keyCompromise = Buffer.from('300c300a0603551d1504030a0101', 'hex')
const crlNumber = Buffer.from('300c300a0603551d140403020107', 'hex')

/** Serial numbers of 16 octets, none of which was issued. */
function entry(index: number): Buffer {
  const serial = Buffer.alloc(16, 0x5a)
  serial.writeUInt32BE(index, 12)
  return element(0x30, element(0x02, serial), time('220301000000Z'), keyCompromise)
}

/** A TEST authority, a certificate of its own, and its list, written here: making it is not what is timed. */
async function world() {
  const keys = await generateSigningKey('ES256', { extractable: true })
  const subject = { commonName: 'TEST root', country: 'VN' }
  const authority = await createAuthority({ subject, keys, validity })
  const { publicKey } = await generateSigningKey('ES256')
  const leaf = { subject: { commonName: 'TEST leaf', country: 'VN' }, publicKey, validity }
  const { certificate } = await authority.issue(leaf)
  const root = readCertificate(authority.certificate)
  const tbs = element(
    0x30,
    element(0x02, Buffer.of(1)),
    ecdsaWithSha256,
    root.subject.raw,
    time('220501000000Z'),
    time('230501000000Z'),
    element(0x30, ...Array.from({ length: entries }, (_, index) => entry(index))),
    element(0xa0, crlNumber),
  )
  const pkcs8 = Buffer.from(await exportPrivateKey(keys))
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  const signature = sign('sha256', tbs, key)
  const crl = element(0x30, tbs, ecdsaWithSha256, element(0x03, Buffer.of(0), signature))
  return { certificate, root, tbs, signature, crl }
}

function must(holds: boolean): void {
  if (!holds) throw new Error('does not hold')
}

/** `x509-crl`: against the check of the list's own signature, which is mostly the hash over its bytes. */
export async function list(): Promise<Bench> {
  const { certificate, root, tbs, signature, crl } = await world()
  const { serialNumber } = readCertificate(certificate)
  const key = createPublicKey({ key: Buffer.from(root.spki), format: 'der', type: 'spki' })
  const query = {
    leaf: certificate,
    anchors: [{ certificate: root.der }],
    at,
    revocation: { crls: [crl] },
    cache: issuerCache(),
  }
  return {
    ours: [
      {
        name: `its signature alone, ${entries} entries`,
        run: () => must(verify('sha256', tbs, key, signature)),
      },
      {
        name: 'readCrl and findRevoked',
        run: () => must(findRevoked(readCrl(crl), serialNumber) === 'absent'),
      },
      {
        name: 'verifyPath with the list',
        run: async () => must((await verifyPath(query)).verdict === 'valid'),
      },
    ],
    peers: [],
  }
}
