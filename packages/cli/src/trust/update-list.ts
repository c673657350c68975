/** One signed list, brought up to date. */
import { openRevocationList } from '@tiemchung/certificates/revocation'
import { fetchDocument, openSnapshot, trustListType } from '@tiemchung/certificates/trust'
import { revocationListType } from '@tiemchung/certificates/revocation'
import type { SnapshotPolicy, SnapshotState } from '@tiemchung/certificates/signed'
import {
  type Check,
  formatInstant,
  isSdkError,
  openChecks,
  ParseError,
  parseInstant,
  type SdkError,
} from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { bytesOf } from '../input.js'
import type { Io } from '../io.js'
import type { KeptList, TrustState } from './state.js'
import { readTrustFile } from './trust-file.js'

/** What an update is judged by. */
export interface UpdateTerms {
  readonly at: Date
  readonly policy: SnapshotPolicy
}

/** What became of it. */
export type Updated =
  | { readonly outcome: 'fresh' | 'unchanged'; readonly list: KeptList }
  /** The list that is kept stays. */
  | { readonly outcome: 'refused' | 'undecided'; readonly open: readonly Check[] }
  | { readonly outcome: 'refused'; readonly error: SdkError }

const mostBytes = 67_108_864
const hour = 3_600_000

/** Whether a list may still be used at an instant. */
export function isCurrent(list: KeptList, { at, policy }: UpdateTerms): boolean {
  const { maxAgeHours } = policy
  const tooOld = parseInstant(list.issuedAt).getTime() + (maxAgeHours ?? Infinity) * hour
  return at.getTime() < Math.min(parseInstant(list.nextUpdate).getTime(), tooOld)
}

export const isAddress = (source: string): boolean => /^https?:\/\//.test(source)

const sourceOf = (place: string) => (isAddress(place) ? place : 'file')

/** The list that is kept of an address, or of those that were carried by hand. */
export const keptFrom = (state: TrustState, place: string): KeptList | undefined =>
  state.lists.find(({ source }) => source === sourceOf(place))

type Head = Pick<KeptList, 'version' | 'issuedAt' | 'nextUpdate'>

interface Opened {
  readonly kind: KeptList['kind']
  readonly head: Head
  readonly state: SnapshotState
}

interface OpenTerms extends UpdateTerms {
  readonly keys: readonly Uint8Array[]
  readonly previous?: SnapshotState
}

async function openTrust(bytes: Uint8Array, terms: OpenTerms): Promise<Opened | Updated> {
  const snapshot = await openSnapshot(bytes, { ...terms, pins: terms.keys })
  if (snapshot.verdict !== 'valid') {
    const open = openChecks(snapshot).filter(({ status }) => status !== 'skipped')
    return { outcome: snapshot.verdict === 'invalid' ? 'refused' : 'undecided', open }
  }
  const { version, issuedAt, nextUpdate } = snapshot.list
  return { kind: 'trust', head: { version, issuedAt, nextUpdate }, state: snapshot.state }
}

async function openRevocation(bytes: Uint8Array, terms: OpenTerms): Promise<Opened | Updated> {
  try {
    const list = await openRevocationList([bytes], { ...terms, pins: terms.keys })
    const { version, issuedAt, nextUpdate, state } = list
    const dates = { issuedAt: formatInstant(issuedAt), nextUpdate: formatInstant(nextUpdate) }
    return { kind: 'revocation', head: { version, ...dates }, state }
  } catch (caught) {
    const isRefusal = isSdkError(caught) && caught.code.startsWith('certificate-revocation.')
    if (!isRefusal) throw caught
    return { outcome: 'refused', error: caught }
  }
}

const openers = new Map([
  [trustListType, openTrust],
  [revocationListType, openRevocation],
] as const)

/** The bytes of a list at its source; undefined when they are those at hand. */
async function newBytes(io: Io, source: string, kept: KeptList | undefined) {
  if (!isAddress(source)) return { bytes: await bytesOf(io, source, ['source']) }
  const { fetch } = io
  const host = fetch === undefined ? {} : { fetch }
  const fetched = await fetchDocument(source, { ...host, etag: kept?.etag, maxBytes: mostBytes })
  if (fetched.status === 'unchanged') return undefined
  const { bytes, etag } = fetched
  return { bytes, ...(etag === undefined ? {} : { etag }) }
}

/**
 * Fetches one list and opens it. A list that is older than the one that is kept is refused, whoever signed it.
 *
 * @throws HttpError `certificate-fetch.*`
 * @throws ParseError `cli.file`, `cli.json`, `cli.update-kind` for what is no signed list
 */
export async function updateList(
  io: Io,
  place: string,
  state: TrustState,
  terms: UpdateTerms,
): Promise<Updated> {
  const source = sourceOf(place)
  const keptAt = keptFrom(state, place)
  const came = await newBytes(io, place, keptAt)
  const checkedAt = formatInstant(terms.at)
  if (came === undefined && keptAt !== undefined) {
    return { outcome: 'unchanged', list: { ...keptAt, checkedAt } }
  }
  const bytes = came?.bytes ?? new Uint8Array()
  const file = readTrustFile(bytes, ['source'])
  const open = file.kind === 'signed' ? openers.get(file.type as typeof trustListType) : undefined
  if (open === undefined)
    throw new ParseError(errorCatalogue, 'cli.update-kind', { path: ['source'] })
  const kind = open === openTrust ? 'trust' : 'revocation'
  const kept = state.lists.find((list) => list.source === source && list.kind === kind)
  const keys = state.publishers.map(({ der }) => der)
  const previous = kept === undefined ? {} : { previous: kept.state }
  const opened = await open(bytes, { ...terms, keys, ...previous })
  if ('outcome' in opened) return opened
  const { head } = opened
  const etag = came?.etag === undefined ? {} : { etag: came.etag }
  const list = {
    source,
    kind: opened.kind,
    bytes,
    ...etag,
    ...head,
    checkedAt,
    state: opened.state,
  }
  return { outcome: 'fresh', list }
}

/** A state with a list in the place of the one before. */
export function withList(state: TrustState, list: KeptList): TrustState {
  const isSame = (one: KeptList) => one.source === list.source && one.kind === list.kind
  return { ...state, lists: [...state.lists.filter((one) => !isSame(one)), list] }
}
