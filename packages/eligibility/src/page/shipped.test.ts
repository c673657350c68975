/** The pages of every shipped policy, and what is said of versions that hold less than the one before. */
import { describe, expect, test } from 'vitest'
import * as shipped from '../policies/index.js'
import type { EligibilityPolicy } from '../policy/format.js'
import { renderPolicy, renderPolicyDifferences } from './render.js'

const forms = (['vi', 'en'] as const).flatMap((language) =>
  (['html', 'markdown'] as const).map((format) => ({ language, format })),
)
const english = { language: 'en', format: 'markdown' } as const

describe('renderPolicy', () => {
  const policies: readonly EligibilityPolicy[] = Object.values(shipped).flat()

  test.each(policies.map((policy) => [`${policy.id}@${policy.version}`, policy] as const))(
    '%s: every word is filled in, and every instrument is named',
    (_, policy) => {
      for (const form of forms) {
        const page = renderPolicy(policy, form).replace(/<style>[\s\S]*?<\/style>/, '')
        expect(page).not.toMatch(/(?<!\\)[{}]|undefined|null/)
        for (const { number } of policy.sources) expect(page).toContain(number)
      }
    },
  )

  const adults = shipped.covid19Adults18.at(-1) as EligibilityPolicy
  const page = renderPolicy(adults, english).split('\n')

  test.each([
    ['an offer without a condition', /^- Dose 1, for everybody: AstraZeneca/],
    ['an offer after other vaccines', /^- Dose 2, where .*AstraZeneca.*: Comirnaty/],
    ['an offer from a day on', /^- Dose 1, for everybody \(.*2021-09-17.*\): Abdala/],
    ['an infection that matters for some doses', /COVID-19 infection.*doses? 4, 5/i],
  ])('tells of adults %s', (_, sentence) => {
    expect(page.filter((line) => sentence.test(line))).not.toEqual([])
  })

  const [first] = shipped.routineChildhood2024 as [EligibilityPolicy, ...EligibilityPolicy[]]

  test('names the one who agrees, and strangers as they are', () => {
    const dose = {
      n: 1,
      products: ['unheard-of'],
      seasons: [{ from: first.effective.from, cite: [] }],
      cite: [],
    }
    const odd: EligibilityPolicy = {
      ...first,
      consent: { by: ['mother'], cite: ['unheard-of-instrument'] },
      assumptions: [],
      series: [{ ...(first.series[0] as EligibilityPolicy['series'][number]), doses: [dose] }],
      sources: first.sources.map(({ url: _, date: __, issuer: ___, ...source }) => source),
    }
    for (const form of forms) {
      const text = renderPolicy(odd, form)
      expect(text).toContain('unheard-of')
      expect(text).toContain('unheard-of-instrument')
      expect(text).not.toMatch(/undefined|null/)
    }
    expect(renderPolicy(odd, english)).toMatch(/^- The mother/m)
  })
})

describe('a place among courses, and a distance, that say the least', () => {
  const cite = ['947']
  const last = shipped.covid19Children5To11.at(-1) as EligibilityPolicy
  const lines = renderPolicy(
    {
      ...last,
      choice: { group: 'covid', standard: false, preference: 2, cite },
      spacing: [{ id: 'a', after: ['spikevax-50'], give: ['comirnaty-10'], min: 'P28D', cite }],
    },
    english,
  )
    .split('\n')
    .filter((line) => /^- (After S|One of|Begun|It may|The course|Applies)/.test(line))

  test('say nothing more', () => {
    expect(lines).toHaveLength(2)
    expect(lines.join()).not.toContain('is enough in history')
  })
})

describe('renderPolicyDifferences', () => {
  const last = shipped.covid19Children5To11.at(-1) as EligibilityPolicy
  const later: EligibilityPolicy = {
    ...last,
    version: 'later',
    effective: {
      from: last.effective.from.replace('2022', '2023') as typeof last.effective.from,
      to: null,
    },
    infectionDeferrals: [],
    assumptions: last.assumptions.slice(1),
  }

  test.each(forms)('%o: what came and what went stands alone in its row', (form) => {
    const gone = renderPolicyDifferences([last, later], form)
    const come = renderPolicyDifferences(
      [
        { ...later, effective: last.effective },
        { ...last, effective: later.effective },
      ],
      form,
    )
    expect(gone).toContain(form.language === 'vi' ? 'Đã mắc COVID-19' : 'COVID-19 infection')
    const cells = (page: string) =>
      page
        .split('\n')
        .filter((line) => line.includes('COVID-19 infection') || line.includes('Đã mắc COVID-19'))
    expect(cells(gone)).not.toEqual(cells(come))
    for (const page of [gone, come]) expect(page).not.toMatch(/undefined|null/)
  })

  test('of no version at all, nothing', () => {
    expect(renderPolicyDifferences([], english)).toContain('Where the versions differ')
  })
})
