import { describe, expect, test } from 'vitest'
import { covid19Adolescents12To17 } from '../policies/covid19-adolescents-12-17.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import type { EligibilityPolicy } from '../policy/format.js'
import { renderPolicy, renderPolicyDifferences } from './render.js'

const shipped = [...covid19Children5To11, ...covid19Adolescents12To17]
const newest = covid19Children5To11.at(-1) as EligibilityPolicy
const forms = (['vi', 'en'] as const).flatMap((language) =>
  (['html', 'markdown'] as const).map((format) => ({ language, format })),
)

/** What a reader sees of an HTML page. */
const textOf = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) =>
      name === 'amp'
        ? '&'
        : name === 'lt'
          ? '<'
          : name === 'gt'
            ? '>'
            : name === 'quot'
              ? '"'
              : "'",
    )

describe('renderPolicy', () => {
  test('says the children’s policy in English', () => {
    const text = textOf(renderPolicy(newest, { language: 'en', format: 'html' }))
    for (const sentence of [
      'COVID-19 vaccination of children from 5 to under 12',
      'In force: from 2022-06-29 on',
      'From 5 years to under 12 years, on the day of the dose. [3405/BYT-DP, text read',
      '0.2 ml, not 2 ml',
      '0.25 ml, not 2.5 ml',
      'Dose 2: at least 28 days (4 weeks) after dose 1.',
      'Dose 2 must be the same vaccine as dose 1.',
      'COVID-19 infection: wait 3 months from the first symptom or first positive test.',
      'The father, mother or guardian must agree. [1535/BYT-DP, text read]',
      'From 12 years on, the policy vn.covid19.adolescents-12-17 applies. [assumption 4]',
      'Assumptions: what no text settles',
    ]) {
      expect(text).toContain(sentence)
    }
  })

  test('says it in Vietnamese, with the comma of the language', () => {
    const text = textOf(renderPolicy(newest, { language: 'vi', format: 'html' }))
    for (const sentence of [
      'Có hiệu lực: từ ngày 29/06/2022',
      'Từ 5 tuổi đến dưới 12 tuổi, tính vào ngày tiêm. [3405/BYT-DP, đã đọc văn bản',
      '0,2 ml, không phải 2 ml',
      'Mũi 2: ít nhất 28 ngày (4 tuần) sau mũi 1.',
      'Phải có đồng ý của cha, mẹ hoặc người giám hộ.',
    ]) {
      expect(text).toContain(sentence)
    }
  })

  test('asks the questions of the form in its own order', () => {
    const page = renderPolicy(newest, { language: 'en', format: 'markdown' })
    const items = [...page.matchAll(/^\| (\d) \|.*\| ([a-z ]+) \| /gm)].map(
      ([, item, means]) => `${item} ${means}`,
    )
    expect(items).toEqual([
      '1 do not vaccinate',
      '2 defer until screened again',
      '3 vaccinate with caution',
      '4 vaccinate with caution',
      '5 screen and vaccinate in hospital',
      '6 screen and vaccinate in hospital',
      '7 screen and vaccinate in hospital',
      '8 defer until screened again',
    ])
  })

  const each = shipped.flatMap((policy) =>
    forms.map((form) => [`${policy.id}@${policy.version}`, form, policy] as const),
  )
  test.each(each)(
    '%s, %o: nothing unfilled, every source and assumption there',
    (_, form, policy) => {
      const page = renderPolicy(policy, form)
      const text = form.format === 'html' ? textOf(page) : page.replace(/\\(.)/g, '$1')
      expect(text).not.toMatch(/[{}]|undefined|null|NaN/)
      for (const { number } of policy.sources) expect(text).toContain(number)
      for (const { says } of policy.assumptions) expect(text).toContain(says[form.language])
      for (const product of policy.products) expect(text).toContain(product.name[form.language])
      expect(renderPolicy(structuredClone(policy), form)).toBe(page)
    },
  )

  test.each(shipped.map((policy) => [`${policy.id}@${policy.version}`, policy] as const))(
    '%s: every link within the page leads somewhere, every id is there once',
    (_, policy) => {
      const page = renderPolicy(policy, { language: 'vi', format: 'html' })
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const targets = [...page.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)].map(
        ([, id]) => id,
      )
      expect(targets.length).toBeGreaterThan(20)
      expect(targets.filter((id) => !ids.includes(id))).toEqual([])
    },
  )

  const hostile = '<script>alert("1")</script> | `a` [b](c) & \'d\'\n# e'
  const bent: EligibilityPolicy = {
    ...newest,
    title: { vi: hostile, en: hostile },
    sources: newest.sources.map((one) => ({ ...one, number: hostile, url: 'javascript:alert(1)' })),
    assumptions: newest.assumptions.map((one) => ({ ...one, says: { vi: hostile, en: hostile } })),
  }

  test('text of the policy is never markup in HTML', () => {
    const page = renderPolicy(bent, { language: 'en', format: 'html' })
    expect(page).not.toContain('<script')
    expect(page).not.toContain('href="javascript')
    expect(textOf(page)).toContain(hostile)
  })

  test('text of the policy is never markup in Markdown', () => {
    const page = renderPolicy(bent, { language: 'en', format: 'markdown' })
    expect(page).not.toMatch(/(?<!\\)<script/)
    expect(page).not.toMatch(/^# e/m)
    expect(page).not.toContain('[b](c)')
  })

  test('what a policy does not have is said, or left out', () => {
    const { ageTransition: _, ...rest } = newest
    const bare: EligibilityPolicy = {
      ...rest,
      consent: null,
      infectionDeferrals: [],
      contraindications: [],
      screeningDeferrals: [],
      precautions: [],
      hospital: [],
      assumptions: [],
      calendar: { monthOverflow: 'clamp', firstDay: 'next' },
    }
    const page = renderPolicy(bare, { language: 'en', format: 'markdown' })
    expect(page).toContain('Nobody else has to agree.')
    expect(page).toContain('This policy has no screening form.')
    expect(page).toContain('its last day stands for it')
    expect(page).toContain('## Assumptions: what no text settles\n\nNone.')
    expect(page).not.toContain('## After infection')
    expect(page).not.toContain('## Past the age')
  })
})

describe('renderPolicyDifferences', () => {
  test.each(forms)('%o: tells what each version changed, and nothing else', (form) => {
    const page = renderPolicyDifferences([...covid19Children5To11].reverse(), form)
    const steps = [...page.matchAll(/(\d{4}-\d\d-\d\d\.1) → (\d{4}-\d\d-\d\d\.1)/g)]
    expect(steps).toHaveLength(covid19Children5To11.length - 1)
    expect(steps[0]?.slice(1)).toEqual(['2022-03-28.1', '2022-03-31.1'])
    expect(page).toContain('Spikevax (Moderna) 50 µg')
    expect(page).toContain('947/VSDTTƯ-TCQG')
    expect(page).not.toContain('Comirnaty (Pfizer) 30 µg (comirnaty-30)')
  })

  test('of one version, nothing', () => {
    const page = renderPolicyDifferences([newest], { language: 'en', format: 'markdown' })
    expect(page).toBe(
      '# COVID-19 vaccination of children from 5 to under 12: Where the versions differ\n',
    )
  })
})
