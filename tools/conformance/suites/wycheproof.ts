import type {
  CryptoProvider,
  HashName,
  MaybePromise,
  PublicKey,
  SignatureScheme,
} from '@tiemchung/core/crypto'
import { ecdsaSignatureToRaw } from '@tiemchung/x509'
import { bytesOfHex, casesIn } from '../read-case.js'
import { type CaseOutcome, type Item, judge, type Suite, type SuiteWorld } from '../suite.js'
import { joseFiles, judgeJose } from './wycheproof-jose.js'

interface Test {
  readonly tcId: number
  readonly msg: string
  readonly sig: string
  readonly result: 'valid' | 'invalid' | 'acceptable'
}

interface Group {
  readonly type: string
  readonly publicKeyDer: string
  readonly sha: string
  readonly mgfSha: string
  readonly sLen: number
  readonly tests: readonly Test[]
}

const hashNames: ReadonlySet<string> = new Set<HashName>(['SHA-256', 'SHA-384', 'SHA-512'])

/** The scheme of a group; undefined where the crypto interface has none: SHA-1, or two hashes in one PSS. */
function schemeOf({ type, sha, mgfSha, sLen }: Partial<Group>): SignatureScheme | undefined {
  if (type === 'EddsaVerify') return { name: 'Ed25519' }
  if (sha === undefined || !hashNames.has(sha)) return undefined
  const hash = sha as HashName
  if (type === 'EcdsaVerify' || type === 'EcdsaP1363Verify') return { name: 'ECDSA', hash }
  if (type === 'RsassaPkcs1Verify') return { name: 'RSASSA-PKCS1-v1_5', hash }
  if (type !== 'RsassaPssVerify' || mgfSha !== sha || sLen === undefined) return undefined
  return { name: 'RSA-PSS', hash, saltLength: sLen }
}

interface Keyed {
  readonly group: Partial<Group>
  readonly scheme: SignatureScheme
  readonly key: () => MaybePromise<PublicKey>
  readonly crypto: CryptoProvider
}

async function holds(test: Partial<Test>, { group, scheme, key, crypto }: Keyed): Promise<boolean> {
  const given = bytesOfHex(test.sig)
  const message = bytesOfHex(test.msg)
  const by = await key()
  const inDer = group.type === 'EcdsaVerify' && by.kind.type === 'ec'
  const signature = inDer ? ecdsaSignatureToRaw(given, by.kind.curve) : given
  return crypto.verify(scheme, by, signature, message)
}

async function judgeTest(id: string, test: Partial<Test>, keyed: Keyed): Promise<CaseOutcome> {
  // What is acceptable may be taken or not, and counts apart: our answer is no, as each signature has one form.
  const judged = await judge(
    id,
    () => isValid(test.result),
    () => holds(test, keyed),
    test.result,
  )
  return test.result === 'acceptable' ? { ...judged, apart: true } : judged
}

function isValid(result: Test['result'] | undefined): boolean {
  if (result === 'valid') return true
  if (result === 'invalid' || result === 'acceptable') return false
  throw new TypeError('a test without its result')
}

function* judgeGroup(
  item: Item,
  group: Partial<Group>,
  { crypto }: SuiteWorld,
): Iterable<Promise<CaseOutcome>> {
  const scheme = schemeOf(group)
  if (scheme === undefined) return
  let imported: MaybePromise<PublicKey> | undefined
  const key = () => (imported ??= crypto.importPublicKey(bytesOfHex(group.publicKeyDer)))
  for (const [place, test] of casesIn<Test>({ ...item, value: group }, 'tests')) {
    const id = test.tcId === undefined ? place : `${item.file.split(/[\\/]/).at(-1)} ${test.tcId}`
    yield judgeTest(id, test, { group, scheme, key, crypto })
  }
}

/** Files of any half. */
const files = /\.json$/
/** Those of JOSE are not about signatures alone. */
const signatureFiles = /(?:^|\/)(?!json_web_)[^/]+\.json$/

function suiteOf(
  name: string,
  wanted: (group: Partial<Group>) => boolean,
  withJose: boolean,
): Suite {
  return {
    name,
    folder: 'wycheproof',
    files: withJose ? files : signatureFiles,
    whole: true,
    *judge(item, world) {
      if (joseFiles.test(item.file)) {
        yield* judgeJose(item, world)
        return
      }
      for (const [, group] of casesIn<Group>(item, 'testGroups')) {
        if (wanted(group)) yield* judgeGroup(item, group, world)
      }
    },
  }
}

/**
 * Every signature that the crypto interface can take: ECDSA in both forms, Ed25519, RSA-PSS, RSA PKCS #1. And those
 * of JSON Web Signature and Key.
 */
export const wycheproof = suiteOf('wycheproof', () => true, true)

/** ECDSA signatures in DER, as certificates carry them: one accepted form of each. */
export const wycheproofDer = suiteOf('wycheproof-der', ({ type }) => type === 'EcdsaVerify', false)
