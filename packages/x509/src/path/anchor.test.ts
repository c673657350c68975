import { describe, expect, test } from 'vitest'
import {
  bytes,
  extendedKeyUsage,
  keyUsage,
  nameOf,
  oid,
  sequence,
  testRsaKey,
  timeOf,
} from '../certificate/forge.fixture.js'
import type { NameConstraints } from '../certificate/extension-values.js'
import { extendedKeyUsageOids } from '../certificate/oids.js'
import { readCertificate } from '../certificate/read-certificate.js'
import type { Anchor } from './anchor.js'
import {
  at,
  authorityExtensions,
  issuing,
  leaf,
  leafExtensions,
  open,
  root,
  rootKey,
  verify,
} from './chain.fixture.js'
import { policies } from './policy.fixture.js'
import { any } from './purpose.js'
import type { PathQuery } from './verify-path.js'

const instant = (text: string) => timeOf(new Date(text))

describe('anchor constraints', () => {
  const constrained = (constraints: Anchor['constraints']) => ({
    anchors: [{ certificate: root(), ...(constraints === undefined ? {} : { constraints }) }],
  })
  test.each([
    ['the country of the leaf', { country: 'vn' }, []],
    ['another country', { country: 'LA' }, ['country-not-allowed']],
    ['an instant not yet past', { notAfter: at }, []],
    ['an instant that is past', { notAfter: new Date(at.getTime() - 1) }, ['anchor-expired']],
    ['a date that is none', { notAfter: new Date(Number.NaN) }, ['anchor-expired']],
    ['the usage asked for', { extendedKeyUsage: [extendedKeyUsageOids.documentSigning] }, []],
    ['another usage', { extendedKeyUsage: ['1.2.3'] }, ['usage-not-allowed']],
    ['no usage at all', { extendedKeyUsage: [] }, ['usage-not-allowed']],
  ] satisfies readonly (readonly [string, Anchor['constraints'], readonly string[]])[])(
    '%s',
    async (_, constraints, reasons) => {
      expect(open(await verify(constrained(constraints)))).toEqual(
        reasons.map((reason) => `path.anchor-constraints ${reason} certificate[2]`),
      )
    },
  )

  test('an anchor for one usage does not vouch for another that the leaf has as well', async () => {
    const both = leaf({
      extensions: [
        keyUsage('digitalSignature'),
        extendedKeyUsage(extendedKeyUsageOids.documentSigning, '1.2.3'),
      ],
    })
    const query = { ...constrained({ extendedKeyUsage: ['1.2.3'] }), leaf: both }
    expect((await verify(query)).verdict).toBe('invalid')
    expect((await verify({ ...query, purpose: any })).verdict).toBe('valid')
  })
})

describe('policies that an anchor may vouch for', () => {
  const [high, low, other] = ['1.2.3.1', '1.2.3.2', '1.2.3.9']
  const judge = (vouched: readonly string[], held: Uint8Array, more: Partial<PathQuery> = {}) =>
    verify({
      anchors: [{ certificate: root(), constraints: { policies: vouched } }],
      intermediates: [issuing({ extensions: [...authorityExtensions, held] })],
      leaf: leaf({ extensions: [...leafExtensions, held] }),
      ...more,
    })
  const refused = ['path.anchor-constraints policy-not-allowed certificate[2]']

  test.each([
    ['the one of the path', [high], policies(high, low), [high], []],
    ['both, in order', [low, high], policies(high, low), [high, low], []],
    ['another', [other], policies(high), [], refused],
    ['none', [], policies(high), [], refused],
    ['one of any', [high], policies('2.5.29.32.0'), [high], []],
  ])('%s', async (_, vouched, held, expected, reasons) => {
    const report = await judge(vouched, held)
    expect([open(report), report.policies]).toEqual([reasons, expected])
  })

  test('a path without policies is for none of them', async () => {
    const bare = { intermediates: [issuing()], leaf: leaf() }
    expect(open(await judge([high], policies(high), bare))).toEqual(refused)
  })

  test('what the caller accepts and what the anchor may vouch for have to meet', async () => {
    const accepted = (policy: string) =>
      judge([high], policies(high, low), { policy: { acceptable: [policy], explicit: true } })
    expect((await accepted(high)).verdict).toBe('valid')
    expect(open(await accepted(low))).toEqual(refused)
  })
})

describe('names below an anchor', () => {
  const home = readCertificate(issuing()).subject
  const only = (nameConstraints: Partial<NameConstraints>) => ({
    anchors: [{ certificate: root(), constraints: { nameConstraints } }] as const,
  })
  const refused = (reason: string, ...at: readonly number[]) =>
    at.map((index) => `path.name-constraints ${reason} certificate[${index}]`)

  test.each([
    [
      'permitted to the issuing authority alone',
      { permitted: [{ type: 'directory', value: home }] },
      refused('name-not-permitted', 0),
    ],
    [
      'excluded for the issuing authority',
      { excluded: [{ type: 'directory', value: home }] },
      refused('name-excluded', 1),
    ],
    ['of a form that nobody has', { permitted: [{ type: 'dns', value: 'a.vn' }] }, []],
    ['without constraints', {}, []],
  ] satisfies readonly (readonly [string, Parameters<typeof only>[0], readonly string[]])[])(
    '%s',
    async (_, constraints, expected) => {
      expect(open(await verify(only(constraints)))).toEqual(expected)
    },
  )

  test('count below an anchor that is but a name and a key', async () => {
    const [anchor] = only({ excluded: [{ type: 'directory', value: home }] }).anchors
    const report = await verify({ anchors: [{ ...anchor, as: 'name-and-key' }] })
    expect(open(report)).toEqual(refused('name-excluded', 1))
  })

  test('say nothing of the anchor’s own name', async () => {
    const own = readCertificate(root()).subject
    const report = await verify(only({ excluded: [{ type: 'directory', value: own }] }))
    expect(report.verdict).toBe('valid')
  })
})

describe('an anchor that is but a name and a key', () => {
  const expired = {
    notAfter: instant('2022-06-14T23:59:59Z'),
    version: bytes(),
    extensions: [],
    innerAlgorithm: sequence(oid('1.2.840.10045.4.1')),
    hash: 'sha1',
  }
  const bare = (fields: Parameters<typeof root>[0]): Partial<PathQuery> => ({
    anchors: [{ certificate: root(fields), as: 'name-and-key' }],
  })

  test('stands in nobody’s way by its dates, its version or what it may do', async () => {
    const found = await verify(bare(expired))
    expect([found.verdict, open(found)]).toEqual(['valid', []])
    const left = found.checks.filter((check) => check.reason === 'name-and-key')
    expect(left.every(({ subject }) => subject === 'certificate[2]')).toBe(true)
    expect(left.map(({ id }) => id)).toEqual([
      'path.version',
      'path.validity',
      'path.critical-extensions',
      'path.basic-constraints',
      'path.path-length',
      'path.key-usage',
    ])
    expect((await verify({ anchors: [{ certificate: root(expired) }] })).verdict).toBe('invalid')
  })

  test('vouches for a leaf right below it', async () => {
    const query = { leaf: leaf({ issuer: nameOf('TEST root') }, rootKey), intermediates: [] }
    expect((await verify({ ...query, ...bare(expired), purpose: any })).verdict).toBe('valid')
  })

  test('has a key that is on the allow-list, and its own constraints', async () => {
    const short = testRsaKey(1024)
    const weak = bare({ key: short })
    expect(open(await verify(weak))).toContain('path.algorithm key-too-short certificate[2]')
    const [anchor] = bare({}).anchors ?? []
    const anchors = anchor === undefined ? [] : [{ ...anchor, constraints: { country: 'LA' } }]
    expect(open(await verify({ anchors }))).toEqual([
      'path.anchor-constraints country-not-allowed certificate[2]',
    ])
  })
})
