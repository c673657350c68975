import { type Check, failed, passed, type Report, unknown, verdictOf } from '@tiemchung/core'
import type { VerifySignatureOptions } from '../signature/judge-signer.js'
import type { DaySeal, SealContent } from './day-seal.js'
import { type OpenedSeal, openSeal } from './judge-sealed.js'
import type { DaySealReport } from './verify-day-seal.js'

/** The checks of a day's seals together, in the order of the report. */
export const sealChainCheckIds = [
  'seals.present',
  'seals.valid',
  'seals.same-day',
  'seals.unbroken',
] as const

/** One of the checks of a day's seals together. */
export type SealChainCheckId = (typeof sealChainCheckIds)[number]
type ChainCheck = Check<SealChainCheckId>

/** The report on a day's seals: together, and each in the order given. */
export type SealChainReport = Report<SealChainCheckId> & {
  readonly seals: readonly DaySealReport[]
}

/** A valid seal with its name and content. */
interface Link {
  readonly hash: string
  readonly content: SealContent
}

function linksOf(opened: readonly OpenedSeal[]): readonly Link[] {
  return opened.flatMap(({ hash, report: { content } }) =>
    content === undefined ? [] : [{ hash, content }],
  )
}

function checkValid(opened: readonly OpenedSeal[]): ChainCheck {
  const id = 'seals.valid'
  const verdicts = opened.map(({ report }) => report.verdict)
  const open = (verdict: string) => ({
    params: { index: verdicts.findIndex((one) => one === verdict) },
  })
  if (verdicts.includes('invalid')) return failed(id, 'invalid', open('invalid'))
  if (verdicts.includes('indeterminate')) return unknown(id, 'indeterminate', open('indeterminate'))
  return passed(id)
}

function checkSameDay(links: readonly Link[], isWhole: boolean): ChainCheck {
  const id = 'seals.same-day'
  const days = new Set(links.map(({ content }) => `${content.date} ${content.facility}`))
  if (days.size > 1) return failed(id, 'differs')
  return isWhole ? passed(id) : unknown(id, 'not-all-valid')
}

/** From the first seal on, each points at the one before, none is missing and none has two that follow. */
function checkUnbroken(links: readonly Link[]): ChainCheck {
  const id = 'seals.unbroken'
  if (new Set(links.map(({ hash }) => hash)).size !== links.length) return failed(id, 'doubled')
  const inOrder = [...links].sort((one, other) => one.content.sequence - other.content.sequence)
  for (const [at, { content }] of inOrder.entries()) {
    const before = inOrder[at - 1]
    const details = { params: { sequence: content.sequence } }
    if (before?.content.sequence === content.sequence) return failed(id, 'fork', details)
    if (content.sequence !== at + 1) return failed(id, 'hole', { params: { sequence: at + 1 } })
    if (content.previous !== before?.hash) return failed(id, 'other-seal-before', details)
  }
  return passed(id)
}

/** The checks of seals that were judged. */
export function judgeChain(opened: readonly OpenedSeal[]): Report<SealChainCheckId> {
  if (opened.length === 0) {
    const [first, ...rest] = sealChainCheckIds
    const checks = [failed(first, 'none'), ...rest.map((id) => unknown(id, 'not-reached'))]
    return { verdict: 'invalid', checks }
  }
  const links = linksOf(opened)
  const isWhole = links.length === opened.length
  const checks: readonly ChainCheck[] = [
    passed('seals.present'),
    checkValid(opened),
    checkSameDay(links, isWhole),
    isWhole ? checkUnbroken(links) : unknown('seals.unbroken', 'not-all-valid'),
  ]
  return { verdict: verdictOf(checks, sealChainCheckIds), checks }
}

/**
 * Whether these are a day's seals without a hole or a fork: each valid, all of one facility and day, numbered from
 * 1, each pointing at the one before. Their order does not matter.
 *
 * It cannot see that the last ones are missing: compare the number with what the facility or the platform knows.
 *
 * @throws InputError `x509.path.instant` when `at` is not a date
 */
export async function verifySeals(
  seals: readonly DaySeal[],
  options: VerifySignatureOptions,
): Promise<SealChainReport> {
  const opened: OpenedSeal[] = []
  for (const seal of seals) opened.push(await openSeal(seal, options))
  return { ...judgeChain(opened), seals: opened.map(({ report }) => report) }
}
