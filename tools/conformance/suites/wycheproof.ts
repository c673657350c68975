import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fromHex } from '@tiemchung/core'
import type { CryptoProvider, HashName, SignatureScheme } from '@tiemchung/core/crypto'
import { ecdsaSignatureToRaw } from '@tiemchung/x509'
import { type CaseOutcome, judge, readJson, type Suite } from '../suite.js'

interface Test {
  readonly tcId: number
  readonly msg: string
  readonly sig: string
  readonly result: 'valid' | 'invalid' | 'acceptable'
}

interface Group {
  readonly type: string
  readonly publicKeyDer: string
  readonly sha?: string
  readonly mgfSha?: string
  readonly sLen?: number
  readonly tests: readonly Test[]
}

const hashNames: ReadonlySet<string> = new Set<HashName>(['SHA-256', 'SHA-384', 'SHA-512'])

/** The scheme of a group; undefined where the crypto interface has none: SHA-1, or two hashes in one PSS. */
function schemeOf({ type, sha, mgfSha, sLen }: Group): SignatureScheme | undefined {
  if (type === 'EddsaVerify') return { name: 'Ed25519' }
  if (sha === undefined || !hashNames.has(sha)) return undefined
  const hash = sha as HashName
  if (type === 'EcdsaVerify' || type === 'EcdsaP1363Verify') return { name: 'ECDSA', hash }
  if (type === 'RsassaPkcs1Verify') return { name: 'RSASSA-PKCS1-v1_5', hash }
  if (type !== 'RsassaPssVerify' || mgfSha !== sha || sLen === undefined) return undefined
  return { name: 'RSA-PSS', hash, saltLength: sLen }
}

async function* judgeGroup(
  file: string,
  group: Group,
  scheme: SignatureScheme,
  crypto: CryptoProvider,
): AsyncIterable<CaseOutcome> {
  const key = await crypto.importPublicKey(fromHex(group.publicKeyDer))
  for (const test of group.tests) {
    const attempt = async () => {
      const given = fromHex(test.sig)
      const inDer = group.type === 'EcdsaVerify' && key.kind.type === 'ec'
      const signature = inDer ? ecdsaSignatureToRaw(given, key.kind.curve) : given
      return crypto.verify(scheme, key, signature, fromHex(test.msg))
    }
    // What is acceptable may be taken or not: our answer is no, as each signature has one form.
    yield judge(`${file} ${test.tcId}`, test.result === 'valid', attempt, test.result)
  }
}

/** The files of both halves, each with its groups. */
function files(folder: string): readonly (readonly [string, readonly Group[]])[] {
  return ['dev', 'holdout'].flatMap((half) => {
    const place = join(folder, half)
    if (!existsSync(place)) return []
    return readdirSync(place)
      .filter((name) => !name.startsWith('json_web_'))
      .sort()
      .map((name) => {
        const { testGroups } = readJson<{ testGroups: readonly Group[] }>(place, name)
        return [`${half}/${name}`, testGroups] as const
      })
  })
}

async function* judgeFiles(
  folder: string,
  crypto: CryptoProvider,
  wanted: (group: Group) => boolean,
): AsyncIterable<CaseOutcome> {
  for (const [name, groups] of files(folder)) {
    for (const group of groups.filter(wanted)) {
      const scheme = schemeOf(group)
      if (scheme !== undefined) yield* judgeGroup(name, group, scheme, crypto)
    }
  }
}

/** Every signature that the crypto interface can take: ECDSA in both forms, Ed25519, RSA-PSS, RSA PKCS #1. */
export const wycheproof: Suite = {
  name: 'wycheproof',
  folder: 'wycheproof',
  run: (folder, { crypto }) => judgeFiles(folder, crypto, () => true),
}

/** ECDSA signatures in DER, as certificates carry them: one accepted form of each. */
export const wycheproofDer: Suite = {
  name: 'wycheproof-der',
  folder: 'wycheproof',
  run: (folder, { crypto }) => judgeFiles(folder, crypto, ({ type }) => type === 'EcdsaVerify'),
}
