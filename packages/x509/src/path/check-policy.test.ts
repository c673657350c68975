import { describe, expect, test } from 'vitest'
import { extension, integer, nameOf, oid, sequence } from '../certificate/forge.fixture.js'
import { extensionOids } from '../certificate/oids.js'
import { readCertificate } from '../certificate/read-certificate.js'
import {
  authorityExtensions,
  issuing,
  issuingKey,
  leaf,
  leafExtensions,
  open,
  root,
  rootKey,
  verify,
} from './chain.fixture.js'
import { inhibitAnyPolicy, policies, policyConstraints, policyMappings } from './policy.fixture.js'
import type { PolicyDemand } from './policy-demand.js'
import { anyPolicy } from './policy-graph.js'
import { judgePolicies } from './check-policy.js'

const one = '1.2.3.1'
const two = '1.2.3.2'
const three = '1.2.3.3'

type Extensions = readonly Uint8Array[]

/** A path of an anchor, one authority, perhaps a self-issued one below it, and a leaf. */
async function report(parts: {
  readonly anchor?: Extensions
  readonly authority: Extensions
  readonly selfIssued?: Extensions
  readonly leaf: Extensions
  readonly demand?: PolicyDemand
}) {
  const own = {
    issuer: nameOf('TEST issuing'),
    serial: integer(4),
    extensions: [...authorityExtensions, ...(parts.selfIssued ?? [])],
  }
  // The self-issued certificate is for another key, so that it lies between the two.
  const below =
    parts.selfIssued === undefined ? [] : [issuing({ ...own, key: rootKey }, issuingKey)]
  return verify({
    anchors: [
      { certificate: root({ extensions: [...authorityExtensions, ...(parts.anchor ?? [])] }) },
    ],
    intermediates: [
      issuing({ extensions: [...authorityExtensions, ...parts.authority] }),
      ...below,
    ],
    leaf: leaf(
      { extensions: [...leafExtensions, ...parts.leaf] },
      parts.selfIssued === undefined ? issuingKey : rootKey,
    ),
    ...(parts.demand === undefined ? {} : { policy: parts.demand }),
  })
}

const explicit: PolicyDemand = { explicit: true }
const none = 'path.policy no-acceptable-policy certificate[0]'

describe('path.policy', () => {
  test('is skipped when nobody demands a policy and there is none, and says so', async () => {
    const found = await report({ authority: [], leaf: [] })
    expect(found.verdict).toBe('valid')
    expect(found.policies).toEqual([])
    expect(found.checks.find((check) => check.id === 'path.policy')).toMatchObject({
      status: 'skipped',
      reason: 'not-demanded',
    })
  })

  type Row = readonly [string, Parameters<typeof report>[0], readonly string[], readonly string[]]
  const rows: readonly Row[] = [
    ['one policy all the way', { authority: [policies(one)], leaf: [policies(one)] }, [], [one]],
    ['two ways', { authority: [policies(one, two)], leaf: [policies(two, one)] }, [], [one, two]],
    ['one of two above', { authority: [policies(one, two)], leaf: [policies(one)] }, [], [one]],
    [
      'another policy below, undemanded',
      { authority: [policies(one)], leaf: [policies(two)] },
      [],
      [],
    ],
    [
      'another policy below, demanded',
      { authority: [policies(one)], leaf: [policies(two)], demand: explicit },
      [none],
      [],
    ],
    [
      'no policy in the authority, demanded',
      { authority: [], leaf: [policies(one)], demand: explicit },
      ['path.policy no-acceptable-policy certificate[1]'],
      [],
    ],
    [
      'a policy that is acceptable',
      {
        authority: [policies(one)],
        leaf: [policies(one)],
        demand: { ...explicit, acceptable: [one] },
      },
      [],
      [one],
    ],
    [
      'none that is acceptable',
      {
        authority: [policies(one)],
        leaf: [policies(one)],
        demand: { ...explicit, acceptable: [two] },
      },
      [none],
      [],
    ],
    [
      'none that is acceptable, undemanded',
      { authority: [policies(one)], leaf: [policies(one)], demand: { acceptable: [two] } },
      [],
      [],
    ],
    [
      'any policy above, one below',
      { authority: [policies(anyPolicy)], leaf: [policies(one)], demand: explicit },
      [],
      [one],
    ],
    [
      'one above, any below',
      { authority: [policies(one)], leaf: [policies(anyPolicy)], demand: explicit },
      [],
      [one],
    ],
    [
      'any all the way',
      { authority: [policies(anyPolicy)], leaf: [policies(anyPolicy)], demand: explicit },
      [],
      [anyPolicy],
    ],
    [
      'any all the way, for two that are acceptable',
      {
        authority: [policies(anyPolicy)],
        leaf: [policies(anyPolicy)],
        demand: { ...explicit, acceptable: [two, one] },
      },
      [],
      [one, two],
    ],
    [
      'any policy inhibited by the caller',
      {
        authority: [policies(anyPolicy)],
        leaf: [policies(one)],
        demand: { ...explicit, inhibitAny: true },
      },
      ['path.policy no-acceptable-policy certificate[1]'],
      [],
    ],
    [
      'any policy inhibited by the authority',
      {
        authority: [policies(one), inhibitAnyPolicy(0)],
        leaf: [policies(anyPolicy)],
        demand: explicit,
      },
      [none],
      [],
    ],
    [
      'any policy inhibited one certificate further down',
      {
        authority: [policies(one), inhibitAnyPolicy(1)],
        leaf: [policies(anyPolicy)],
        demand: explicit,
      },
      [],
      [one],
    ],
    [
      'any policy in a self-issued authority, which is exempt',
      {
        authority: [policies(one), inhibitAnyPolicy(0)],
        selfIssued: [policies(anyPolicy)],
        leaf: [policies(one)],
        demand: explicit,
      },
      [],
      [one],
    ],
    [
      'a self-issued authority, which does not count',
      {
        authority: [policies(one), inhibitAnyPolicy(1)],
        selfIssued: [policies(one)],
        leaf: [policies(anyPolicy)],
        demand: explicit,
      },
      [],
      [one],
    ],
    [
      'a policy that the authority demands at once',
      { authority: [policyConstraints(0)], leaf: [] },
      ['path.policy no-acceptable-policy certificate[0]'],
      [],
    ],
    [
      'a policy that the authority demands after the leaf',
      { authority: [policyConstraints(2)], leaf: [] },
      [],
      [],
    ],
    [
      'a policy that the authority demands at the very end',
      { authority: [policyConstraints(1)], leaf: [] },
      [none],
      [],
    ],
    ['a policy that the leaf demands', { authority: [], leaf: [policyConstraints(0)] }, [none], []],
    ['what the leaf demands of others', { authority: [], leaf: [policyConstraints(1)] }, [], []],
    [
      'a policy that the anchor demands',
      { anchor: [policyConstraints(0)], authority: [], leaf: [] },
      ['path.policy no-acceptable-policy certificate[1]'],
      [],
    ],
    [
      'a policy that the anchor does not have',
      {
        anchor: [policies(two)],
        authority: [policies(one)],
        leaf: [policies(one)],
        demand: explicit,
      },
      ['path.policy no-acceptable-policy certificate[1]'],
      [],
    ],
    [
      'a policy that the anchor has',
      {
        anchor: [policies(one)],
        authority: [policies(anyPolicy)],
        leaf: [policies(one)],
        demand: explicit,
      },
      [],
      [one],
    ],
    [
      'an anchor of any policy',
      {
        anchor: [policies(anyPolicy)],
        authority: [policies(one)],
        leaf: [policies(one)],
        demand: explicit,
      },
      [],
      [one],
    ],
    [
      'a mapped policy, named in the words of the authority',
      {
        authority: [policies(one), policyMappings([one, two])],
        leaf: [policies(two)],
        demand: { ...explicit, acceptable: [one] },
      },
      [],
      [one],
    ],
    [
      'a policy that was mapped away',
      {
        authority: [policies(one), policyMappings([one, two])],
        leaf: [policies(one)],
        demand: explicit,
      },
      [none],
      [],
    ],
    [
      'one policy mapped to two, and two to one',
      {
        authority: [policies(one, two), policyMappings([one, two], [one, three], [two, three])],
        leaf: [policies(three)],
        demand: explicit,
      },
      [],
      [one, two],
    ],
    [
      'a mapping of a policy that any-policy stands for',
      {
        authority: [policies(anyPolicy), policyMappings([one, two])],
        leaf: [policies(two)],
        demand: { ...explicit, acceptable: [one] },
      },
      [],
      [one],
    ],
    [
      'a mapping of a policy that nobody has',
      {
        authority: [policies(one), policyMappings([two, three])],
        leaf: [policies(three)],
        demand: explicit,
      },
      [none],
      [],
    ],
    [
      'a mapping that the caller inhibits',
      {
        authority: [policies(one), policyMappings([one, two])],
        leaf: [policies(two)],
        demand: { ...explicit, inhibitMapping: true },
      },
      [none],
      [],
    ],
    [
      'a mapping that the anchor inhibits',
      {
        anchor: [policyConstraints(undefined, 0)],
        authority: [policies(one), policyMappings([one, two])],
        leaf: [policies(two)],
        demand: explicit,
      },
      [none],
      [],
    ],
    [
      'a mapping from any policy',
      { authority: [policies(anyPolicy), policyMappings([anyPolicy, two])], leaf: [policies(two)] },
      ['path.policy any-policy-mapped certificate[1]'],
      [],
    ],
    [
      'a mapping to any policy',
      { authority: [policies(one), policyMappings([one, anyPolicy])], leaf: [policies(two)] },
      ['path.policy any-policy-mapped certificate[1]'],
      [],
    ],
    [
      'a constraint that is not critical, without a demand',
      { authority: [policies(one), policyConstraints(0, 0, false)], leaf: [policies(one)] },
      ['path.policy constraint-not-critical certificate[1]'],
      [],
    ],
    [
      'the same in the anchor',
      { anchor: [inhibitAnyPolicy(0, false)], authority: [], leaf: [] },
      ['path.policy constraint-not-critical certificate[2]'],
      [],
    ],
    [
      'the same with a demand: it is processed',
      {
        authority: [policies(one), policyConstraints(0, 0, false)],
        leaf: [policies(one)],
        demand: {},
      },
      [],
      [one],
    ],
  ]
  test.each(rows)('%s', async (_, parts, refusals, left) => {
    const found = await report(parts)
    expect(open(found)).toEqual(refusals)
    expect(found.policies).toEqual(left)
  })

  test('an anchor that is but a name and a key demands nothing', async () => {
    const certificate = root({ extensions: [...authorityExtensions, policyConstraints(0)] })
    const found = await verify({ anchors: [{ certificate, as: 'name-and-key' }] })
    expect(found.verdict).toBe('valid')
  })

  test('mappings beyond the budget are unknown', async () => {
    const many = Array.from({ length: 70 }, (_, index) => `1.2.${index}`)
    const crossed = policyMappings(
      ...many.flatMap((from) => many.map((to) => [from, to] as const)).slice(0, 4500),
    )
    const found = await report({
      authority: [policies(...many), crossed],
      selfIssued: [policies(...many), crossed],
      leaf: [policies(...many)],
      demand: explicit,
    })
    expect(found.verdict).toBe('indeterminate')
    expect(open(found)).toEqual(['path.policy budget-exhausted certificate[0]'])
  })

  test.each([
    ['mappings that are empty', extension(extensionOids.policyMappings, sequence(), true)],
    [
      'a mapping of three',
      extension(extensionOids.policyMappings, sequence(sequence(oid(one), oid(two), oid(three)))),
    ],
    ['a negative skip', extension(extensionOids.inhibitAnyPolicy, integer(0xff), true)],
    ['constraints of nothing', extension(extensionOids.policyConstraints, sequence(), true)],
  ])('a certificate with %s cannot be read', (_, broken) => {
    expect(() => readCertificate(issuing({ extensions: [broken] }))).toThrow()
  })
})

test('judgePolicies of no certificates finds nothing', () => {
  expect(judgePolicies([], undefined)).toEqual({ refusal: undefined, policies: [] })
})
