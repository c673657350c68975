/** Every signature on the platform, and the chain of every signer, down to the sandbox's own roots. */
import { createHash, X509Certificate } from 'node:crypto'
import { readCertificate } from './certificate.js'
import { chainHolds, signaturesHold } from './openssl.js'

const der = (base64) => Buffer.from(base64, 'base64')

/** A signed record as openssl has to see it. */
function recordSignature({ jws, facility }) {
  const [head, payload, signature] = jws.split('.')
  const { x5c, alg } = JSON.parse(Buffer.from(head, 'base64url').toString())
  return {
    facility,
    chain: x5c.map(der),
    certificate: der(x5c[0]),
    algorithm: alg,
    input: `${head}.${payload}`,
    signature: Buffer.from(signature, 'base64url'),
  }
}

/** Signers of the records by facility: each chains to the root and names its facility by tax code. */
async function compareChains(expect, signatures, root, at) {
  const chains = new Map()
  for (const one of signatures) {
    const id = `${one.facility} ${one.chain.map((part) => part.toString('base64')).join(' ')}`
    chains.set(id, one)
  }
  for (const { facility, chain, certificate } of chains.values()) {
    expect(`${facility} chain holds`, true, await chainHolds(chain, root, at))
    const names = new X509Certificate(certificate).subject.split('\n')
    // The tax code that the sandbox invents for a facility: 00 and its code.
    const taxCode = `UID=MST:00${facility.padStart(8, '0')}`
    expect(`${facility} names its signer`, true, names.includes(taxCode))
  }
  return chains.size
}

/** Central signers by key id: the first eight bytes of the certificate's SHA-256. */
async function centralSigners(expect, authority, at) {
  const signers = new Map()
  for (const { certificate } of Object.values(authority.signers)) {
    const bytes = der(certificate)
    const keyId = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    signers.set(keyId, bytes)
    const holds = await chainHolds([bytes], der(authority.countryRoot), at)
    expect(`central signer ${keyId} chain holds`, true, holds)
  }
  return signers
}

const goodOf = (results) => results.filter(Boolean).length

/** Checks all of it; nothing is sampled. Returns what was counted. */
export async function compareSignatures(expect, platform, at) {
  const authority = platform.secrets[0].body
  const signed = platform.records.filter((one) => one.jws !== null).map(recordSignature)
  const chains = await compareChains(expect, signed, der(authority.facilityRoot), at)
  const recordsGood = goodOf(await signaturesHold(signed))
  expect('record signatures that hold', signed.length, recordsGood)
  const signers = await centralSigners(expect, authority, at)
  const certificates = platform.certificates.map(({ text }) => readCertificate(text))
  const known = certificates.flatMap((one) => {
    const certificate = signers.get(one.keyId)
    return certificate === undefined ? [] : [{ ...one, certificate }]
  })
  expect('certificates of known signers', certificates.length, known.length)
  const certificatesGood = goodOf(await signaturesHold(known))
  expect('certificate signatures that hold', certificates.length, certificatesGood)
  return { records: recordsGood, certificates: certificatesGood, chains: chains + signers.size }
}
