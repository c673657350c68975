/** Examples of the standards (RFC 7520, 7797, 8037), each form of each, sound and with one letter changed. */
import type { FlattenedJws } from '@tiemchung/signing'
import { type CaseOutcome, judge, type Suite, type SuiteWorld } from '../suite.js'
import { headerOf, holdsUnder, type Jwk, judgeBeyond } from './jose-keys.js'

interface Case {
  readonly data: {
    readonly input: { readonly key: Jwk | readonly Jwk[]; readonly alg: string | readonly string[] }
    readonly output: {
      readonly compact?: string
      readonly json?: unknown
      readonly json_flat?: FlattenedJws
    }
  }
}

const algorithms: ReadonlySet<unknown> = new Set([
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'EdDSA',
])

const privateParts = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi'])

/** The examples give private keys. */
const publicPart = (key: Jwk): Jwk =>
  Object.fromEntries(Object.entries(key).filter(([name]) => !privateParts.has(name)))

function beyondProfile({ data }: Case): string | undefined {
  const { alg, key } = data.input
  if (Array.isArray(key)) return 'several signatures'
  const { json_flat: flat, compact } = data.output
  const { b64 } = headerOf(flat?.protected ?? compact?.split('.')[0] ?? '')
  if (b64 !== undefined) return 'b64'
  return algorithms.has(alg) ? undefined : String(alg)
}

/** The same text with the letter in the middle of its last part changed. */
function spoilt(text: string): string {
  const at = text.lastIndexOf('.') + Math.floor((text.length - text.lastIndexOf('.')) / 2)
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
}

function* judgeForm(
  id: string,
  form: string | FlattenedJws,
  key: Jwk,
  world: SuiteWorld,
): Iterable<Promise<CaseOutcome>> {
  const group = typeof form === 'string' ? 'compact' : 'flattened'
  const changed =
    typeof form === 'string' ? spoilt(form) : { ...form, signature: spoilt(form.signature) }
  yield judge(`${id} ${group}`, true, () => holdsUnder(form, key, world), group)
  yield judge(`${id} ${group} spoilt`, false, () => holdsUnder(changed, key, world), group)
}

/** JWS by the algorithms that records are signed with. */
export const jose: Suite = {
  name: 'jose',
  folder: 'jose-vectors',
  files: /^[^/]+\.json$/,
  *judge({ id, value }, world) {
    const one = value as Case
    const { input, output } = one.data
    const forms = [output.compact, output.json_flat].filter((form) => form !== undefined)
    const key = publicPart(([input.key].flat() as readonly Jwk[])[0] ?? {})
    const beyond = beyondProfile(one)
    if (beyond === undefined) for (const form of forms) yield* judgeForm(id, form, key, world)
    const others = beyond === undefined ? [output.json] : [...forms, output.json]
    for (const [index, form] of others.entries()) {
      if (form === undefined) continue
      const reason = beyond ?? 'general form'
      const attempt = () => holdsUnder(form as FlattenedJws, key, world)
      yield judgeBeyond(`${id} ${reason} ${index}`, reason, attempt)
    }
  },
}
