/** Reports on signatures: sentences for a person, an object a line for a program. Nothing of a record but its id. */
import { type Check, isUuid, type Language, type Params, type Verdict } from '@tiemchung/core'
import type { SealContent, SignerFacts } from '@tiemchung/signing'
import type { Io } from '../../io.js'
import { outcomeWord } from '../../report/words.js'
import { safeText } from '../x509/text.js'
import { checkSentence } from './check-words.js'

/** A report on a seal, a record or a day. */
export interface AnyReport {
  readonly kind?: 'seal' | 'record' | 'day'
  readonly verdict: Verdict
  readonly checks: readonly Check[]
  readonly recordId?: string | undefined
  readonly signer?: SignerFacts
  readonly content?: SealContent
}

/** How reports are printed. */
export interface Printing {
  readonly language: Language
  readonly json: boolean
}

const paramTexts = (params: Params = {}): readonly string[] =>
  Object.entries(params).map(([name, value]) => `${name}=${value}`)

/** What stands in the place of an id may be anything, also what must not be told. */
const idOf = ({ recordId }: AnyReport) => (isUuid(recordId) ? recordId : undefined)

/** The signer as far as it names nobody. */
function signerJson({ path: _, timestamps, ...facts }: SignerFacts): object {
  return { ...facts, timestamps: timestamps.map(({ verdict }) => verdict) }
}

/** A report as an object of JSON. */
export function reportObject(report: AnyReport): object {
  const { kind, verdict, checks, signer, content } = report
  const recordId = idOf(report)
  return {
    kind,
    ...(recordId === undefined ? {} : { recordId }),
    verdict,
    checks,
    ...(signer === undefined ? {} : { signer: signerJson(signer) }),
    ...(content === undefined ? {} : { content }),
  }
}

/** One line for each check: its id, its outcome, and why. */
export function sayChecks(io: Io, checks: readonly Check[], language: Language): void {
  for (const check of checks) {
    const { id, status, reason, params } = check
    const details = [reason, ...paramTexts(params)].filter(Boolean).join(' ')
    const tail = details === '' ? '' : ` [${details}]`
    io.out(`  ${id} ${status}: ${checkSentence(check, language)}${tail}`)
  }
}

/** Prints a report: the verdict, and every check, passed ones as well. */
export function showReport(io: Io, report: AnyReport, { language, json }: Printing): void {
  if (json) {
    io.out(JSON.stringify(reportObject(report)))
    return
  }
  const { kind, verdict, checks, content } = report
  const place = content && `${safeText(content.facility)} ${content.date} #${content.sequence}`
  const word = outcomeWord(verdict, language, io.terminal.colour)
  io.out([kind, idOf(report), place, word].filter(Boolean).join(' '))
  sayChecks(io, checks, language)
}
