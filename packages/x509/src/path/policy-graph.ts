/**
 * The valid policies of a path, level by level: the tree of RFC 5280 section 6.1.2 (a) with equal nodes of
 * a level in one, so that its size grows with the certificates and not with the paths through them.
 */
import type { CertificatePolicies, PolicyMapping } from '../certificate/extension-values.js'

/** Stands for every policy (RFC 5280 section 4.2.1.4). */
export const anyPolicy = '2.5.29.32.0'

/** How many nodes and edges one path may have; real ones have a few dozen. */
export const policyBudget = 16_384

/** Policies that a level allows, each with those of the level above that lead to it: none, from any-policy. */
type Nodes = ReadonlyMap<string, readonly string[]>

/** The policies that are valid at one depth of a path. */
interface Level {
  readonly nodes: Nodes
  /** Whether any-policy is valid at this depth. */
  readonly any: boolean
}

const nothing: Level = { nodes: new Map(), any: false }

/** RFC 5280 section 6.1.3 (d, e): what a certificate leaves of the policies that are expected of it. */
function restrict(
  expected: Level,
  policies: CertificatePolicies | undefined,
  anyAllowed: boolean,
): Level {
  if (policies === undefined) return nothing
  const named = new Set(policies.identifiers)
  const any = named.delete(anyPolicy) && anyAllowed
  const nodes = new Map([...expected.nodes].filter(([policy]) => any || named.has(policy)))
  if (expected.any) for (const policy of named) if (!nodes.has(policy)) nodes.set(policy, [])
  return { nodes, any: expected.any && any }
}

/** Each policy of an issuer, with those of the subject that it is mapped to. */
function targetsOf(mappings: readonly PolicyMapping[]): ReadonlyMap<string, ReadonlySet<string>> {
  const targets = new Map<string, Set<string>>()
  for (const { issuerDomain, subjectDomain } of mappings) {
    const known = targets.get(issuerDomain)
    if (known === undefined) targets.set(issuerDomain, new Set([subjectDomain]))
    else known.add(subjectDomain)
  }
  return targets
}

/** RFC 5280 section 6.1.4 (b): a level with the mapped policies in it, or without them when inhibited. */
function withMapped(level: Level, mapped: Iterable<string>, allowed: boolean): Level {
  const nodes = new Map(level.nodes)
  for (const policy of mapped) {
    if (!allowed) nodes.delete(policy)
    else if (level.any && !nodes.has(policy)) nodes.set(policy, [])
  }
  return { nodes, any: level.any }
}

/** What a level makes expected of the next certificate. */
function expectedBelow(level: Level, targets: ReadonlyMap<string, ReadonlySet<string>>): Level {
  const nodes = new Map<string, string[]>()
  for (const policy of level.nodes.keys()) {
    for (const target of targets.get(policy) ?? [policy]) {
      const parents = nodes.get(target)
      if (parents === undefined) nodes.set(target, [policy])
      else parents.push(policy)
    }
  }
  return { nodes, any: level.any }
}

function sizeOf({ nodes }: Level): number {
  let size = 1
  for (const parents of nodes.values()) size += 1 + parents.length
  return size
}

/** What the policies of an anchor leave: all, when it has none. */
function initialLevel(anchor: CertificatePolicies | undefined): Level {
  const identifiers = anchor?.identifiers ?? [anyPolicy]
  const any = identifiers.includes(anyPolicy)
  return { nodes: new Map(any ? [] : identifiers.map((one) => [one, []])), any }
}

/** The graph of one path, grown from the anchor down. */
export class PolicyGraph {
  /** The levels above the last one. */
  readonly #above: Level[] = []
  #last: Level
  #expected: Level
  #left = policyBudget

  /** Begins with what the anchor allows; without a word of it, any policy. */
  constructor(anchor: CertificatePolicies | undefined) {
    this.#last = initialLevel(anchor)
    this.#expected = this.#last
  }

  /** Whether no policy is left: `valid_policy_tree` is NULL. */
  get isEmpty(): boolean {
    return !this.#last.any && this.#last.nodes.size === 0
  }

  /** Whether the graph grew beyond its budget, and nothing may rely on it. */
  get exhausted(): boolean {
    return this.#left < 0
  }

  /** Takes the policies of the next certificate. */
  descend(policies: CertificatePolicies | undefined, anyAllowed: boolean): void {
    this.#last = restrict(this.#expected, policies, anyAllowed)
    this.#left -= sizeOf(this.#last)
  }

  /** Takes its mappings; `allowed` when `policy_mapping` is not zero. */
  map(mappings: readonly PolicyMapping[], allowed: boolean): void {
    // Most certificates neither name policies nor map any: the level stays as it is.
    if (mappings.length === 0 && this.#last.nodes.size === 0) {
      this.#above.push(this.#last)
      this.#expected = this.#last
      return
    }
    const targets = targetsOf(mappings)
    const mapped = withMapped(this.#last, targets.keys(), allowed)
    this.#above.push(mapped)
    this.#last = mapped
    this.#expected = expectedBelow(mapped, targets)
    this.#left -= sizeOf(mapped) + sizeOf(this.#expected)
  }

  /**
   * RFC 5280 section 6.1.5 (g): the policies, in the words of the anchor's domain, that lead all the way
   * down and are acceptable. With any-policy at the end, every acceptable one does.
   */
  acceptable(initial: ReadonlySet<string>): readonly string[] {
    if (this.isEmpty) return []
    const { any } = this.#last
    const found = this.#constrainedByAuthority()
    if (initial.has(anyPolicy)) return [...found, ...(any ? [anyPolicy] : [])].sort()
    return [...initial].filter((policy) => any || found.has(policy)).sort()
  }

  /** The nodes whose parent is any-policy and from which a way leads to the last level. */
  #constrainedByAuthority(): ReadonlySet<string> {
    const found = new Set<string>()
    let reached: ReadonlySet<string> = new Set(this.#last.nodes.keys())
    for (const { nodes } of [this.#last, ...[...this.#above].reverse()]) {
      const above = new Set<string>()
      for (const [policy, parents] of nodes) {
        if (!reached.has(policy)) continue
        if (parents.length === 0) found.add(policy)
        for (const parent of parents) above.add(parent)
      }
      reached = above
    }
    return found
  }
}
