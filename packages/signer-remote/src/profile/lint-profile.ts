import {
  errorCatalogue as coreCatalogue,
  type Issue,
  issue,
  lintPolicyHead,
  ParseError,
  type Path,
  safePath,
} from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { isRemoteAlgorithm } from '../check/algorithm.js'
import type { ProviderProfile } from './profile.js'

type Loose = Readonly<Record<string, unknown>>

const words = {
  evidence: ['tried', 'simulated', 'read'],
  flow: ['csc-v1', 'csc-v2', 'smartca'],
  consent: ['secrets', 'phone', 'token'],
  login: ['basic', 'software', 'client', 'token'],
  outcome: [
    ...['waiting', 'done', 'expired', 'rejected', 'credential', 'quota', 'limit'],
    ...['unavailable', 'unsure'],
  ],
} as const

const objectOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {}
const oneOf = (list: readonly string[], value: unknown): boolean =>
  list.some((one) => one === value)
const within = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

/** A path below a host: no host, no query, nothing that climbs. */
const isPath = (value: unknown): boolean =>
  typeof value === 'string' && /^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/.test(value)

/** The ids that a figure may name as its origin. */
function originsOf(document: Loose): ReadonlySet<unknown> {
  const lists = [document['sources'], document['assumptions']]
  const items = lists.flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
  return new Set(items.map((item) => objectOf(item)['id']))
}

function statedFault(
  document: Loose,
  name: string,
  fits: (value: unknown) => boolean,
): Path | undefined {
  const { value, from } = objectOf(document[name])
  if (!fits(value)) return [name, 'value']
  return originsOf(document).has(from) && from !== undefined ? undefined : [name, 'from']
}

function loginFault(document: Loose): Path | undefined {
  const { login, flow } = document
  if (flow === 'smartca') return login === undefined ? undefined : ['login']
  const { kind, path } = objectOf(login)
  if (!oneOf(words.login, kind)) return ['login', 'kind']
  const needsPath = kind === 'software'
  return needsPath === (path !== undefined) && isPath(path ?? '') ? undefined : ['login', 'path']
}

/** The consents that each flow has. */
const consents: Readonly<Record<string, readonly string[]>> = {
  'csc-v1': ['secrets', 'phone'],
  'csc-v2': ['secrets', 'token'],
  smartca: ['phone'],
}

function pollFault({ poll }: Loose): Path | undefined {
  const { first, most } = objectOf(poll)
  if (!within(first, 1, 60)) return ['poll', 'first']
  return within(most, Number(first), 120) ? undefined : ['poll', 'most']
}

function algorithmsFault({ algorithms }: Loose): Path | undefined {
  const list: readonly unknown[] = Array.isArray(algorithms) ? algorithms : []
  return list.length > 0 && list.every(isRemoteAlgorithm) ? undefined : ['algorithms']
}

function stateFaults({ states }: Loose): readonly Path[] {
  const entries = Object.entries(objectOf(states))
  if (entries.length === 0) return [['states']]
  return entries
    .filter(([, outcome]) => !oneOf(words.outcome, outcome))
    .map(([name]) => ['states', name])
}

function bodyFaults(document: Loose): readonly Path[] {
  const { name, evidence, flow, consent, deferred, base } = document
  const allowed = consents[String(flow)] ?? []
  const faults: readonly (Path | undefined | false)[] = [
    !(typeof name === 'string' && name !== '') && ['name'],
    !oneOf(words.evidence, evidence) && ['evidence'],
    !oneOf(words.flow, flow) && ['flow'],
    !oneOf(allowed, consent) && ['consent'],
    !(deferred === undefined || (typeof deferred === 'boolean' && flow === 'csc-v2')) && [
      'deferred',
    ],
    !isPath(base) && ['base'],
    loginFault(document),
    statedFault(document, 'hashes', (value) => within(value, 1, 10_000)),
    statedFault(document, 'confirmation', (value) => within(value, 10, 3600)),
    statedFault(document, 'repeats', (value) => typeof value === 'boolean'),
    pollFault(document),
    algorithmsFault(document),
  ]
  const found = faults.flatMap((fault) => (fault === false || fault === undefined ? [] : [fault]))
  return [...found, ...stateFaults(document)]
}

/** Everything that is wrong with the profile of a provider; empty when it is sound. */
export function lintProviderProfile(document: unknown): readonly Issue[] {
  const paths = bodyFaults(objectOf(document))
  return [
    ...lintPolicyHead(document, 'signing-provider/1'),
    ...paths.map((path) => issue(coreCatalogue, 'policy.field', { path: safePath(path) })),
  ]
}

/**
 * The profile of a provider that a document holds. That a profile is sound does not make it true: see its
 * `evidence`.
 *
 * @throws ParseError `signing.remote.profile`, with an issue for each field
 */
export function parseProviderProfile(document: unknown): ProviderProfile {
  const issues = lintProviderProfile(document)
  if (issues.length === 0) return document as ProviderProfile
  throw new ParseError(errorCatalogue, 'signing.remote.profile', { issues })
}
