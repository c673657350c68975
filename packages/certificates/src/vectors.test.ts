/** Certificates that others made: what we reach over them, as numbers. */
import { existsSync, readFileSync } from 'node:fs'
import { createHash, X509Certificate } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromHex, toHex } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { describe, expect, it } from 'vitest'
import {
  decodeBase45,
  decodeCbor,
  decodeCertificate,
  encodeBase45,
  encodeCbor,
} from './envelope/index.js'
import { revocationHash, type RevocationHashType, revocationSubjectOf } from './revocation/index.js'
import {
  checkPayload,
  type TrustedKey,
  trustedKeys,
  usagesOf,
  verifyCertificate,
  type VerificationReport,
} from './verify/index.js'

const here = dirname(fileURLToPath(import.meta.url))
const folder = process.env['TIEMCHUNG_VECTORS'] ?? join(here, '../../../../shared/vectors')
const absent = `no vectors in ${folder}; set TIEMCHUNG_VECTORS`

function lines<Row>(file: string): readonly Row[] {
  const text = readFileSync(join(folder, file), 'utf8').trim()
  return text.split('\n').map((line) => JSON.parse(line) as Row)
}

const json = <Document>(file: string) =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as Document

/** Counts texts that decode, and the codes of those that do not. */
function tally(texts: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const text of texts) {
    let outcome = 'decoded'
    try {
      decodeCertificate(text)
    } catch (caught) {
      outcome = (caught as { readonly code: string }).code
    }
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}

interface Row {
  readonly id: string
  readonly prefix: string
  readonly cert: string
  readonly clock: string
  readonly expected: Readonly<Record<string, boolean>>
}

function keyOf(certificate: string): TrustedKey {
  const der = Buffer.from(certificate, 'base64')
  const x509 = new X509Certificate(der)
  const country = /^C=([A-Z]{2})$/m.exec(x509.subject)?.[1]
  // Node's types do not know it: the object identifiers of the extended key usage.
  const usages = usagesOf((x509 as { readonly keyUsage?: readonly string[] }).keyUsage)
  return {
    keyId: new Uint8Array(createHash('sha256').update(der).digest().subarray(0, 8)),
    key: new Uint8Array(x509.publicKey.export({ type: 'spki', format: 'der' })),
    notBefore: new Date(x509.validFrom),
    notAfter: new Date(x509.validTo),
    ...(country === undefined ? {} : { country }),
    ...(usages === undefined ? {} : { usages }),
  }
}

const flags: Readonly<Record<string, readonly string[]>> = {
  unprefix: ['envelope.prefix'],
  b45decode: ['envelope.base45'],
  compression: ['envelope.inflate'],
  decode: ['envelope.cbor', 'envelope.cose', 'envelope.cwt'],
  verify: ['cose.signature'],
  keyusage: ['signer.usage'],
  expirationcheck: ['cwt.issued-at', 'cwt.expiry'],
}

/** What the row asserts and we see differently: `PL/1.0.0/6 keyusage`. */
function differences(row: Row, report: VerificationReport): readonly string[] {
  return Object.entries(flags).flatMap(([flag, ids]) => {
    const expected = row.expected[flag]
    if (expected === undefined) return []
    const passed = ids.every((id) =>
      report.checks.some((check) => check.id === id && check.status === 'passed'),
    )
    return passed === expected ? [] : [`${row.id} ${flag} ${expected ? 'refused' : 'accepted'}`]
  })
}

describe('vectors of others', () => {
  it('dgc-testdata: 465 of 467 decode, and no flag is wrongly accepted', async (context) => {
    if (!existsSync(folder)) return context.skip(absent)
    const rows = lines<Row>('dgc-testdata/dev.jsonl')
    expect(tally(rows.map((row) => row.prefix))).toEqual({
      decoded: 465,
      'envelope.prefix': 1,
      'envelope.inflate.absent': 1,
    })
    const wrong: string[] = []
    for (const row of rows) {
      const trust = trustedKeys([keyOf(row.cert)])
      wrong.push(
        ...differences(
          row,
          await verifyCertificate(row.prefix, { trust, at: new Date(row.clock) }),
        ),
      )
    }
    // The key id of these three is not the one of their certificate, so nothing behind it is judged.
    expect(wrong.sort()).toEqual(
      ['1.0.0', '1.2.1', '1.3.0'].flatMap((version) => [
        `PL/${version}/6 expirationcheck refused`,
        `PL/${version}/6 keyusage refused`,
      ]),
    )
  })

  it('dcc-quality-assurance: all 211 texts of 40 issuers decode', (context) => {
    if (!existsSync(folder)) return context.skip(absent)
    const rows = lines<Row>('dcc-quality-assurance/dev.jsonl')
    expect(tally(rows.map((row) => row.prefix))).toEqual({ decoded: 211 })
  })

  it('the Vietnamese sample decodes without any liberty and states PS256', (context) => {
    if (!existsSync(folder)) return context.skip(absent)
    const { qr } = json<{ readonly qr: string }>('vn/vac_vn.json')
    const { header, tolerances, unverified, bytes } = decodeCertificate(qr, { tolerances: [] })
    expect(tolerances).toEqual([])
    expect(header.algorithm).toEqual({ value: -37, place: 'protected' })
    expect(bytes.signature).toHaveLength(256)
    expect(checkPayload(unverified.payload).issues).toEqual([])
  })

  it('base45: all 9 encode and decode, all 8 are refused', (context) => {
    if (!existsSync(folder)) return context.skip(absent)
    const { encode, reject } = json<{
      readonly encode: readonly {
        readonly utf8?: string
        readonly hex?: string
        readonly base45: string
      }[]
      readonly reject: readonly { readonly base45: string }[]
    }>('base45/vectors.json')
    const bytesOf = (one: (typeof encode)[number]) =>
      one.hex === undefined ? new TextEncoder().encode(one.utf8) : fromHex(one.hex)
    expect(encode.filter((one) => encodeBase45(bytesOf(one)) === one.base45)).toHaveLength(9)
    expect(
      encode.filter((one) => toHex(decodeBase45(one.base45)) === toHex(bytesOf(one))),
    ).toHaveLength(9)
    for (const { base45 } of reject) expect(() => decodeBase45(base45)).toThrow()
    expect(reject).toHaveLength(8)
  })

  it('cbor: 41 of 42 as RFC 8949 has them; two-byte simple values below 32 are refused', (context) => {
    if (!existsSync(folder)) return context.skip(absent)
    const { cases } = json<{
      readonly cases: readonly { readonly hex: string; readonly roundtrip: boolean }[]
    }>('cbor-vectors/dev.json')
    const current = cases.filter(({ hex }) => hex !== 'f818')
    for (const { hex, roundtrip } of current) {
      expect(toHex(encodeCbor(decodeCbor(fromHex(hex)))) === hex).toBe(roundtrip)
    }
    expect(() => decodeCbor(fromHex('f818'))).toThrow()
    expect([current.length, cases.length]).toEqual([41, 42])
  })

  it('revocation: all six hashes that the EU gateway returned (P34)', async (context) => {
    if (!existsSync(folder)) return context.skip(absent)
    const rows = lines<{
      readonly qr: string
      readonly hashes: Readonly<Record<RevocationHashType, string>>
    }>('revocation/es-acc.jsonl')
    const pairs = rows.flatMap(({ qr, hashes }) =>
      Object.entries(hashes).map(([type, hash]) => ({
        qr,
        type: type as RevocationHashType,
        hash,
      })),
    )
    for (const { qr, type, hash } of pairs) {
      expect(await revocationHash(type, revocationSubjectOf(qr), systemCrypto)).toBe(hash)
    }
    expect(pairs).toHaveLength(6)
  })
})
