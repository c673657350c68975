import { equalBytes, toBase64Url } from '@tiemchung/core'
import { schemeOf } from '@tiemchung/core/crypto'
import { decodeCoseSign1 } from '@tiemchung/certificates/envelope'
import { spkiOfJwk } from '@tiemchung/certificates/trust'
import { type CertificateAlgorithm, coseNumberOf } from '@tiemchung/certificates/verify'
import { bytesOfHex } from '../read-case.js'
import { type CaseOutcome, judge, notJudgedGroup, type Suite, type SuiteWorld } from '../suite.js'

type Key = Readonly<Record<string, string | undefined>>

interface Signing {
  readonly key: Key
  readonly alg: string
  /** External data, in hex. */
  readonly external?: string
}

interface Case {
  readonly kind: 'sign' | 'sign1'
  readonly fail: boolean
  readonly data: {
    readonly input: { readonly sign0?: Signing; readonly sign?: unknown }
    readonly intermediates: { readonly ToBeSign_hex: string }
    readonly output: { readonly cbor: string }
  }
}

const algorithms: readonly CertificateAlgorithm[] = ['ES256', 'PS256']

/** Numbers of a key, which some examples write in hex. */
function spkiOf(key: Key): Uint8Array {
  const numbers = ['x', 'y', 'n', 'e'].flatMap((name) => {
    const hex = key[`${name}_hex`]
    const text = hex === undefined ? key[name] : toBase64Url(bytesOfHex(hex))
    return text === undefined ? [] : [[name, text]]
  })
  const { kty, crv } = key
  return spkiOfJwk({ kty, crv, ...Object.fromEntries(numbers) })
}

/** Whether a message holds under a key by the rules of health certificates: ES256 or PS256, no external data. */
async function holds(cbor: string, key: Key, { crypto }: SuiteWorld): Promise<boolean> {
  const { header, bytes, toBeSigned } = decodeCoseSign1(bytesOfHex(cbor))
  const algorithm = algorithms.find((name) => coseNumberOf[name] === header.algorithm?.value)
  if (algorithm === undefined || header.critical) return false
  const imported = await crypto.importPublicKey(spkiOf(key))
  return crypto.verify(schemeOf[algorithm], imported, bytes.signature, toBeSigned)
}

/** Why the profile of health certificates has no such message; undefined when it has. */
function beyondProfile(one: Case): string | undefined {
  if (one.kind !== 'sign1') return 'COSE_Sign'
  const { alg, external } = one.data.input.sign0 ?? { alg: '?' }
  if (external !== undefined) return 'external data'
  return algorithms.includes(alg as CertificateAlgorithm) ? undefined : alg
}

/** Of what is beyond the profile only one thing is judged, and apart: that it is refused. */
async function judgeBeyond(
  id: string,
  one: Case,
  reason: string,
  world: SuiteWorld,
): Promise<CaseOutcome> {
  const { input, output } = one.data
  const judged = await judge(
    id,
    false,
    () => holds(output.cbor, input.sign0?.key ?? {}, world),
    `${notJudgedGroup}${reason}`,
  )
  return { ...judged, apart: true }
}

/** Examples of the COSE working group: single signatures by the two algorithms of health certificates. */
export const cose: Suite = {
  name: 'cose',
  folder: 'cose-examples',
  files: /^[^/]+\.json$/,
  *judge({ id, value }, world) {
    const one = value as Case
    const { input, intermediates, output } = one.data
    const beyond = beyondProfile(one)
    if (beyond !== undefined) {
      yield judgeBeyond(id, one, beyond, world)
      return
    }
    const { key } = input.sign0 ?? { key: {} }
    yield judge(id, !one.fail, () => holds(output.cbor, key, world), 'signature')
    if (one.fail) return
    yield judge(
      `${id} bytes`,
      true,
      () => {
        const { toBeSigned } = decodeCoseSign1(bytesOfHex(output.cbor))
        return equalBytes(toBeSigned, bytesOfHex(intermediates.ToBeSign_hex))
      },
      'bytes to be signed',
    )
  },
}
