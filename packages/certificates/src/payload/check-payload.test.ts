import type { JsonValue } from '@tiemchung/core'
import { describe, expect, it } from 'vitest'
import { CborFloat, CborTag, type CborValue } from '@tiemchung/core/cbor'
import { cborOf } from '../envelope/json.js'
import { samplePayload } from '../test-kit.js'
import { checkCodes } from './check-codes.js'
import type { HealthCertificatePayload } from './payload.js'
import { checkPayload } from './check-payload.js'
import { readPayload } from './read-payload.js'
import { payloadTolerances } from './tolerance.js'

type Loose = Record<string, unknown>

const base = () => structuredClone(samplePayload()) as unknown as Loose
const dose = (changes: Loose) => ({
  ...base(),
  v: [{ ...(base()['v'] as Loose[])[0], ...changes }],
})
const names = (nam: unknown) => ({ ...base(), nam })
const common = { tg: '840539006', co: 'VN', is: 'Bộ Y tế', ci: 'URN:UVCI:01:VN:A' }
const eventless = () => {
  const { v: _, ...rest } = base()
  return rest
}
const test = (changes: Loose = {}) => ({
  ...eventless(),
  t: [{ ...common, tt: 'LP6464-4', sc: '2022-01-02T03:04:05Z', tr: '260415000', ...changes }],
})
const recovery = (changes: Loose = {}) => ({
  ...eventless(),
  r: [{ ...common, fr: '2022-01-02', df: '2022-01-13', du: '2022-06-30', ...changes }],
})

const rulesOf = (payload: unknown, tolerances: readonly string[] = []) =>
  checkPayload(payload as JsonValue, { tolerances }).issues.map(
    ({ path, params }) => `${path.join('.')} ${String(params?.['rule'])}`,
  )

describe('checkPayload takes', () => {
  it.each<[string, unknown, string]>([
    ['a dose', base(), 'vaccination'],
    ['a test', test(), 'test'],
    ['a recovery', recovery(), 'recovery'],
    ['more doses than the series has (P18)', dose({ dn: 4, sd: 1 }), 'vaccination'],
    ['many doses (P18)', dose({ dn: 12, sd: 12 }), 'vaccination'],
    ['no birth date (P17)', { ...base(), dob: '' }, 'vaccination'],
    ['a year of birth (P17)', { ...base(), dob: '1950' }, 'vaccination'],
    ['a month of birth (P17)', { ...base(), dob: '2014-09' }, 'vaccination'],
    ['a family name only (P17)', names({ fn: 'Ánh', fnt: 'ANH' }), 'vaccination'],
    ['a given name only (P17)', names({ gn: 'Ánh', gnt: 'ANH' }), 'vaccination'],
    ['members of its own (P19)', { ...base(), meta: { any: 1 } }, 'vaccination'],
    ['an organisation as country', dose({ co: 'UNHCR' }), 'vaccination'],
    ['a sample time with a short offset', test({ sc: '2021-06-11T17:30:00+02' }), 'test'],
    ['a sample time with a fraction', test({ sc: '2021-06-11T17:30:00.123+07:00' }), 'test'],
    [
      'an event in the year of birth',
      { ...dose({ dt: '2014-01-01' }), dob: '2014' },
      'vaccination',
    ],
  ])('%s', (_, payload, type) => {
    expect(checkPayload(payload as JsonValue)).toEqual({
      payload,
      type,
      issues: [],
      tolerances: [],
    })
  })
})

describe('checkPayload refuses, in every profile', () => {
  it.each<[string, unknown, string]>([
    ['what is no object', [], ' type'],
    ['no event (P16)', eventless(), ' one-group'],
    ['two types of event (P16)', { ...base(), ...test() }, ' one-group'],
    ['no entry', { ...base(), v: [] }, 'v one-entry'],
    ['two entries (P16)', { ...base(), v: [{}, {}] }, 'v one-entry'],
    ['a group that is no list', { ...base(), v: {} }, 'v type'],
    ['an entry that is text', { ...base(), v: ['x'] }, 'v.0 type'],
    ['no version', { ...base(), ver: undefined }, 'ver missing'],
    ['a version of two numbers', { ...base(), ver: '1.3' }, 'ver pattern'],
    ['no birth date', { ...base(), dob: undefined }, 'dob missing'],
    ['a birth in 1809', { ...base(), dob: '1809-02-28' }, 'dob date'],
    ['a birth in 2100', { ...base(), dob: '2100-01-01' }, 'dob date'],
    ['a birth date with slashes', { ...base(), dob: '1990/01/01' }, 'dob date'],
    ['no names', names(undefined), 'nam missing'],
    ['names that are text', names('ANH'), 'nam type'],
    ['no standardised name (P17)', names({ fn: 'Ánh' }), 'nam.fnt missing'],
    ['a name of 81 characters', names({ fn: 'Ơ'.repeat(81), fnt: 'O' }), 'nam.fn length'],
    ['a standardised name of 81', names({ fnt: 'O'.repeat(81) }), 'nam.fnt length'],
    ['a name that is a number', names({ fnt: 1 }), 'nam.fnt type'],
    ['no dose number', dose({ dn: undefined }), 'v.0.dn missing'],
    ['dose zero (P18)', dose({ dn: 0 }), 'v.0.dn range'],
    ['a negative dose', dose({ dn: -1 }), 'v.0.dn range'],
    ['half a dose', dose({ sd: 1.5 }), 'v.0.sd type'],
    ['a dose number in text', dose({ dn: '2' }), 'v.0.dn type'],
    ['no product', dose({ mp: undefined }), 'v.0.mp missing'],
    ['a country in lower case', dose({ co: 'vn' }), 'v.0.co pattern'],
    ['an issuer of 81 characters', dose({ is: 'B'.repeat(81) }), 'v.0.is length'],
    ['a dose before birth', dose({ dt: '2014-09-01' }), 'v.0.dt event-before-birth'],
    ['a test before birth', { ...test(), dob: '2023' }, 't.0.sc event-before-birth'],
    ['no test result', test({ tr: undefined }), 't.0.tr missing'],
    ['no end of recovery', recovery({ du: undefined }), 'r.0.du missing'],
  ])('%s', (_, payload, rule) => {
    expect(rulesOf(payload)).toContain(rule)
    expect(rulesOf(payload, payloadTolerances)).toContain(rule)
    expect(checkPayload(payload as JsonValue)).not.toHaveProperty('payload')
  })

  it('every fault at once', () => {
    expect(rulesOf({ v: [{}] })).toHaveLength(3 + 10)
  })
})

describe('checkPayload grants only when asked', () => {
  const float = (value: number): CborValue => new CborFloat(value)
  const date = (text: string): CborValue => new CborTag(0, text)
  const inDose = (key: string, value: CborValue) => {
    const map = cborOf(base() as JsonValue) as Map<string, CborValue>
    const entry = (map.get('v') as readonly Map<string, CborValue>[])[0]
    entry?.set(key, value)
    return map
  }
  const inTest = (key: string, value: CborValue) => {
    const map = cborOf(test()) as Map<string, CborValue>
    const entry = (map.get('t') as readonly Map<string, CborValue>[])[0]
    entry?.set(key, value)
    return map
  }
  const atRoot = (payload: Loose, key: string, value: CborValue) =>
    (cborOf(payload as JsonValue) as Map<string, CborValue>).set(key, value)

  it.each<[string, string, Map<string, CborValue>]>([
    ['null groups (P16)', 'null-members', atRoot(base(), 't', null)],
    ['undefined groups', 'null-members', atRoot(base(), 'r', undefined)],
    ['a null test name', 'null-members', inTest('nm', null)],
    ['blanks around a product (P19)', 'surrounding-blanks', inDose('mp', 'EU/1/20/1528 ')],
    ['a tagged date (P19)', 'tagged-dates', inTest('sc', date('2022-01-02T03:04:05Z'))],
    ['a whole float (P18)', 'whole-floats', inDose('dn', float(2))],
    [
      'a time behind a birth date (P17)',
      'loose-dates',
      atRoot(base(), 'dob', '2014-09-02T00:00:00'),
    ],
    ['a month 00 of birth', 'loose-dates', atRoot(base(), 'dob', '1963-00')],
    ['a time behind a day', 'loose-dates', inDose('dt', '2022-05-20T00:00:00Z')],
    ['a day that does not exist', 'loose-dates', inDose('dt', '2022-02-30')],
    ['a sample time without offset', 'loose-dates', inTest('sc', '2022-01-02T03:04:05')],
    ['a sample day without time', 'loose-dates', inTest('sc', '2022-01-02')],
  ])('%s: %s', (_, tolerance, map) => {
    expect(readPayload(map, [tolerance])).toMatchObject({ breaches: [], tolerances: [tolerance] })
    const others = payloadTolerances.filter((one) => one !== tolerance)
    expect(readPayload(map, others).breaches[0]?.rule).toBe(tolerance)
  })

  it('odd characters in a standardised name', () => {
    const payload = names({ fnt: 'D’ANH' }) as JsonValue
    expect(checkPayload(payload, { tolerances: ['loose-standard-names'] }).issues).toEqual([])
    expect(rulesOf(payload)).toEqual(['nam.fnt loose-standard-names'])
  })

  it('and reads the values as they were meant', () => {
    const map = inDose('dn', float(2))
    const entry = (map.get('v') as readonly Map<string, CborValue>[])[0]
    entry?.set('mp', ' EU/1/20/1528 ').set('nm', null)
    map.set('t', null)
    expect(readPayload(map, payloadTolerances).payload).toEqual(base())
  })

  it('but not a float that is no whole number', () => {
    expect(readPayload(inDose('dn', float(1.5)), payloadTolerances).breaches).toHaveLength(1)
  })
})

describe('checkCodes', () => {
  const payload = base() as unknown as HealthCertificatePayload

  it('finds the codes that the value sets lack, and looks up nothing else', () => {
    expect(checkCodes(payload, { codes: { mp: ['EU/1/20/1528'], tt: [] } })).toEqual([])
    const issues = checkCodes(payload, { codes: { mp: [], vaccineMa: ['x'], testMa: [] } })
    expect(issues.map(({ path }) => path)).toEqual([
      ['v', 0, 'mp'],
      ['v', 0, 'ma'],
    ])
  })
})
