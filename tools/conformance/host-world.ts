/** What Node has for the suites: files, and its own reader of certificates. */
import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toHex } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { SignerFacts, SuiteWorld } from './suite.js'

function signerOf(certificate: string): SignerFacts | undefined {
  try {
    const der = Buffer.from(certificate.replace(/-----[^-]+-----|\s/g, ''), 'base64')
    const read = new X509Certificate(der)
    // Node's types do not know it: the object identifiers of the extended key usage.
    const purposes = (read as { readonly keyUsage?: readonly string[] }).keyUsage
    return {
      spki: toHex(read.publicKey.export({ type: 'spki', format: 'der' })),
      keyId: toHex(createHash('sha256').update(der).digest().subarray(0, 8)),
      ...(purposes === undefined ? {} : { purposes }),
    }
  } catch {
    return undefined
  }
}

/** Node's world, with this crypto. Documents are read once. */
export function hostWorld(crypto: CryptoProvider): SuiteWorld {
  const documents = new Map<string, unknown>()
  const beside = (file: string, name: string): unknown => {
    const path = join(dirname(file), name)
    if (!documents.has(path)) documents.set(path, JSON.parse(readFileSync(path, 'utf8')) as unknown)
    return documents.get(path)
  }
  return { crypto, beside, signerOf }
}
