import { hasCode, parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { lintSignerRegister, parseSignerRegister } from './lint-register.js'
import { entitlementOf, issuerKindOf, maySign, type SigningAct } from './signer-register.js'

const [mark, other, publicRoot, officialRoot] = ['a', 'b', 'c', 'd'].map((one) => one.repeat(64))
const identifiers = ['CCCD:001085000017', 'MST:0100109106']
const byMark = { fingerprint: mark }
const byName = { issuerKind: 'public', identifiers }
const entry = {
  signer: byMark,
  role: 'facility',
  facilities: ['01234', '0123456789012'],
  signs: ['records', 'seals'],
  from: '2022-04-08',
  to: '2022-12-31',
}
const issuers = [
  { kind: 'public', anchors: [publicRoot] },
  { kind: 'special-purpose', anchors: [officialRoot] },
]
const document = (...entries: readonly unknown[]) => ({
  format: 'signer-register/1',
  id: 'test.signers',
  version: '1',
  effective: { from: '2022-01-01', to: '2023-12-31' },
  published: '2022-01-01',
  sources: [{ id: '9438', number: '9438/BYT-CNTT', confidence: 'text' }],
  assumptions: [],
  issuers,
  entries,
})
const act = (facility: string, day: string, what: SigningAct['what'] = 'records'): SigningAct => ({
  facility,
  day: parseCivilDate(day),
  what,
})

describe('entitlementOf a certificate by its fingerprint', () => {
  const later = { ...entry, from: '2023-06-01', to: null }
  const register = parseSignerRegister(document(entry, later))

  test.each([
    ['the first day', mark, '01234', '2022-04-08', 'entitled'],
    ['the last day', mark, '01234', '2022-12-31', 'entitled'],
    ['the other facility', mark, '0123456789012', '2022-06-01', 'entitled'],
    ['an open end', mark, '01234', '2023-12-31', 'entitled'],
    ['the day before', mark, '01234', '2022-04-07', 'other-days'],
    ['between two entries', mark, '01234', '2023-01-01', 'other-days'],
    ['another facility', mark, '99999', '2022-06-01', 'other-facility'],
    ['an unknown certificate', other, '01234', '2022-06-01', 'unknown-signer'],
    ['a day after the register', mark, '01234', '2024-01-01', 'register-not-in-force'],
  ])('%s', (_, fingerprint, facility, day, outcome) => {
    const signer = { fingerprint: fingerprint ?? '', identifiers: [], anchor: publicRoot }
    expect(entitlementOf(register, signer, act(facility, day)).outcome).toBe(outcome)
    expect(maySign(register, signer, act(facility, day))).toBe(outcome === 'entitled')
  })

  test('what it signs is asked as well', () => {
    const signer = { fingerprint: mark ?? '', identifiers: [], anchor: undefined }
    const minutes = act('01234', '2022-06-01', 'minutes')
    expect(entitlementOf(register, signer, minutes).outcome).toBe('other-things')
    expect(maySign(register, signer, act('01234', '2022-06-01', 'seals'))).toBe(true)
  })
})

describe('entitlementOf a certificate by what it names its subject by', () => {
  const register = parseSignerRegister(document({ ...entry, signer: byName }))
  const ask = (given: readonly string[], anchor: string | undefined) => {
    const signer = { fingerprint: other ?? '', identifiers: given, anchor }
    return entitlementOf(register, signer, act('01234', '2022-06-01')).outcome
  }

  test.each<[string, readonly string[], string | undefined, string]>([
    ['exactly these', identifiers, publicRoot, 'entitled'],
    ['these in another order', [...identifiers].reverse(), publicRoot, 'entitled'],
    ['only the unit', ['MST:0100109106'], publicRoot, 'unknown-signer'],
    [
      'another person of the unit',
      ['CCCD:001085000099', 'MST:0100109106'],
      publicRoot,
      'unknown-signer',
    ],
    ['one more', [...identifiers, 'MNS:1234567'], publicRoot, 'unknown-signer'],
    ['none', [], publicRoot, 'unknown-signer'],
    ['these from the other kind of issuer', identifiers, officialRoot, 'unknown-signer'],
    ['these from a root that is not listed', identifiers, other, 'unknown-signer'],
    ['these, when the chain is not believed', identifiers, undefined, 'chain-not-believed'],
  ])('%s', (_, given, anchor, outcome) => {
    expect(ask(given, anchor)).toBe(outcome)
  })

  test('a root stands for its kind', () => {
    expect(issuerKindOf(register, officialRoot)).toBe('special-purpose')
    expect(issuerKindOf(register, other)).toBeUndefined()
    expect(issuerKindOf(register, undefined)).toBeUndefined()
  })
})

describe('lintSignerRegister', () => {
  test('a sound register has no issues', () => {
    expect(lintSignerRegister(document(entry, { ...entry, signer: byName }))).toEqual([])
  })

  test.each<[string, unknown, readonly (string | number)[]]>([
    ['no object', 'x', []],
    ['entries that are no list', { ...document(), entries: {} }, ['entries']],
    ['no issuers', { ...document(entry), issuers: undefined }, ['issuers']],
    ['an issuer of no kind', { ...document(), issuers: [{ anchors: [mark] }] }, ['issuers', 0]],
    [
      'an issuer without roots',
      { ...document(), issuers: [{ kind: 'public', anchors: [] }] },
      ['issuers', 0],
    ],
    [
      'one root for two kinds',
      { ...document(), issuers: [issuers[0], { kind: 'special-purpose', anchors: [publicRoot] }] },
      ['issuers', 1],
    ],
    [
      'a kind twice',
      { ...document(), issuers: [issuers[0], { ...issuers[0], anchors: [other] }] },
      ['issuers', 1],
    ],
    ['an entry that is none', document(entry, null), ['entries', 1]],
    [
      'an entry without signer',
      document({ ...entry, signer: undefined }),
      ['entries', 0, 'signer'],
    ],
    [
      'a fingerprint in capitals',
      document({ ...entry, signer: { fingerprint: 'A'.repeat(64) } }),
      ['entries', 0, 'signer', 'fingerprint'],
    ],
    [
      'a fingerprint with identifiers beside',
      document({ ...entry, signer: { ...byMark, identifiers } }),
      ['entries', 0, 'signer', 'fingerprint'],
    ],
    [
      'a kind of issuer that is none',
      document({ ...entry, signer: { ...byName, issuerKind: 'x' } }),
      ['entries', 0, 'signer', 'issuerKind'],
    ],
    ...[
      [],
      ['MST:1'],
      ['mst:0100109106'],
      ['0100109106'],
      ['MST:0100109106', 'MST:0100109106'],
      ['CMND:1:2'],
    ].map((given): [string, unknown, readonly (string | number)[]] => [
      `the identifiers ${given.join(' ')}`,
      document({ ...entry, signer: { ...byName, identifiers: given } }),
      ['entries', 0, 'signer', 'identifiers'],
    ]),
    ['a role that is none', document({ ...entry, role: 'nurse' }), ['entries', 0, 'role']],
    ['nothing to sign', document({ ...entry, signs: [] }), ['entries', 0, 'signs']],
    ['a thing that is none', document({ ...entry, signs: ['x'] }), ['entries', 0, 'signs']],
    ['no facilities', document({ ...entry, facilities: [] }), ['entries', 0, 'facilities']],
    [
      'a facility that is no code',
      document({ ...entry, facilities: ['1'] }),
      ['entries', 0, 'facilities'],
    ],
    [
      'a first day that is none',
      document({ ...entry, from: '2022-02-30' }),
      ['entries', 0, 'from'],
    ],
    ['an end before the beginning', document({ ...entry, to: '2022-04-07' }), ['entries', 0, 'to']],
    ['no end', document({ ...entry, to: undefined }), ['entries', 0, 'to']],
    ['another format', { ...document(entry), format: 'x/1' }, ['format']],
  ])('%s is an error, and is not parsed', (_, given, path) => {
    const issues = lintSignerRegister(given)
    expect(issues.map((one) => one.path)).toContainEqual(path)
    let caught: unknown
    try {
      parseSignerRegister(given)
    } catch (error) {
      caught = error
    }
    expect(hasCode(caught, 'signing.register')).toBe(true)
  })

  test('an entry of the earlier shape is told what to change', () => {
    const { signer: _, ...rest } = entry
    const codes = lintSignerRegister(document({ ...rest, ...byMark })).map(({ code }) => code)
    expect(codes).toEqual(['signing.register.earlier-entry'])
  })

  test('identifiers need a root of their kind', () => {
    const given = { ...document({ ...entry, signer: byName }), issuers: [issuers[1]] }
    const [found, ...more] = lintSignerRegister(given)
    expect(found).toMatchObject({
      code: 'signing.register.issuer',
      path: ['entries', 0, 'signer', 'issuerKind'],
    })
    expect(more).toEqual([])
  })

  test.each([
    ['the same days', {}, 1],
    ['one common day', { from: '2022-12-31', to: null }, 1],
    ['an open end before', { from: '2022-01-01', to: null }, 1],
    ['one thing in common', { signs: ['seals', 'minutes'] }, 1],
    ['nothing in common', { signs: ['minutes'] }, 0],
    ['the day after', { from: '2023-01-01', to: null }, 0],
    ['the days before', { from: '2022-01-01', to: '2022-04-07' }, 0],
    ['another facility', { facilities: ['99999'] }, 0],
    ['another certificate', { signer: { fingerprint: other } }, 0],
    ['a name', { signer: byName }, 0],
  ])('two entries with %s', (_, change, count) => {
    const given = document(entry, { ...entry, ...change })
    const issues = lintSignerRegister(given)
    expect(issues.filter(({ code }) => code === 'signing.register.overlap')).toHaveLength(count)
    expect(parseSignerRegister(given)).toBe(given)
  })

  test('two entries by the same identifiers in another order overlap', () => {
    const reversed = { ...byName, identifiers: [...identifiers].reverse() }
    const given = document({ ...entry, signer: byName }, { ...entry, signer: reversed })
    expect(lintSignerRegister(given).map(({ code }) => code)).toEqual(['signing.register.overlap'])
  })
})
