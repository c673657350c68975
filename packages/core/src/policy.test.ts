import { webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseCivilDate } from './civil-date.js'
import { systemCrypto, webCryptoProvider } from './crypto/index.js'
import {
  hashPolicy,
  inForce,
  lintPolicyHead,
  parsePolicyHead,
  type PolicyHead,
  selectPolicy,
} from './policy.js'
import { hasCode, type SdkError } from './sdk-error.js'

const format = 'example-policy/1'
const head = {
  format,
  id: 'vn/example',
  version: '1.0.0',
  effective: { from: '2022-04-14', to: null },
  published: '2022-04-01',
  sources: [
    {
      id: 'S1',
      number: '3405/BYT-DP',
      date: '2022-06-27',
      issuer: 'Bộ Y tế',
      url: 'https://example.vn',
      confidence: 'text',
    },
  ],
  assumptions: [{ id: 'A1', says: { vi: 'Giả định.', en: 'Assumed.' } }],
}

/** The head with one member replaced, or taken out. */
const but = (member: Record<string, unknown>): unknown => ({ ...head, ...member })
const source = (member: Record<string, unknown>) =>
  but({ sources: [{ ...head.sources[0], ...member }] })
const assumption = (member: Record<string, unknown>) =>
  but({ assumptions: [{ ...head.assumptions[0], ...member }] })

function errorOf(run: () => unknown): SdkError | undefined {
  try {
    run()
  } catch (caught) {
    return caught as SdkError
  }
  return undefined
}

describe('lintPolicyHead', () => {
  it.each([
    ['the whole head', head],
    ['an end', but({ effective: { from: '2022-04-14', to: '2022-04-14' } })],
    ['what it supersedes', but({ supersedes: 'vn/example@0.9.0' })],
    [
      'a source with what is needed only',
      but({ sources: [{ id: 'S', number: '1', confidence: 'inferred' }] }),
    ],
    ['no assumptions', but({ assumptions: [] })],
    ['a body', but({ doses: [] })],
  ])('takes %s', (_, document) => {
    expect(lintPolicyHead(document, format)).toEqual([])
    expect(parsePolicyHead(document, format)).toBe(document)
  })

  it.each<[string, unknown, string]>([
    ['nothing', undefined, ''],
    ['a list', [], ''],
    ['a text', 'policy', ''],
    ['another format', but({ format: 'example-policy/2' }), 'format'],
    ['no id', but({ id: undefined }), 'id'],
    ['an empty id', but({ id: '' }), 'id'],
    ['a version that is a number', but({ version: 1 }), 'version'],
    ['no day of publication', but({ published: '2022-04' }), 'published'],
    ['an empty supersedes', but({ supersedes: '' }), 'supersedes'],
    ['no effect', but({ effective: undefined }), 'effective.from effective.to'],
    ['no first day', but({ effective: { to: null } }), 'effective.from'],
    ['no word of the last day', but({ effective: { from: '2022-04-14' } }), 'effective.to'],
    [
      'an end before the beginning',
      but({ effective: { from: '2022-04-14', to: '2022-04-13' } }),
      'effective.to',
    ],
    ['no sources', but({ sources: [] }), 'sources'],
    ['sources that are no list', but({ sources: {} }), 'sources'],
    ['a source that is a text', but({ sources: ['3405/BYT-DP'] }), 'sources.0.id'],
    ['a source without id', source({ id: undefined }), 'sources.0.id'],
    ['a source twice', but({ sources: [head.sources[0], head.sources[0]] }), 'sources.1.id'],
    ['a source without number', source({ number: '' }), 'sources.0.number'],
    ['a source of no day', source({ date: '27/06/2022' }), 'sources.0.date'],
    ['a source of no issuer', source({ issuer: '' }), 'sources.0.issuer'],
    ['a source at no address', source({ url: 7 }), 'sources.0.url'],
    ['a source of unknown confidence', source({ confidence: 'sure' }), 'sources.0.confidence'],
    ['a confidence in a list', source({ confidence: ['text'] }), 'sources.0.confidence'],
    [
      'a confidence that cannot be written as text',
      source({ confidence: { toString: 'text' } }),
      'sources.0.confidence',
    ],
    ['no word of assumptions', but({ assumptions: undefined }), 'assumptions'],
    [
      'an assumption that is a text',
      but({ assumptions: ['x'] }),
      'assumptions.0.id assumptions.0.says',
    ],
    ['an assumption without id', assumption({ id: '' }), 'assumptions.0.id'],
    [
      'an assumption twice',
      but({ assumptions: [head.assumptions[0], head.assumptions[0]] }),
      'assumptions.1.id',
    ],
    [
      'an assumption in one language',
      assumption({ says: { vi: 'Giả định.' } }),
      'assumptions.0.says',
    ],
    ['an assumption in the other', assumption({ says: { en: 'Assumed.' } }), 'assumptions.0.says'],
  ])('refuses %s, and says where', (_, document, where) => {
    const issues = lintPolicyHead(document, format)
    expect(issues.map(({ path }) => path.join('.')).join(' ')).toBe(where)
    expect(issues.length).toBeGreaterThan(0)
    const error = errorOf(() => parsePolicyHead(document, format))
    expect(hasCode(error, 'policy.head') && error.issues).toEqual(issues)
  })
})

function version(from: string, to: string | null, published = '2020-01-01'): PolicyHead {
  return parsePolicyHead(but({ effective: { from, to }, published }), format)
}

describe('inForce', () => {
  it.each([
    ['the day before', '2022-04-13', false],
    ['the first day', '2022-04-14', true],
    ['the last day', '2022-05-14', true],
    ['the day after', '2022-05-15', false],
  ])('on %s', (_, on, yes) => {
    expect(inForce(version('2022-04-14', '2022-05-14'), parseCivilDate(on))).toBe(yes)
  })

  it('until replaced, when there is no end', () => {
    expect(inForce(version('2022-04-14', null), parseCivilDate('2600-12-31'))).toBe(true)
  })
})

describe('selectPolicy', () => {
  const old = version('2021-01-01', '2021-12-31', '2020-12-01')
  const recent = version('2022-01-01', null, '2022-02-01')
  const on = parseCivilDate

  it.each([
    ['the first version', '2021-12-31', undefined, old],
    ['the second, the day after', '2022-01-01', undefined, recent],
    ['the one that was known by then', '2022-03-01', '2022-02-01', recent],
  ])('gives %s', (_, day, asOf, expected) => {
    const known = asOf === undefined ? undefined : on(asOf)
    expect(selectPolicy([old, recent], on(day), known)).toBe(expected)
  })

  it.each([
    ['none yet', '2020-12-31', undefined, 'policy.none-in-force'],
    ['none that was known by then', '2022-01-15', '2022-01-15', 'policy.none-in-force'],
  ])('refuses a day with %s', (_, day, asOf, code) => {
    const known = asOf === undefined ? undefined : on(asOf)
    expect(
      hasCode(
        errorOf(() => selectPolicy([old, recent], on(day), known)),
        code,
      ),
    ).toBe(true)
  })

  it('gives the one that replaces the others, which stay as they were', () => {
    const [first, second, third] = ['1', '2', '3'].map((number) => ({
      ...version('2022-01-01', null, `2022-0${number}-01`),
      version: number,
      ...(number === '1' ? {} : { supersedes: `${head.id}@${Number(number) - 1}` }),
    }))
    const all = [third, first, second].filter((one) => one !== undefined)
    expect(selectPolicy(all, on('2022-06-01'))).toBe(third)
    expect(selectPolicy(all, on('2022-06-01'), on('2022-02-15'))).toBe(second)
    expect(selectPolicy(all, on('2022-06-01'), on('2022-01-15'))).toBe(first)
  })

  it('does not let a version that is not yet in force replace one', () => {
    const next = { ...version('2022-07-01', null), version: '2', supersedes: `${head.id}@1.0.0` }
    expect(selectPolicy([recent, next], on('2022-06-30'))).toBe(recent)
    expect(selectPolicy([recent, next], on('2022-07-01'))).toBe(next)
  })

  it('refuses to choose between two', () => {
    const error = errorOf(() => selectPolicy([recent, recent], on('2022-06-01')))
    expect(hasCode(error, 'policy.overlap')).toBe(true)
  })
})

describe('hashPolicy', () => {
  it('sees the content and not the order of keys, in Node and in WebCrypto', async () => {
    const policy = version('2022-04-14', null)
    const turned = Object.fromEntries(Object.entries(policy).reverse()) as unknown as PolicyHead
    const hash = hashPolicy(policy, systemCrypto)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(hashPolicy(turned, systemCrypto)).toBe(hash)
    expect(hashPolicy({ ...policy, version: '1.0.1' }, systemCrypto)).not.toBe(hash)
    expect(await hashPolicy(policy, webCryptoProvider(webcrypto.subtle))).toBe(hash)
  })
})
