import { describe, expect, test } from 'vitest'
import type { Answer } from '../engine/answer.js'
import { evaluate } from '../engine/evaluate.js'
import { allNo, child, childrenOnly, civil, infected } from '../engine/people.fixture.js'
import { statuses } from '../policy/format.js'
import type { Subject } from '../subject/subject.js'
import { covid19 } from './codes.js'
import { answerToFhir } from './recommendation.js'

const patient = { reference: 'Patient/example' }
const { policies } = childrenOnly

const written = (who: Subject, on: string) =>
  answerToFhir(evaluate(who, childrenOnly, civil(on)), {
    patient,
    targetDisease: covid19,
    policies,
    language: 'en',
  }).recommendation[0]

describe('answerToFhir', () => {
  const eight = '2014-03-02'
  const once = ['2022-04-20 comirnaty-10']
  const anaphylaxis = { screening: { ...allNo, anaphylaxisToVaccine: 'yes' as const } }

  test.each<[string, Subject, string, string]>([
    ['eligible', child(eight), '2022-05-01', 'notComplete'],
    ['tooYoung', child('2019-01-01'), '2022-05-01', 'notComplete'],
    ['tooOld', child('2009-01-01'), '2022-05-01', 'agedOut'],
    ['tooSoon', child(eight, once), '2022-05-01', 'notComplete'],
    ['deferred', child(eight, [], { facts: infected('2022-04-01') }), '2022-05-01', 'notComplete'],
    ['contraindicated', child(eight, [], { facts: anaphylaxis }), '2022-05-01', 'contraindicated'],
    ['complete', child(eight, [...once, '2022-05-18 comirnaty-10']), '2022-06-01', 'complete'],
    ['notRecommended', child(eight), '2022-01-01', 'notRecommended'],
    ['needsConsent', child(eight, [], { consent: { state: 'none' } }), '2022-05-01', 'notComplete'],
    ['unknown', child('2018-05'), '2023-05-15', 'conditional'],
    [
      'needsScreening',
      child(eight, [], { facts: { covid19Infection: { state: 'no' } } }),
      '2022-05-01',
      'notComplete',
    ],
  ])('%s', (status, who, on, code) => {
    const { forecastStatus } = written(who, on)
    expect(forecastStatus.text).toBe(status)
    expect(forecastStatus.coding?.[0]?.code).toBe(code)
  })

  test('the table above holds every status', () => {
    expect(statuses).toHaveLength(11)
  })

  test('the four days by their LOINC codes', () => {
    const answer = evaluate(child('2010-06-01', once), childrenOnly, civil('2022-05-01'))
    const dated: Answer = { ...answer, overdueFrom: civil('2022-05-25') }
    const { recommendation } = answerToFhir(dated, { patient, targetDisease: covid19 })
    const days = recommendation[0].dateCriterion?.map(
      ({ code, value }) => `${code.coding?.[0]?.code} ${value}`,
    )
    expect(days).toEqual([
      '30981-5 2022-05-18',
      '30980-7 2022-05-18',
      '59778-1 2022-05-25',
      '59777-3 2022-05-31',
    ])
  })

  test('vaccines by product and CVX, dose and reasons with their instruments', () => {
    const { vaccineCode, doseNumberPositiveInt, series, forecastReason, description } = written(
      child(eight, once),
      '2022-05-01',
    )
    expect(vaccineCode).toEqual([
      {
        coding: [
          { system: 'https://tiemchung.dev/fhir/CodeSystem/product', code: 'comirnaty-10' },
          { system: 'http://hl7.org/fhir/sid/cvx', code: '218' },
        ],
        text: 'Comirnaty (Pfizer) 10 µg',
      },
    ])
    expect({ doseNumberPositiveInt, series }).toEqual({
      doseNumberPositiveInt: 2,
      series: 'primary',
    })
    expect(forecastReason?.map((one) => one.text)).toContain('dose-2/interval-1 (947/VSDTTƯ-TCQG)')
    expect(description).toContain('Too soon for dose 2.')
  })

  test('what is not known to the caller is left out, never empty', () => {
    const full = child(eight, [...once, '2022-05-18 comirnaty-10'])
    const resource = answerToFhir(evaluate(full, childrenOnly, civil('2022-06-01')), {
      patient,
      targetDisease: covid19,
      id: 'one',
      authority: { display: 'Bộ Y tế' },
    })
    expect(resource).toMatchObject({
      id: 'one',
      date: '2022-06-01',
      authority: { display: 'Bộ Y tế' },
    })
    const [recommendation] = resource.recommendation
    expect(recommendation).not.toHaveProperty('vaccineCode')
    expect(recommendation).not.toHaveProperty('dateCriterion')
    expect(recommendation).not.toHaveProperty('doseNumberPositiveInt')
    expect(recommendation.description).toContain('Đã tiêm đủ')
  })
})
