import {
  errorCatalogue as coreCatalogue,
  errorsOf,
  type Issue,
  type Language,
} from '@tiemchung/core'
import {
  type EligibilityPolicy,
  errorCatalogue,
  lintEligibilityPolicy,
  lintPolicySet,
  lintVolumes,
} from '@tiemchung/eligibility'
import type { ExitCode } from '../../exit-code.js'
import type { Io } from '../../io.js'
import { documentsOf, shipped } from './read.js'

/** The options of `policy lint`. */
export interface PolicyLintCommand {
  readonly json?: boolean
}

const sound: Readonly<Record<Language, (policies: number) => string>> = {
  vi: (policies) => `Không có lỗi: ${policies} chính sách.`,
  en: (policies) => `No fault: ${policies} policies.`,
}

/** `[0].products[1].use` of a list, `products[1].use` of one document. */
function placeOf({ path }: Issue): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
  return text.replace(/^\./, '') || '.'
}

/** What to do about an issue. */
function fixOf({ code }: Issue, language: Language): string {
  const todos: Readonly<Record<string, { readonly todo: Readonly<Record<Language, string>> }>> = {
    ...coreCatalogue,
    ...errorCatalogue,
  }
  return todos[code]?.todo[language] ?? ''
}

/** A volume can only be held against those that ship once the document has its shape. */
function documentIssues(document: unknown): readonly Issue[] {
  const issues = lintEligibilityPolicy(document)
  if (errorsOf(issues).length > 0) return issues
  return [...issues, ...lintVolumes(document as EligibilityPolicy, shipped)]
}

function issuesOf(documents: readonly unknown[]): Issue[] {
  const many = documents.length > 1
  const each = documents.flatMap((document, index) =>
    documentIssues(document).map((one) => (many ? { ...one, path: [index, ...one.path] } : one)),
  )
  // Only documents of the right shape can be held against each other.
  if (errorsOf(each).length > 0) return each
  return [...each, ...lintPolicySet(documents as readonly EligibilityPolicy[])]
}

/** Says what is wrong with policy documents, where, and what to do. Without an error it is 0, else 65. */
export async function policyLint(
  io: Io,
  name: string,
  options: PolicyLintCommand,
  language: Language,
): Promise<ExitCode> {
  const documents = await documentsOf(io, name)
  const issues = issuesOf(documents)
  for (const one of issues) {
    const [place, says, fix] = [placeOf(one), one.message[language], fixOf(one, language)]
    const { code, severity } = one
    if (options.json === true) io.out(JSON.stringify({ path: place, code, severity, says, fix }))
    else io.out(`${place}: ${says} ${fix} [${code}]`)
  }
  if (issues.length === 0 && options.json !== true) io.out(sound[language](documents.length))
  return errorsOf(issues).length === 0 ? 0 : 65
}
