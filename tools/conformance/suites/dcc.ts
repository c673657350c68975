import { fromBase64 } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { createHash, X509Certificate } from 'node:crypto'
import { decodeCertificate } from '@tiemchung/certificates/envelope'
import {
  type CertificateCheckId,
  trustedKeys,
  type VerificationReport,
  verifyCertificate,
} from '@tiemchung/certificates'
import { judge, readLines, type Suite } from '../suite.js'

interface Row {
  readonly id: string
  readonly prefix: string
  readonly cert?: string
  readonly clock?: string
  readonly expected: Readonly<Record<string, boolean>>
}

/**
 * Flag of the test data → the checks that it asserts. Flags without a line are not judged here:
 * `picturedecode` needs a picture; `validobject`, `validjson` and `encode` compare documents.
 */
const checksOf: Readonly<Record<string, readonly CertificateCheckId[]>> = {
  unprefix: ['envelope.prefix'],
  b45decode: ['envelope.base45'],
  compression: ['envelope.inflate'],
  decode: ['envelope.cbor', 'envelope.cose', 'envelope.cwt'],
  verify: ['cose.signature'],
}

/** The public key of a certificate as the platform reads it: this suite is about the envelope, not X.509. */
function keyOf(
  certificate: string | undefined,
): { keyId: Uint8Array; spki: Uint8Array } | undefined {
  if (certificate === undefined) return undefined
  try {
    const der = fromBase64(certificate)
    const { publicKey } = new X509Certificate(der)
    const spki = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))
    const keyId = new Uint8Array(createHash('sha256').update(der).digest().subarray(0, 8))
    return { keyId, spki }
  } catch {
    return undefined
  }
}

async function reportOn(row: Row): Promise<VerificationReport> {
  const key = keyOf(row.cert)
  return verifyCertificate(row.prefix, {
    trust: trustedKeys(key === undefined ? [] : [{ keyId: key.keyId, key: key.spki }]),
    at: new Date(row.clock ?? '2021-06-01T00:00:00Z'),
    crypto: systemCrypto,
  })
}

/** The EU's own test data: what each row says of its text, flag by flag. */
export const dcc: Suite = {
  name: 'dcc',
  folder: 'dgc-testdata',
  async *run(folder) {
    for (const row of readLines<Row>(folder, 'dev.jsonl')) {
      for (const [flag, expected] of Object.entries(row.expected)) {
        const ids = checksOf[flag]
        if (ids === undefined) continue
        yield judge(
          `${row.id} ${flag}`,
          expected,
          async () => {
            const { checks } = await reportOn(row)
            return ids.every((id) =>
              checks.some((check) => check.id === id && check.status === 'passed'),
            )
          },
          flag,
        )
      }
    }
  },
}

/** QR texts of 77 issuing countries: every verifier should decode them. */
export const dccQuality: Suite = {
  name: 'dcc-quality',
  folder: 'dcc-quality-assurance',
  async *run(folder) {
    for (const row of readLines<Pick<Row, 'id' | 'prefix'>>(folder, 'dev.jsonl')) {
      yield judge(row.id, true, () => decodeCertificate(row.prefix) !== undefined)
    }
  },
}
