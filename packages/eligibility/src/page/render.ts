import type { Language } from '@tiemchung/core'
import type { EligibilityPolicy } from '../policy/format.js'
import { contentOf } from './content.js'
import { differencesHtml, htmlOf } from './html.js'
import { differencesMarkdown, markdownOf } from './markdown.js'
import { voiceOf } from './speak.js'

/** How a page is written. */
export interface PageOptions {
  readonly language: Language
  readonly format: 'html' | 'markdown'
}

/**
 * A policy as a page that a clinician can hold against the dispatch: who, vaccines with volume, doses and
 * intervals, infection, the screening form in its order, consent, precedence; each sentence with its instrument and
 * how sure we are of it, the assumptions apart. The same policy gives the same bytes; the HTML loads nothing and
 * prints on A4.
 *
 * Does *not* lint: a document from outside goes through `parseEligibilityPolicy` first.
 *
 * @example
 * ```ts
 * import { type EligibilityPolicy, renderPolicy } from '@tiemchung/eligibility/page'
 * const page = (policy: EligibilityPolicy) => renderPolicy(policy, { language: 'vi', format: 'html' })
 * ```
 */
export function renderPolicy(policy: EligibilityPolicy, options: PageOptions): string {
  const voice = voiceOf(options.language)
  const page = contentOf(policy, voice)
  return options.format === 'html' ? htmlOf(page, voice) : markdownOf(page, voice)
}

/**
 * Versions of one policy in the order of their days, as a page of what each changes in the one before it.
 *
 * @example
 * ```ts
 * import { renderPolicyDifferences } from '@tiemchung/eligibility/page'
 * import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
 * const page = renderPolicyDifferences(covid19Children5To11, { language: 'en', format: 'markdown' })
 * ```
 */
export function renderPolicyDifferences(
  versions: readonly EligibilityPolicy[],
  options: PageOptions,
): string {
  const voice = voiceOf(options.language)
  const ordered = [...versions].sort((left, right) =>
    left.effective.from < right.effective.from ? -1 : 1,
  )
  const pages = ordered.map((policy) => contentOf(policy, voice))
  const title = pages.at(-1)?.title ?? ''
  return options.format === 'html'
    ? differencesHtml(title, pages, voice)
    : differencesMarkdown(title, pages, voice)
}
