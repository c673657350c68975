/** Our own list of revoked certificates: `revocation-list/1`, hashes only, grouped by key id. */
import { isSequence } from '../signed/snapshot-state.js'
import { type PackedGroup, readGroups, type RevocationGroup } from './revocation-group.js'
import { headFaults, membersIn, refuseFaults, type RevocationHead } from './revocation-head.js'

/** The document. */
export interface RevocationListDocument extends RevocationHead {
  readonly format: 'revocation-list/1'
  /** 1, 2, 3…: one more than the list or delta before. A signed list must have one. */
  readonly sequence?: number
  readonly groups: readonly RevocationGroup[]
}

/** A document that was checked, with its groups as they are looked up in. */
export interface ReadList<Document> {
  readonly document: Document
  readonly groups: readonly PackedGroup[]
}

/** Checks a document and packs its hashes, each decoded once. */
export function readRevocationList(value: unknown): ReadList<RevocationListDocument> {
  const document = membersIn(value)
  const faults = [...headFaults(document, 'revocation-list/1')]
  const { sequence } = document
  if (sequence !== undefined && !isSequence(sequence)) faults.push(['sequence'])
  const groups = readGroups(document['groups'], faults)
  if (faults.length > 0) refuseFaults('certificate-revocation.list', faults)
  return { document: value as RevocationListDocument, groups }
}

/** The number of a list that is, or is to be, signed. */
export function sequenceOf({ sequence }: RevocationListDocument): number {
  if (sequence === undefined) return refuseFaults('certificate-revocation.list', [['sequence']])
  return sequence
}

/**
 * A revocation list document, checked.
 *
 * It says nothing about who made it: `openRevocationList` does, for a signed one.
 *
 * @throws ParseError `certificate-revocation.list`, with an issue for each field
 */
export function parseRevocationList(document: unknown): RevocationListDocument {
  return readRevocationList(document).document
}
