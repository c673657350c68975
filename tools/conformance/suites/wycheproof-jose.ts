/** Wycheproof's files on JSON Web Signature and JSON Web Key: a JWS under a key, or under one key of a set. */
import { casesIn } from '../read-case.js'
import { type CaseOutcome, type Item, judge, type SuiteWorld } from '../suite.js'
import { headerOf, holdsUnder, type Jwk, judgeBeyond } from './jose-keys.js'

interface Test {
  readonly tcId: number
  readonly jws: string
  readonly result: 'valid' | 'invalid' | 'acceptable'
}

interface Group {
  readonly type: 'JsonWebSignature' | 'JsonWebKey'
  /** Absent where the key is symmetric. */
  readonly public: Jwk & { readonly keys?: readonly Jwk[] }
}

/** The files that hold such groups. */
export const joseFiles = /(?:^|\/)json_web_[^/]+\.json$/

/** The key of a set that the JWS names; none when it names several or none. */
function keyFor({ public: given }: Partial<Group>, jws: string): unknown {
  if (given?.keys === undefined) return given
  const { kid } = headerOf(jws.split('.')[0] ?? '')
  const named = given.keys.filter((key) => key['kid'] === kid)
  return named.length === 1 ? named[0] : undefined
}

function judgeTest(
  id: string,
  test: Partial<Test>,
  group: Partial<Group>,
  world: SuiteWorld,
): Promise<CaseOutcome> {
  const { jws, result } = test
  if (jws === undefined || (result !== 'valid' && result !== 'invalid')) {
    throw new TypeError('a test without its JWS or its result')
  }
  if (group.public === undefined) {
    return judgeBeyond(id, 'MAC', () => holdsUnder(jws, undefined, world))
  }
  const short = group.type === 'JsonWebKey' ? 'JWK' : 'JWS'
  const attempt = () => holdsUnder(jws, keyFor(group, jws), world)
  return judge(id, result === 'valid', attempt, `${short} ${result}`)
}

/** The cases of a file. */
export function* judgeJose(item: Item, world: SuiteWorld): Iterable<Promise<CaseOutcome>> {
  const file = item.file.split(/[\\/]/).at(-1) ?? ''
  for (const [, group] of casesIn<Group>(item, 'testGroups')) {
    for (const [place, test] of casesIn<Test>({ ...item, value: group }, 'tests')) {
      const id = test.tcId === undefined ? place : `${file} ${test.tcId}`
      yield judgeTest(id, test, group, world)
    }
  }
}
