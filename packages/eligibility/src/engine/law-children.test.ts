/** The texts as tables, one row a case, each under the number of the instrument that the answer names. */
import { describe, expect, test } from 'vitest'
import { definePolicySet } from '../policy-set/define.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { instruments } from '../policies/instruments/children.js'
import type { Subject, YesNoUnknown } from '../subject/subject.js'
import type { Answer } from './answer.js'
import { evaluate } from './evaluate.js'
import { allNo, child, childrenOnly, civil } from './people.fixture.js'
import { articlesOf, checkLaw, type LawRow } from './rows.fixture.js'

const eight = '2014-03-02'
const first = ['2022-04-20 comirnaty-10']

const ill = (onset: string, recovery?: string): Pick<Subject, 'facts'> => ({
  facts: {
    covid19Infection: {
      state: 'yes',
      onset: civil(onset),
      ...(recovery === undefined ? {} : { recovery: civil(recovery) }),
    },
    screening: allNo,
  },
})

const answered = (item: string, answer: YesNoUnknown) => ({
  facts: { covid19Infection: { state: 'no' as const }, screening: { ...allNo, [item]: answer } },
})

describe('age', () => {
  const rows: readonly LawRow[] = [
    ['1535/BYT-DP', 'four years', child('2018-04-14'), '2022-04-14', { status: 'tooYoung' }],
    [
      '1535/BYT-DP',
      'born on 29 February, five on 1 March: the day before',
      child('2016-02-29'),
      '2021-02-28',
      { status: 'tooYoung' },
    ],
    [
      '1535/BYT-DP',
      'born on 31 December, five on New Year’s Eve',
      child('2017-12-31'),
      '2022-12-30',
      { status: 'tooYoung', earliest: civil('2022-12-31') },
    ],
    [
      '1535/BYT-DP',
      'eleven until the eve of the twelfth birthday',
      child('2010-07-01'),
      '2022-06-30',
      { status: 'eligible', lastDay: civil('2022-06-30') },
    ],
    [
      '1535/BYT-DP',
      'born on 29 February, eleven on the eve of a leap day',
      child('2012-02-29'),
      '2024-02-28',
      { status: 'eligible', lastDay: civil('2024-02-28') },
    ],
    [
      '1535/BYT-DP',
      'born on 29 February, twelve on the leap day',
      child('2012-02-29'),
      '2024-02-29',
      { status: 'tooOld', lastDay: null },
    ],
    [
      '1535/BYT-DP',
      'month of birth only, all of its days five already',
      child('2017-03'),
      '2022-04-14',
      { status: 'eligible', needs: [] },
    ],
    [
      '1535/BYT-DP',
      'month of birth only, some of its days five',
      child('2017-04'),
      '2022-04-14',
      {
        status: 'unknown',
        needs: ['birthDate'],
        uncertain: {
          birthDate: { from: civil('2017-04-01'), to: civil('2017-04-30') },
          earliest: { from: civil('2022-04-01'), to: civil('2022-04-30') },
        },
      },
    ],
    [
      '1535/BYT-DP',
      'month of birth only, twelve at the earliest tomorrow',
      child('2010-05'),
      '2022-04-30',
      { status: 'eligible' },
    ],
    [
      '1535/BYT-DP',
      'month of birth only, perhaps twelve today',
      child('2010-05'),
      '2022-05-01',
      { status: 'unknown', needs: ['birthDate'] },
    ],
    [
      '1535/BYT-DP',
      'year of birth only, nobody of that year is five',
      child('2018'),
      '2022-12-31',
      { status: 'tooYoung' },
    ],
    [
      '1535/BYT-DP',
      'February of a leap year only',
      child('2012-02'),
      '2024-02-15',
      { status: 'unknown', needs: ['birthDate'] },
    ],
  ]
  checkLaw(rows, childrenOnly)
})

describe('product, strength and volume', () => {
  test.each<[string, string, string, string, readonly string[], readonly string[]]>([
    [
      '457/QĐ-BYT',
      'five: 0.2 ml, never 2 ml',
      '2017-04-14',
      '2022-04-14',
      [],
      ['comirnaty-10 10 µg 0.2 ml from 2022-04-14', 'spikevax-50 50 µg 0.25 ml from 2023-04-14'],
    ],
    [
      '457/QĐ-BYT',
      'eleven: still 0.2 ml, not the 0.3 ml of twelve',
      '2010-04-15',
      '2022-04-14',
      [],
      ['comirnaty-10 10 µg 0.2 ml from 2022-03-28', 'spikevax-50 50 µg 0.25 ml from 2022-03-31'],
    ],
    [
      '3405/BYT-DP',
      'after Comirnaty only Comirnaty',
      eight,
      '2022-07-01',
      first,
      ['comirnaty-10 10 µg 0.2 ml from 2022-05-18'],
    ],
    [
      '3405/BYT-DP',
      'after Spikevax only Spikevax',
      eight,
      '2022-07-01',
      ['2022-04-20 spikevax-50'],
      ['spikevax-50 50 µg 0.25 ml from 2022-05-18'],
    ],
    [
      instruments['moderna-6'].number,
      'six tomorrow: Spikevax from the birthday on',
      '2016-05-02',
      '2022-05-01',
      [],
      ['comirnaty-10 10 µg 0.2 ml from 2022-03-28', 'spikevax-50 50 µg 0.25 ml from 2022-05-02'],
    ],
  ])('%s: %s', (article, _name, birth, on, doses, expected) => {
    const answer = evaluate(child(birth, doses), childrenOnly, civil(on))
    const offered = answer.products.map(
      ({ id, doseMcg, volumeMl, from }) => `${id} ${doseMcg} µg ${volumeMl} ml from ${from}`,
    )
    expect(offered).toEqual(expected)
    expect(articlesOf(answer)).toContain(article)
  })
})

describe('interval', () => {
  const rows: readonly LawRow[] = [
    [
      '947/VSDTTƯ-TCQG',
      'three days early',
      child(eight, first),
      '2022-05-15',
      { status: 'tooSoon', dose: 2, earliest: civil('2022-05-18') },
    ],
    [
      '947/VSDTTƯ-TCQG',
      'given three days early: not counted, and 28 days from it',
      child(eight, [...first, '2022-05-15 comirnaty-10']),
      '2022-06-11',
      { status: 'tooSoon', dose: 2, earliest: civil('2022-06-12') },
    ],
    [
      '1535/BYT-DP',
      'before 947 the same four weeks, as an assumption',
      child(eight, ['2022-04-01 comirnaty-10']),
      '2022-04-24',
      { status: 'tooSoon', earliest: civil('2022-04-29') },
    ],
    [
      '947/VSDTTƯ-TCQG',
      'four weeks over the end of a month',
      child(eight, ['2022-05-31 comirnaty-10']),
      '2022-06-27',
      { status: 'tooSoon', earliest: civil('2022-06-28') },
    ],
    [
      '947/VSDTTƯ-TCQG',
      'four weeks over a leap day: one day sooner by the calendar',
      child('2016-03-02', ['2024-02-10 comirnaty-10']),
      '2024-03-08',
      { status: 'tooSoon', earliest: civil('2024-03-09') },
    ],
    [
      '3405/BYT-DP',
      'years late: no upper limit, the course goes on',
      child(eight, first),
      '2025-12-31',
      { status: 'eligible', dose: 2, overdueFrom: null },
    ],
    [
      '947/VSDTTƯ-TCQG',
      'the last possible day of dose 2 is the eve of the twelfth birthday',
      child('2010-05-19', first),
      '2022-05-18',
      { status: 'eligible', dose: 2, lastDay: civil('2022-05-18') },
    ],
  ]
  checkLaw(rows, childrenOnly)
})

/** The same policies under the other reading of "three months after infection". */
const fromRecovery = definePolicySet(
  covid19Children5To11.map((one) => ({
    ...one,
    infectionDeferrals: one.infectionDeferrals.map((rule) => ({
      ...rule,
      anchor: 'recovery' as const,
    })),
  })),
)

describe('infection, from the first symptom or first positive test', () => {
  const rows: readonly LawRow[] = [
    [
      '1848/BYT-DP',
      'recovery does not move the day',
      child(eight, [], ill('2022-02-01', '2022-02-14')),
      '2022-04-30',
      { status: 'deferred', earliest: civil('2022-05-01') },
    ],
    [
      '1848/BYT-DP',
      'infection on the last day of February of a leap year',
      child('2016-03-02', [], ill('2024-02-29')),
      '2024-05-28',
      { status: 'deferred', earliest: civil('2024-05-29') },
    ],
    [
      '1848/BYT-DP',
      'infection on 30 November: forward to 1 March',
      child(eight, [], ill('2022-11-30')),
      '2023-02-28',
      { status: 'deferred', earliest: civil('2023-03-01') },
    ],
    [
      '1848/BYT-DP',
      'when is not known',
      child(eight, [], { facts: { covid19Infection: { state: 'yes' }, screening: allNo } }),
      '2022-05-01',
      { status: 'unknown', needs: ['covid19Infection.onset'] },
    ],
    [
      '1848/BYT-DP',
      'whether is not known',
      child(eight, [], { facts: { screening: allNo } }),
      '2022-05-01',
      { status: 'unknown', needs: ['covid19Infection'] },
    ],
    [
      '1848/BYT-DP',
      'infection outlasts the age: nothing is left',
      child('2010-06-01', [], ill('2022-04-01')),
      '2022-05-01',
      { status: 'tooOld', earliest: null },
    ],
    [
      '1848/BYT-DP',
      'an infection after the day that is asked about',
      child(eight, [], ill('2022-06-01')),
      '2022-05-01',
      { status: 'unknown', needs: ['covid19Infection.onset'] },
    ],
  ]
  checkLaw(rows, childrenOnly)
})

describe('infection, from recovery', () => {
  const rows: readonly LawRow[] = [
    [
      '1848/BYT-DP',
      'recovery two weeks later moves the day by two weeks',
      child(eight, [], ill('2022-02-01', '2022-02-14')),
      '2022-05-13',
      { status: 'deferred', earliest: civil('2022-05-14') },
    ],
    [
      '1848/BYT-DP',
      'three months after recovery',
      child(eight, [], ill('2022-02-01', '2022-02-14')),
      '2022-05-14',
      { status: 'eligible' },
    ],
    [
      '1848/BYT-DP',
      'recovery is not known',
      child(eight, [], ill('2022-02-01')),
      '2022-05-14',
      { status: 'unknown', needs: ['covid19Infection.recovery'] },
    ],
  ]
  checkLaw(rows, fromRecovery)
})

describe('the screening form, question by question', () => {
  const yes = (item: string, expected: Partial<Answer>): LawRow => [
    '5002/QĐ-BYT',
    `${item}: yes`,
    child(eight, [], answered(item, 'yes')),
    '2022-05-01',
    expected,
  ]
  checkLaw(
    [
      yes('anaphylaxisToVaccine', { status: 'contraindicated', course: 'contraindicated' }),
      yes('acuteOrProgressingDisease', { status: 'deferred', needs: ['rescreen'] }),
      yes('anyAllergy', { status: 'eligible', site: 'any' }),
      yes('consciousnessOrBehaviourDisorder', { status: 'eligible', site: 'any' }),
      yes('congenitalOrChronicDisease', { status: 'eligible', site: 'hospital' }),
      yes('abnormalHeartOrLungSounds', { status: 'eligible', site: 'hospital' }),
      yes('anaphylaxisGrade3', { status: 'eligible', site: 'hospital' }),
      yes('otherContraindication', { status: 'deferred', needs: ['rescreen'] }),
    ],
    childrenOnly,
  )
  checkLaw(
    Object.keys(allNo).map((item) => [
      '5002/QĐ-BYT',
      `${item}: not asked`,
      child(eight, [], answered(item, 'unknown')),
      '2022-05-01',
      { status: 'needsScreening', needs: [`screening.${item}`], earliest: civil('2022-03-28') },
    ]),
    childrenOnly,
  )
})

describe('consent', () => {
  const consents = (consent: Subject['consent'], expected: Partial<Answer>): LawRow => [
    '1535/BYT-DP',
    JSON.stringify(consent ?? 'no form'),
    { ...child(eight), ...(consent === undefined ? {} : { consent }) },
    '2022-05-01',
    expected,
  ]
  checkLaw(
    [
      consents({ state: 'agreed', by: 'father' }, { status: 'eligible' }),
      consents({ state: 'agreed', by: 'mother' }, { status: 'eligible' }),
      consents({ state: 'agreed', by: 'guardian' }, { status: 'eligible' }),
      consents({ state: 'agreed', date: civil('2022-05-01') }, { status: 'eligible' }),
      consents({ state: 'agreed', date: civil('2022-05-02') }, { status: 'needsConsent' }),
      consents({ state: 'refused', by: 'father' }, { status: 'needsConsent', needs: ['consent'] }),
      consents({ state: 'none' }, { status: 'needsConsent', needs: ['consent'] }),
    ],
    childrenOnly,
  )
})
