/** Policies that are demanded and not there, or not to be counted. */
import { extensionOids } from '@tiemchung/x509'
import {
  extension,
  inhibitAnyPolicy,
  oid,
  policies,
  policyConstraints,
  policyMappings,
  sequence,
  tlv,
} from '../der.js'
import {
  anchorOf,
  casePolicy,
  type CasePlan,
  leafOf,
  otherPolicy,
  type Shape,
  sure,
} from '../plan.js'
import {
  authorityOf,
  belowAnchor,
  drop,
  type Fault,
  harmless,
  middleOf,
  put,
  wrong,
} from './fault.js'

const {
  certificatePolicies,
  inhibitAnyPolicy: inhibitOid,
  policyMappings: mappingsOid,
} = extensionOids
const constraintsOid = extensionOids.policyConstraints
const anyPolicy = '2.5.29.32.0'
const demanded: Partial<Shape> = { policy: true }
const free: Partial<Shape> = { policy: false }
const deep = (policy: boolean): Partial<Shape> => ({ policy, intermediates: 2 })
const leaf = (plan: CasePlan) => leafOf(plan)
const anchor = (plan: CasePlan) => anchorOf(plan)
const at = (index: number) => (plan: CasePlan) => sure(plan.chain[index])

const qualified = (type: string, critical: boolean): Uint8Array =>
  extension(
    certificatePolicies,
    sequence(sequence(oid(casePolicy), sequence(sequence(oid(type), tlv(0x16))))),
    critical,
  )

/** Each certificate names these, from the leaf upwards. */
const named =
  (...lists: readonly (readonly string[])[]): Fault['change'] =>
  ({ chain }) => {
    lists.forEach((list, index) => {
      chain[index]?.extensions.set(certificatePolicies, policies(...list))
    })
  }

const both =
  (...changes: readonly Fault['change'][]): Fault['change'] =>
  (plan, draw) => {
    for (const change of changes) change(plan, draw)
  }

const missing: readonly Fault[] = [
  wrong('policy-missing', drop(belowAnchor, certificatePolicies), demanded),
  wrong(
    'policy-of-another',
    put(leaf, certificatePolicies, () => policies(otherPolicy)),
    demanded,
  ),
  wrong(
    'policy-required-by-an-authority',
    both(
      ({ chain }) => {
        for (const one of chain) one.extensions.delete(certificatePolicies)
      },
      put(middleOf, constraintsOid, () => policyConstraints(0)),
    ),
    deep(false),
  ),
  harmless(
    'policy-required-later-than-the-path-ends',
    put(middleOf, constraintsOid, () => policyConstraints(9)),
    deep(false),
  ),
  wrong(
    'policy-required-by-the-anchor',
    both(
      ({ chain }) => {
        for (const one of chain) one.extensions.delete(certificatePolicies)
      },
      put(anchor, constraintsOid, () => policyConstraints(0)),
    ),
    free,
  ),
]

const any: readonly Fault[] = [
  harmless('any-policy-everywhere', named([anyPolicy], [anyPolicy], [anyPolicy]), deep(true)),
  wrong(
    'any-policy-inhibited-by-demand',
    (plan, draw) => {
      named([casePolicy], [anyPolicy], [anyPolicy])(plan, draw)
      plan.policy = { ...plan.policy, inhibitAny: true }
    },
    deep(true),
  ),
  wrong(
    'any-policy-inhibited-by-an-authority',
    both(
      named([casePolicy], [anyPolicy], [casePolicy]),
      put(at(2), inhibitOid, () => inhibitAnyPolicy(0)),
    ),
    deep(true),
  ),
  harmless(
    'any-policy-inhibited-further-down',
    both(
      named([casePolicy], [anyPolicy], [casePolicy]),
      put(at(2), inhibitOid, () => inhibitAnyPolicy(1)),
    ),
    deep(true),
  ),
]

const mapped: readonly Fault[] = [
  harmless(
    'policy-mapped',
    both(
      named([otherPolicy], [otherPolicy], [casePolicy]),
      put(at(2), mappingsOid, () => policyMappings([casePolicy, otherPolicy])),
    ),
    deep(true),
  ),
  wrong(
    'mapping-inhibited-by-demand',
    (plan, draw) => {
      named([otherPolicy], [otherPolicy], [casePolicy])(plan, draw)
      at(2)(plan).extensions.set(mappingsOid, policyMappings([casePolicy, otherPolicy]))
      plan.policy = { ...plan.policy, inhibitMapping: true }
    },
    deep(true),
  ),
  wrong(
    'mapping-inhibited-by-an-authority',
    both(
      named([otherPolicy], [casePolicy], [casePolicy]),
      put(at(1), mappingsOid, () => policyMappings([casePolicy, otherPolicy])),
      put(at(2), constraintsOid, () => policyConstraints(undefined, 0)),
    ),
    deep(true),
  ),
  wrong(
    'any-policy-mapped',
    put(at(1), mappingsOid, () => policyMappings([anyPolicy, otherPolicy])),
    deep(true),
  ),
  wrong(
    'any-policy-mapped-without-demand',
    put(at(1), mappingsOid, () => policyMappings([anyPolicy, otherPolicy])),
    deep(false),
  ),
]

const odd: readonly Fault[] = [
  wrong(
    'policy-constraints-not-critical',
    put(authorityOf, constraintsOid, () => policyConstraints(9, undefined, false)),
    free,
  ),
  wrong(
    'inhibit-any-not-critical',
    put(authorityOf, inhibitOid, () => inhibitAnyPolicy(9, false)),
    free,
  ),
  wrong(
    'policy-named-twice',
    put(leaf, certificatePolicies, () => policies(casePolicy, casePolicy)),
    demanded,
  ),
  wrong(
    'policy-named-twice-without-demand',
    put(leaf, certificatePolicies, () => policies(casePolicy, casePolicy)),
    free,
  ),
  harmless(
    'policy-with-a-statement',
    put(leaf, certificatePolicies, () => qualified('1.3.6.1.5.5.7.2.1', true)),
    demanded,
  ),
  wrong(
    'policy-with-an-unknown-qualifier',
    put(leaf, certificatePolicies, () => qualified('1.3.6.1.4.1.55555.7.1', true)),
    demanded,
  ),
  wrong(
    'policy-constraints-empty',
    put(authorityOf, constraintsOid, () => extension(constraintsOid, sequence(), true)),
    free,
  ),
]

export const policyFaults: readonly Fault[] = [...missing, ...any, ...mapped, ...odd]
