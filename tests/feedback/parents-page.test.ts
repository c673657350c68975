import { feedbackPolicy9458 } from '@tiemchung/feedback/rules'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** The rows of the table on the page for parents, as cells. */
function rowsOf(language: 'vi' | 'en'): readonly (readonly string[])[] {
  const page = new URL(`../../docs/${language}/for-parents-feedback.md`, import.meta.url)
  const rows = readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '))
  return rows.slice(2)
}

describe('the page for parents', () => {
  test.each(['vi', 'en'] as const)(
    'says in %s what the policy says, reason by reason',
    (language) => {
      const said = feedbackPolicy9458.rejections.map(({ says, bring }) => [
        says[language],
        bring[language],
      ])
      expect(rowsOf(language)).toEqual(said)
      expect(said).toHaveLength(13)
    },
  )
})
