/** Our recommendations, judged by a validator that nobody here wrote: plain R4. */
import { definePolicySet, evaluate, type Subject } from '@tiemchung/eligibility'
import { answerToFhir, covid19 } from '@tiemchung/eligibility/fhir'
import { covid19Adolescents12To17, covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { addDays, parseCivilDate } from '@tiemchung/core'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Judge, openJudge, validator } from './validator.fixture.js'
import { verdict } from './verdict.fixture.js'

const set = definePolicySet([...covid19Children5To11, ...covid19Adolescents12To17])

const dayFrom = (first: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((offset) => addDays(parseCivilDate(first), offset))

const product = fc.constantFrom(
  'comirnaty-10',
  'comirnaty-30',
  'spikevax-50',
  'spikevax-100',
  'other',
)
const yesNo = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)

const subject: fc.Arbitrary<Subject> = fc.record({
  birthDate: fc.oneof(
    dayFrom('2003-01-01', 6600),
    fc.constantFrom('2010', '2016', '2010-05', '2017-04'),
  ) as fc.Arbitrary<Subject['birthDate']>,
  doses: fc.array(fc.record({ date: dayFrom('2022-01-01', 400), product }), { maxLength: 4 }),
  facts: fc.record({
    covid19Infection: fc.record({ state: yesNo, onset: dayFrom('2021-11-01', 300) }),
    screening: fc.record({
      anaphylaxisToVaccine: fc.constantFrom('no' as const, 'no' as const, 'yes' as const),
      acuteOrProgressingDisease: fc.constantFrom('no' as const, 'no' as const, 'yes' as const),
      anyAllergy: yesNo,
      consciousnessOrBehaviourDisorder: fc.constant('no' as const),
      congenitalOrChronicDisease: fc.constantFrom('no' as const, 'yes' as const),
      abnormalHeartOrLungSounds: fc.constant('no' as const),
      anaphylaxisGrade3: fc.constant('no' as const),
      otherContraindication: fc.constant('no' as const),
    }),
  }),
  consent: fc.record({ state: fc.constantFrom('agreed' as const, 'refused' as const) }),
})

const asked = fc.record({ subject, on: dayFrom('2022-01-01', 700) })

const written = (many: number) =>
  fc.sample(asked, { numRuns: many, seed: 1815 }).map(({ subject: who, on }) =>
    answerToFhir(evaluate(who, set, on), {
      patient: { reference: 'Patient/example' },
      targetDisease: covid19,
      policies: set.policies,
    }),
  )

describe.skipIf(validator.skip)(validator.title, () => {
  let judge: Judge
  beforeAll(() => {
    judge = openJudge()
  })

  test('finds nothing wrong with 1,000 answers', () => {
    const resources = written(1000)
    const faults = resources.flatMap((one) => judge.faults('ImmunizationRecommendation', one))
    verdict('base-r4 ImmunizationRecommendation', 1000, resources.length, faults)
    const statuses = new Set(resources.map((one) => one.recommendation[0].forecastStatus.text))
    expect(statuses.size).toBeGreaterThan(6)
  })

  test.each<[string, (resource: Record<string, unknown>) => void, string]>([
    ['no patient', (one) => delete one['patient'], 'ImmunizationRecommendation.patient'],
    ['no recommendation', (one) => delete one['recommendation'], 'ImmunizationRecommendation.rec'],
    [
      'a day that is no day',
      (one) => (one['date'] = '14/04/2022'),
      'ImmunizationRecommendation.date',
    ],
  ])('does notice %s', (_, change, where) => {
    const copy = structuredClone(written(1)[0]) as unknown as Record<string, unknown>
    change(copy)
    expect(judge.faults('ImmunizationRecommendation', copy).join('\n')).toContain(where)
  })
})
