import { type Language, utf8 } from '@tiemchung/core'
import { type EligibilityPolicy, parseEligibilityPolicy } from '@tiemchung/eligibility'
import { renderPolicy, renderPolicyDifferences } from '@tiemchung/eligibility/page'
import type { ExitCode } from '../../exit-code.js'
import { oneOf } from '../../input.js'
import type { Io } from '../../io.js'
import { writeTo } from '../../output.js'
import { documentsOf } from './read.js'

/** The options of `policy page`. */
export interface PolicyPageCommand {
  readonly format: string
  /** Default: standard output. */
  readonly out?: string
  /** What each version of a list changes, instead of the newest version. */
  readonly differences?: boolean
}

/**
 * Writes a policy as a page to read: of a list the version that came into force last.
 *
 * @throws ParseError `cli.file`, `cli.json`, `cli.empty`; `eligibility.policy` with an issue for each fault
 */
export async function policyPage(
  io: Io,
  name: string,
  options: PolicyPageCommand,
  language: Language,
): Promise<ExitCode> {
  const format = oneOf('--format', options.format, ['html', 'markdown'])
  const policies = (await documentsOf(io, name))
    .map(parseEligibilityPolicy)
    .sort((left, right) => (left.effective.from < right.effective.from ? -1 : 1))
  const newest = policies.at(-1) as EligibilityPolicy
  const page =
    options.differences === true
      ? renderPolicyDifferences(policies, { language, format })
      : renderPolicy(newest, { language, format })
  if (options.out === undefined) io.out(page.trimEnd())
  else await writeTo(io, '--out', options.out, utf8(page))
  return 0
}
