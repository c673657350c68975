import { canonicalJson, uuidv7 } from '@tiemchung/core'
import {
  evidenceOf,
  evidenceWithoutQuestion,
  type IdentityVerifier,
  isLapsed,
  type RetentionPolicy,
  retentionPolicy69,
  type VerifyManyOptions,
} from '@tiemchung/identity'
import type { IdentityEvidence } from '@tiemchung/schemas'
import type { VerificationRequest } from '@tiemchung/schemas/wire'
import type { Change } from '../store/store.js'
import type { ChildCase } from './child.js'
import type { VerificationContext } from './day.js'
import { type Desk, recordOf } from './desk.js'
import { allOf, find, keep } from './kept.js'
import { isSealed } from './record-case.js'

function question(desk: Desk, one: ChildCase, context: VerificationContext): VerificationRequest {
  const { person } = one
  const document = person.identityDocument
  return {
    id: uuidv7(desk.world),
    number: document.kind === 'none' ? '' : document.number,
    fullName: person.fullName,
    birthDate: person.birthDate,
    sex: person.sex,
    purpose: 'vaccination-record',
    officer: context.officer,
    consent: context.consentOf(one),
  }
}

/** Whether nothing happened to the person or the evidence that the question rested on. */
const isAsAsked = (now: ChildCase, asked: ChildCase): boolean =>
  canonicalJson([now.person, now.identity]) === canonicalJson([asked.person, asked.identity])

/**
 * Whether the authority's answer is older than it may be held. Evidence in a sealed record is part of that
 * record and stays.
 */
async function hasLapsed(desk: Desk, one: ChildCase, policy: RetentionPolicy): Promise<boolean> {
  const { identity } = one
  if (!('verificationId' in identity) || identity.verificationId === undefined) return false
  if (!isLapsed(identity, policy, desk.world.clock.now())) return false
  const record = await recordOf(desk, one)
  return record === undefined || !isSealed(record)
}

/** The children about whom the authority is to be asked, for the first time or again. */
async function openChildren(
  desk: Desk,
  { retention = retentionPolicy69 }: VerificationContext,
): Promise<readonly ChildCase[]> {
  const open: ChildCase[] = []
  for (const one of await allOf(desk.options.store, 'child')) {
    const isPending = one.identity.status === 'pending'
    if (isPending || (await hasLapsed(desk, one, retention))) open.push(one)
  }
  return open
}

/**
 * The changes that give a child its evidence, and its unsealed record too. The child is read again: what
 * happened while the authority was asked stays, and evidence on a person corrected since is not used.
 */
async function settle(desk: Desk, asked: ChildCase, identity: IdentityEvidence): Promise<Change[]> {
  const now = await find(desk.options.store, 'child', asked.key)
  if (now === undefined || !isAsAsked(now, asked)) return []
  const changes = [keep('child', now.key, { ...now, identity })]
  const record = await recordOf(desk, now)
  if (record === undefined || isSealed(record)) return changes
  const updated = { ...record.record, identity }
  return [...changes, keep('record', updated.id, { ...record, record: updated })]
}

function manyOptions({ signal, onProgress, pollMs }: VerificationContext): VerifyManyOptions {
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(pollMs === undefined ? {} : { pollMs }),
  }
}

/** Asks the authority about every open identity and says how many were open. */
export async function verifyIdentities(
  desk: Desk,
  verifier: IdentityVerifier,
  context: VerificationContext,
): Promise<number> {
  const { store } = desk.options
  const open = await openChildren(desk, context)
  const at = desk.world.clock.now()
  const known = open.map((one) => ({ one, evidence: evidenceWithoutQuestion(one.person, at) }))
  const asked = known.filter(({ evidence }) => evidence === undefined).map(({ one }) => one)
  const questions = asked.map((one) => question(desk, one, context))
  const answers = await verifier.verifyMany(questions, manyOptions(context))
  const changes: Change[] = []
  for (const { one, evidence } of known) {
    if (evidence !== undefined) changes.push(...(await settle(desk, one, evidence)))
  }
  for (const [index, one] of asked.entries()) {
    const answer = answers[index]
    if (answer !== undefined) changes.push(...(await settle(desk, one, evidenceOf(answer))))
  }
  if (changes.length > 0) await store.write(changes)
  return open.length
}
