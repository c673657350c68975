import { readSnapshot, type Snapshot, type SnapshotOptions } from '../signed/index.js'
import { parseTrustList, type TrustListDocument } from './trust-list.js'

/** The type of a signed `trust-list/1`, as `signDocument` writes it. */
export const trustListType = 'tiemchung.trust-list+jws'

/**
 * The trust list of a signed file, and a report of signature, type, order and age.
 *
 * The list can be reached only when the verdict is `valid`: a pinned key signed it, it is not older than
 * one that was seen before, and it is current by the policy. Its certificates are not judged:
 * `loadTrustList` does. Keep `state` whatever the verdict: without it an old list is taken again.
 *
 * @throws InputError `certificate-signed.instant`, `certificate-signed.pin`
 * @throws ParseError `certificate-signed.state`
 * @example
 * ```ts
 * import type { SnapshotState } from '@tiemchung/certificates/signed'
 * import { type CountryAnchor, loadTrustList, openSnapshot } from '@tiemchung/certificates/trust'
 * async function load(file: Uint8Array, anchors: readonly CountryAnchor[], previous?: SnapshotState) {
 *   const [at, pins] = [new Date(), ['sha256:…']]
 *   const snapshot = await openSnapshot(file, { pins, at, previous })
 *   if (snapshot.verdict !== 'valid') return { state: snapshot.state, why: snapshot.checks }
 *   return { state: snapshot.state, ...(await loadTrustList(snapshot.list, { anchors, at })) }
 * }
 * ```
 */
export function openSnapshot(
  file: Uint8Array,
  options: SnapshotOptions,
): Promise<Snapshot<TrustListDocument>> {
  return readSnapshot(file, { type: trustListType, parse: parseTrustList }, options)
}
