/** Batches: many certificates at a time, against two workers that do the bare signatures and nothing else. */
import { verifyMany } from '@tiemchung/certificates'
import { decodeCertificate, encodeCbor } from '@tiemchung/certificates/envelope'
import { issueCertificate, issueMany } from '@tiemchung/certificates/issue'
import { twoWorkers } from './bare-workers.js'
import type { Bench } from './bench.js'
import { at, keyId, payload, pkcs8, signerOfRun, spki, trust } from './dose.js'

/** Certificates of one run. */
const batch = 512

/** `hc1-verify-many`: 512 texts to 512 reports, in order. */
export async function verifyingMany(): Promise<Bench> {
  const signer = await signerOfRun()
  const { text } = await issueCertificate(payload, { signer, issuedAt: at, keyId })
  const { bytes } = decodeCertificate(text)
  const { protectedHeader, signature } = bytes
  const bare = twoWorkers({
    body: `
      const key = crypto.createPublicKey({ key: data.spki, format: 'der', type: 'spki' })
      return () => {
        const given = { key, dsaEncoding: 'ieee-p1363' }
        if (!crypto.verify('sha256', data.input, given, data.signature)) throw new Error('does not hold')
      }`,
    data: {
      spki: Buffer.from(spki),
      input: encodeCbor(['Signature1', protectedHeader, new Uint8Array(), bytes.payload]),
      signature,
    },
  })
  const texts = Array.from({ length: batch }, () => text)
  return {
    ours: [
      { name: `crypto.verify on two workers, × ${batch}`, run: () => bare(batch) },
      {
        name: `verifyMany, × ${batch}`,
        run: async () => {
          let valid = 0
          for await (const { verdict } of verifyMany(texts, { trust, at })) {
            if (verdict === 'valid') valid += 1
          }
          if (valid !== batch) throw new Error('not all valid')
        },
      },
    ],
    peers: [],
  }
}

/** `hc1-sign-many`: 512 payloads to 512 certificates, in order. */
export async function signingMany(): Promise<Bench> {
  const signer = await signerOfRun()
  const bare = twoWorkers({
    body: `
      const key = crypto.createPrivateKey({ key: data.pkcs8, format: 'der', type: 'pkcs8' })
      return () => crypto.sign('sha256', data.input, { key, dsaEncoding: 'ieee-p1363' })`,
    data: { pkcs8: Buffer.from(pkcs8), input: Buffer.alloc(300, 1) },
  })
  const payloads = Array.from({ length: batch }, () => payload)
  return {
    ours: [
      { name: `crypto.sign on two workers, × ${batch}`, run: () => bare(batch) },
      {
        name: `issueMany, × ${batch}`,
        run: async () => {
          let issued = 0
          for await (const { status } of issueMany(payloads, { signer, issuedAt: at, keyId })) {
            if (status === 'issued') issued += 1
          }
          if (issued !== batch) throw new Error('not all issued')
        },
      },
    ],
    peers: [],
  }
}
