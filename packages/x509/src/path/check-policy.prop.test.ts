/** The policies of a path against the tree of RFC 5280 section 6.1 written out node by node. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Certificate, readCertificate } from '../certificate/read-certificate.js'
import { issuing, leaf } from './chain.fixture.js'
import { judgePolicies } from './check-policy.js'
import type { PolicyDemand } from './policy-demand.js'
import { anyPolicy } from './policy-graph.js'

const names = ['1.2.1', '1.2.2', '1.2.3']
const authority = readCertificate(issuing())
const end = readCertificate(leaf())

interface Made {
  readonly policies: readonly string[] | undefined
  readonly mappings: readonly (readonly [string, string])[]
  readonly explicit: number | undefined
  readonly mapping: number | undefined
  readonly any: number | undefined
  readonly selfIssued: boolean
}

function certificateOf(made: Made, isLeaf: boolean): Certificate {
  const base = isLeaf ? end : authority
  const { policies, mappings, explicit, mapping, any } = made
  return {
    ...base,
    issuer: made.selfIssued ? base.subject : base.issuer,
    extensions: {
      ...base.extensions,
      policies: policies && { identifiers: policies, unknownQualifier: false },
      policyMappings: mappings.map(([issuerDomain, subjectDomain]) => ({
        issuerDomain,
        subjectDomain,
      })),
      policyConstraints: {
        ...(explicit === undefined ? {} : { requireExplicitPolicy: explicit }),
        ...(mapping === undefined ? {} : { inhibitPolicyMapping: mapping }),
      },
      inhibitAnyPolicy: any,
    },
  }
}

/** A node as section 6.1.2 (a) has it. */
interface Node {
  readonly policy: string
  expected: string[]
  readonly children: Node[]
}

function nodesAt(tree: Node | undefined, depth: number): readonly Node[] {
  if (tree === undefined) return []
  return depth === 0 ? [tree] : tree.children.flatMap((child) => nodesAt(child, depth - 1))
}

function removeWhere(tree: Node, depth: number, gone: (node: Node) => boolean): void {
  if (depth > 1) for (const child of tree.children) removeWhere(child, depth - 1, gone)
  else
    for (const child of tree.children.filter(gone))
      tree.children.splice(tree.children.indexOf(child), 1)
}

/** Removes nodes above `depth` that have no children; the whole tree when its root has none. */
function prune(tree: Node | undefined, depth: number): Node | undefined {
  if (tree === undefined) return undefined
  for (let level = depth - 1; level > 0; level -= 1) {
    removeWhere(tree, level, (node) => node.children.length === 0)
  }
  return depth > 0 && tree.children.length === 0 ? undefined : tree
}

/** Section 6.1, followed to the letter. Gives the acceptable policies, or undefined when the path is refused. */
function byTheLetter(path: readonly Made[], demand: PolicyDemand): readonly string[] | undefined {
  const last = path.length
  const initial = demand.acceptable ?? [anyPolicy]
  let explicit = demand.explicit === true ? 0 : last + 1
  let mapping = demand.inhibitMapping === true ? 0 : last + 1
  let any = demand.inhibitAny === true ? 0 : last + 1
  let tree: Node | undefined = { policy: anyPolicy, expected: [anyPolicy], children: [] }
  for (const [index, made] of path.entries()) {
    const depth = index + 1
    const isLeaf = depth === last
    if (made.policies === undefined) tree = undefined
    else if (tree !== undefined) {
      const above = nodesAt(tree, depth - 1)
      const add = (parent: Node, policy: string) =>
        parent.children.push({ policy, expected: [policy], children: [] })
      for (const policy of made.policies.filter((one) => one !== anyPolicy)) {
        const parents = above.filter((node) => node.expected.includes(policy))
        for (const parent of parents) add(parent, policy)
        if (parents.length === 0) {
          for (const parent of above.filter((node) => node.policy === anyPolicy))
            add(parent, policy)
        }
      }
      if (made.policies.includes(anyPolicy) && (any > 0 || (!isLeaf && made.selfIssued))) {
        for (const parent of above) {
          for (const policy of parent.expected) {
            if (!parent.children.some((child) => child.policy === policy)) add(parent, policy)
          }
        }
      }
      tree = prune(tree, depth)
    }
    if (explicit === 0 && tree === undefined) return undefined
    if (isLeaf) break
    if (made.mappings.some((pair) => pair.includes(anyPolicy))) return undefined
    for (const from of new Set(made.mappings.map(([one]) => one))) {
      const to = made.mappings.filter(([one]) => one === from).map(([, other]) => other)
      const here = nodesAt(tree, depth).filter((node) => node.policy === from)
      if (mapping === 0) {
        if (tree !== undefined) removeWhere(tree, depth, (node) => node.policy === from)
        tree = prune(tree, depth)
      } else if (here.length > 0) for (const node of here) node.expected = [...new Set(to)]
      else {
        for (const parent of nodesAt(tree, depth - 1).filter((node) => node.policy === anyPolicy)) {
          if (parent.children.some((child) => child.policy === anyPolicy)) {
            parent.children.push({ policy: from, expected: [...new Set(to)], children: [] })
          }
        }
      }
    }
    if (!made.selfIssued) {
      explicit = Math.max(0, explicit - 1)
      mapping = Math.max(0, mapping - 1)
      any = Math.max(0, any - 1)
    }
    explicit = Math.min(explicit, made.explicit ?? explicit)
    mapping = Math.min(mapping, made.mapping ?? mapping)
    any = Math.min(any, made.any ?? any)
  }
  explicit = Math.max(0, explicit - 1)
  if (path[last - 1]?.explicit === 0) explicit = 0
  const reaches = (node: Node, depth: number): boolean =>
    depth === last || node.children.some((child) => reaches(child, depth + 1))
  const found = new Set<string>()
  for (let depth = 0; depth < last; depth += 1) {
    for (const parent of nodesAt(tree, depth).filter((node) => node.policy === anyPolicy)) {
      for (const child of parent.children) {
        if (reaches(child, depth + 1) && (child.policy !== anyPolicy || depth + 1 === last)) {
          found.add(child.policy)
        }
      }
    }
  }
  const acceptable = initial.includes(anyPolicy)
    ? [...found]
    : initial.filter((one) => found.has(one) || found.has(anyPolicy))
  return explicit === 0 && acceptable.length === 0 ? undefined : [...new Set(acceptable)].sort()
}

const policy = fc.constantFrom(...names)
const skip = fc.option(fc.nat({ max: 2 }), { nil: undefined, freq: 2 })
const made: fc.Arbitrary<Made> = fc.record({
  policies: fc.option(fc.uniqueArray(fc.constantFrom(...names, anyPolicy), { minLength: 1 }), {
    nil: undefined,
    freq: 12,
  }),
  mappings: fc.array(fc.tuple(policy, policy), { maxLength: 3 }),
  explicit: skip,
  mapping: skip,
  any: skip,
  selfIssued: fc.boolean(),
})
const demand: fc.Arbitrary<PolicyDemand> = fc.record({
  acceptable: fc.uniqueArray(fc.constantFrom(...names, anyPolicy), { minLength: 1 }),
  explicit: fc.boolean(),
  inhibitMapping: fc.boolean(),
  inhibitAny: fc.boolean(),
})
/** The authority below the anchor first, the leaf last. */
const path = fc.array(made, { minLength: 1, maxLength: 4 })

function judged(parts: readonly Made[], wanted: PolicyDemand) {
  const below = parts.map((one, index) => certificateOf(one, index === parts.length - 1))
  return judgePolicies([...below].reverse(), undefined, wanted)
}

test('any path comes out as the tree of the standard has it', () => {
  fc.assert(
    fc.property(path, demand, (parts, wanted) => {
      const found = judged(parts, wanted)
      expect(found.refusal === undefined ? found.policies : undefined).toEqual(
        byTheLetter(parts, wanted),
      )
    }),
    { numRuns: 3000 },
  )
})

test('one more acceptable policy never refuses what was let through', () => {
  fc.assert(
    fc.property(path, demand, policy, (parts, wanted, more) => {
      const before = judged(parts, wanted)
      const acceptable = [...new Set([...(wanted.acceptable ?? []), more])]
      const after = judged(parts, { ...wanted, acceptable })
      if (before.refusal === undefined) expect(after.refusal).toBeUndefined()
      expect(after.policies).toEqual(expect.arrayContaining([...before.policies]))
    }),
    { numRuns: 1000 },
  )
})

test('mappings that double at every certificate stay within the budget', () => {
  const many = Array.from({ length: 60 }, (_, index) => `1.2.${index}`)
  const mappings = many.flatMap((from) => many.map((to) => [from, to] as const))
  const dense: Made = {
    policies: many,
    mappings,
    explicit: 0,
    mapping: undefined,
    any: undefined,
    selfIssued: false,
  }
  const bare: Made = { ...dense, mappings: [] }
  expect(judged([dense, bare], { explicit: true })).toMatchObject({ refusal: undefined })
  const deep = Array.from({ length: 20 }, () => dense)
  expect(judged([...deep, bare], { explicit: true }).refusal?.reason).toBe('budget-exhausted')
})
