/** Is the signer's chain to be believed, at the instant by which the signature was there? */
import { type Check, failed, passed, unknown } from '@tiemchung/core'
import { type PathQuery, type PathReport, verifyPath } from '@tiemchung/x509'

/** What is known of when a signature was made and when it is judged. */
export interface Moments {
  /** What the signer says. */
  readonly claimed: Date
  /** By when it is proven to have been there: by a timestamp, or by what the verifier itself noted. */
  readonly proven: Date | undefined
  /** The instant of the judgement, for which revocation is asked. */
  readonly at: Date | undefined
}

/** A chain, and everything to judge it by but the instant. */
export type ChainQuery = Omit<PathQuery, 'at'>

/** What was found of a chain. */
export interface JudgedChain {
  readonly check: Check<'signer.chain'>
  readonly path: PathReport
}

type PathCheck = PathReport['checks'][number]

const id = 'signer.chain'
const isRevocation = (check: PathCheck) => check.id === 'path.revocation'

function instantIn(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value) : Number.POSITIVE_INFINITY
}

/**
 * A revocation that no proof kept from reaching back. When the signer says to have signed before it, that may
 * be true: the check stays open, as it would be decided by a timestamp.
 */
function revoked(check: PathCheck, claimed: Date): Check<'signer.chain'> {
  const { since, invalidSince } = check.params ?? {}
  const from = Math.min(instantIn(since), instantIn(invalidSince))
  const details = { params: { check: check.id } }
  return claimed.getTime() < from
    ? unknown(id, 'revoked-since', details)
    : failed(id, check.reason ?? 'revoked', details)
}

/** The check that a path comes to, with what stands against it most. */
function checkOf(path: PathReport, claimed: Date): Check<'signer.chain'> {
  if (path.verdict === 'valid') return passed(id)
  const refused = path.checks.filter(({ status }) => status === 'failed')
  const [first] = refused
  if (first !== undefined && refused.every(isRevocation)) {
    const judged = refused.map((check) => revoked(check, claimed))
    return judged.find(({ status }) => status === 'failed') ?? revoked(first, claimed)
  }
  const open = first ?? path.checks.find(({ status }) => status === 'unknown')
  const details = { params: { check: open?.id ?? 'path' } }
  const reason = open?.reason ?? 'not-valid'
  return first === undefined ? unknown(id, reason, details) : failed(id, reason, details)
}

function samePath(left: PathReport, right: PathReport): boolean {
  return (
    left.path.length === right.path.length &&
    left.path.every((der, index) => der.every((octet, at) => right.path[index]?.[at] === octet))
  )
}

/** What lists of a later instant say of a chain that was sound earlier. */
function checkStatus(status: PathReport, sound: PathReport, claimed: Date): Check<'signer.chain'> {
  if (!samePath(status, sound)) return unknown(id, 'revocation-of-another-path')
  const checks = status.checks.filter(isRevocation)
  const against = checks.filter((check) => check.status === 'failed')
  const judged = against.map((check) => revoked(check, claimed))
  const worst = judged.find((check) => check.status === 'failed') ?? judged[0]
  if (worst !== undefined) return worst
  const open = checks.find((check) => check.status === 'unknown')
  return open === undefined ? passed(id) : unknown(id, open.reason ?? 'revocation')
}

/** A chain that has expired since the signer says to have signed: a timestamp would decide it. */
async function orExpiredSince(
  judged: JudgedChain,
  query: ChainQuery,
  { claimed, proven, at }: Moments,
): Promise<JudgedChain> {
  const decided = judged.check.status !== 'failed' || judged.check.reason === 'revoked'
  if (decided || proven !== undefined || at === undefined || claimed >= at) return judged
  const { revocation: _, ...chain } = query
  const then = await verifyPath({ ...chain, at: claimed })
  return then.verdict === 'valid' ? { ...judged, check: unknown(id, 'expired-since') } : judged
}

/**
 * Judges a chain.
 *
 * Its certificates must have been sound at the proven instant, else at that of the judgement, else at the claimed
 * one. Revocation is asked for the instant of the judgement, as a list of then may tell that a key was lost
 * earlier; a revocation counts unless the signature is proven to have been there before it, and before the instant since
 * which the key is held to be lost where the list names one.
 */
export async function judgeChain(query: ChainQuery, moments: Moments): Promise<JudgedChain> {
  const { claimed, proven, at } = moments
  const moment = proven ?? at ?? claimed
  const asked = at ?? moment
  const { revocation: sources, ...chain } = query
  const revocation =
    sources === undefined || proven === undefined ? sources : { ...sources, provenAt: proven }
  if (revocation === undefined || asked.getTime() === moment.getTime()) {
    const path = await verifyPath({ ...query, at: moment, ...(revocation && { revocation }) })
    return orExpiredSince({ check: checkOf(path, claimed), path }, query, moments)
  }
  const sound = await verifyPath({ ...chain, at: moment })
  if (sound.verdict !== 'valid') return { check: checkOf(sound, claimed), path: sound }
  const status = await verifyPath({ ...chain, at: asked, revocation })
  return { check: checkStatus(status, sound, claimed), path: sound }
}
