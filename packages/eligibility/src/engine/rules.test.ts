import { describe, expect, test } from 'vitest'
import { definePolicySet } from '../policy-set/define.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import type { Subject } from '../subject/subject.js'
import { evaluate } from './evaluate.js'
import { allNo, child, childrenOnly, civil, infected } from './people.fixture.js'
import { checkAll, type Row } from './rows.fixture.js'

describe('facts that are missing', () => {
  const rows: readonly Row[] = [
    [
      'no facts at all, as from a school list',
      { birthDate: child('2014-03-02').birthDate, doses: [], facts: {} },
      '2022-04-14',
      { status: 'needsScreening', earliest: civil('2022-03-28') },
    ],
    [
      'infection not asked',
      child('2014-03-02', [], { facts: { screening: allNo } }),
      '2022-04-14',
      { status: 'unknown', needs: ['covid19Infection'] },
    ],
    [
      'infection without a date',
      child('2014-03-02', [], { facts: { covid19Infection: { state: 'yes' }, screening: allNo } }),
      '2022-04-14',
      { status: 'unknown', earliest: null, needs: ['covid19Infection.onset'] },
    ],
    [
      'infection dated after today',
      child('2014-03-02', [], { facts: infected('2022-04-15') }),
      '2022-04-14',
      { status: 'unknown', earliest: null, needs: ['covid19Infection.onset'] },
    ],
    [
      'only the recovery is known, which bounds the onset',
      child('2014-03-02', [], {
        facts: {
          covid19Infection: { state: 'yes', recovery: civil('2022-02-01') },
          screening: allNo,
        },
      }),
      '2022-04-14',
      { status: 'unknown', earliest: civil('2022-05-01'), needs: ['covid19Infection.onset'] },
    ],
    [
      'one question of the form unanswered',
      child('2014-03-02', [], {
        facts: {
          covid19Infection: { state: 'no' },
          screening: { ...allNo, anyAllergy: 'unknown' },
        },
      }),
      '2022-04-14',
      { status: 'needsScreening', needs: ['screening.anyAllergy'] },
    ],
  ]
  checkAll(rows, childrenOnly)

  test('a policy that counts from recovery does not settle for the onset', () => {
    const set = definePolicySet(
      covid19Children5To11.map((one) => ({
        ...one,
        infectionDeferrals: one.infectionDeferrals.map((rule) => ({
          ...rule,
          anchor: 'recovery' as const,
        })),
      })),
    )
    const who = (infection: NonNullable<Subject['facts']['covid19Infection']>) =>
      child('2014-03-02', [], { facts: { covid19Infection: infection, screening: allNo } })
    const onset = civil('2022-03-01')
    expect(evaluate(who({ state: 'yes', onset }), set, civil('2022-08-01'))).toMatchObject({
      status: 'unknown',
      needs: ['covid19Infection.recovery'],
    })
    const recovery = civil('2022-03-20')
    expect(
      evaluate(who({ state: 'yes', onset, recovery }), set, civil('2022-06-19')),
    ).toMatchObject({
      status: 'deferred',
      earliest: '2022-06-20',
    })
  })
})

describe('the screening form of 5002/QĐ-BYT', () => {
  test.each([
    [
      'anaphylaxisToVaccine',
      { status: 'contraindicated', course: 'contraindicated', earliest: null },
    ],
    ['acuteOrProgressingDisease', { status: 'deferred', earliest: null, needs: ['rescreen'] }],
    [
      'anyAllergy',
      { status: 'eligible', cautions: [{ rule: 'screening-3', cite: ['5002/QĐ-BYT'] }] },
    ],
    [
      'consciousnessOrBehaviourDisorder',
      { status: 'eligible', cautions: [{ rule: 'screening-4' }] },
    ],
    ['congenitalOrChronicDisease', { status: 'eligible', site: 'hospital' }],
    ['abnormalHeartOrLungSounds', { status: 'eligible', site: 'hospital' }],
    ['anaphylaxisGrade3', { status: 'eligible', site: 'hospital' }],
    ['otherContraindication', { status: 'deferred', earliest: null, needs: ['rescreen'] }],
  ] as const)('yes to %s', (item, expected) => {
    const screening = { ...allNo, [item]: 'yes' }
    const who = child('2014-03-02', [], { facts: { covid19Infection: { state: 'no' }, screening } })
    expect(evaluate(who, childrenOnly, civil('2022-04-14'))).toMatchObject(expected)
  })
})
