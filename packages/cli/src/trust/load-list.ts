/** Our own trust list, signed or not. */
import { createHash } from 'node:crypto'
import { type TrustedKey, trustedKeys } from '@tiemchung/certificates'
import {
  type LoadedTrustList,
  loadTrustList,
  openSnapshot,
  parseTrustList,
  type TrustListItem,
} from '@tiemchung/certificates/trust'
import { type Check, fromBase64, openChecks, unknown } from '@tiemchung/core'
import { readCertificate } from '@tiemchung/x509'
import type { LoadedFile, TrustTerms } from './terms.js'

type ListCheck = LoadedTrustList['report']['checks'][number]

/** A certificate whose path does not hold, to be met again when a code names it: then it is told why. */
function refusedKeys(
  { subject, params }: ListCheck,
  items: readonly TrustListItem[],
): TrustedKey[] {
  const item = items[Number(/^items\[(\d+)\]$/.exec(subject ?? '')?.[1])]
  if (item === undefined || params?.['check'] === undefined) return []
  const { der, spki, notBefore, notAfter } = readCertificate(fromBase64(item.certificate))
  const keyId = new Uint8Array(createHash('sha256').update(der).digest().subarray(0, 8))
  const { country } = item
  return [{ keyId, key: spki, country, notBefore, notAfter, certificate: der }]
}

const hour = 3_600_000

/** A list says itself until when it holds; `--max-age` may allow less. */
function ageFault(
  { issuedAt }: LoadedTrustList,
  { at, maxAgeHours }: TrustTerms,
): Check | undefined {
  if (maxAgeHours === undefined || at.getTime() < issuedAt.getTime() + maxAgeHours * hour) {
    return undefined
  }
  return unknown('trust-list.freshness', 'too-old', { params: { maxAgeHours } })
}

/** The keys of a list that is at hand, whoever made it. */
export async function loadPlainList(
  document: unknown,
  terms: TrustTerms,
  believe: 'chain' | 'list' = 'chain',
): Promise<LoadedFile> {
  const loaded = await loadTrustList(document, { ...terms, believe })
  const old = ageFault(loaded, terms)
  const open = [...openChecks(loaded.report), ...(old === undefined ? [] : [old])]
  if (open.some(({ id }) => id === 'trust-list.freshness')) {
    return { trust: trustedKeys([], versionOf(loaded)), open }
  }
  const { items } = parseTrustList(document)
  const refused = openChecks(loaded.report).flatMap((check) => refusedKeys(check, items))
  // A list on which nobody holds is not no list: who signed is then unknown, and refused.
  const known = { ...trustedKeys(refused), isEmpty: items.length === 0 }
  return { trust: loaded.trust, refused: known, open }
}

const versionOf = ({ trust }: LoadedTrustList) =>
  trust.version === undefined ? {} : { version: trust.version }

/**
 * The keys of a signed list. Its publisher's word is enough, unless authorities are named: then each key must
 * chain to its country's.
 */
export async function loadSignedList(file: Uint8Array, terms: TrustTerms): Promise<LoadedFile> {
  const { at, keys, pins, policy, previous, anchors } = terms
  const pinned = [...keys, ...pins]
  const snapshot = await openSnapshot(file, { pins: pinned, keys, at, policy, previous })
  const open = openChecks(snapshot).filter(({ status }) => status !== 'skipped')
  if (snapshot.verdict !== 'valid') return { trust: trustedKeys([]), open }
  const believe = anchors.length === 0 ? 'list' : 'chain'
  // Its age was judged with the policy, and with what was seen before.
  const { maxAgeHours: _judged, ...unaged } = terms
  const loaded = await loadPlainList(snapshot.list, unaged, believe)
  return { ...loaded, open: [...open, ...loaded.open] }
}
