/** Somebody for every rule of the policies for adults and for routine vaccination. */
import { addDays } from '@tiemchung/core'
import { child, civil } from '../engine/people.fixture.js'
import { covid19Adults18 } from '../policies/covid19-adults-18.js'
import { routineChildhood2024 } from '../policies/routine-2024.js'
import { definePolicySet, type PolicySet } from '../policy-set/define.js'
import type { Subject, SubjectFacts } from '../subject/subject.js'

type Case = readonly [who: Subject, on: string, set: PolicySet, stock?: readonly string[]]

export const adultsOnly = definePolicySet(covid19Adults18)
/** One set a policy: each is asked about by itself. */
export const routineSets = routineChildhood2024.map((policy) => definePolicySet([policy]))

const plain: SubjectFacts = {
  covid19Infection: { state: 'no' },
  immunocompromised: 'no',
  highExposure: 'no',
}
const old = '1960-05-05'
const on = '2022-09-01'

const adult = (
  doses: readonly string[],
  facts: SubjectFacts = {},
  stock?: readonly string[],
): Case => {
  const who = child(old, doses, { facts: { ...plain, ...facts } })
  return stock === undefined ? [who, on, adultsOnly] : [who, on, adultsOnly, stock]
}

const ill = (recovery?: string): SubjectFacts => ({
  covid19Infection: {
    state: 'yes',
    onset: civil('2022-08-01'),
    ...(recovery === undefined ? {} : { recovery: civil(recovery) }),
  },
})
const weak: SubjectFacts = { immunocompromised: 'yes' }
const twice = (product: string) => [`2022-01-10 ${product}`, `2022-03-10 ${product}`]
const pfizer = twice('comirnaty-30')
const abdala = ['2022-01-10 abdala', '2022-01-24 abdala', '2022-02-07 abdala']
/** Five days apart: the second does not count. */
const hasty = (doses: readonly string[], product: string) => {
  const last = doses.at(-1)?.slice(0, 10) ?? '2022-01-01'
  return [...doses, `${addDays(civil(last), 5)} ${product}`]
}
const all = [
  ...['astrazeneca', 'comirnaty-30', 'spikevax-100', 'vero-cell', 'sputnik-v'],
  ...['abdala', 'hayat-vax', 'covaxin', 'janssen', 'sputnik-light'],
]

const adults: readonly Case[] = [
  adult([]),
  [child('2010-01-01', [], { facts: plain }), on, adultsOnly],
  [child(old, [], { facts: plain }), '2021-07-01', adultsOnly],
  [child(old, pfizer, { facts: { covid19Infection: { state: 'no' } } }), on, adultsOnly],
  ...all.map((product) => adult([`2022-08-25 ${product}`])),
  adult(['2022-08-01 vero-cell'], {}, ['comirnaty-30']),
  adult(['2005-08-01 comirnaty-30', '2022-08-25 comirnaty-30']),
  adult(['1970-08-01 comirnaty-30']),
  adult(hasty(['2022-06-01 comirnaty-30'], 'comirnaty-30')),
  adult(abdala.slice(0, 2)),
  adult(hasty(abdala.slice(0, 2), 'abdala')),
  adult(['2022-03-01 janssen'], weak),
  adult(twice('vero-cell')),
  adult(abdala, weak),
  adult(hasty(twice('vero-cell'), 'vero-cell')),
  adult(['2022-03-01 janssen']),
  adult(pfizer),
  adult(abdala),
  adult([...twice('vero-cell'), '2022-05-10 vero-cell']),
  adult(hasty(pfizer, 'comirnaty-30')),
  adult(pfizer, ill('2022-08-10')),
  adult(pfizer, ill()),
  adult([...pfizer, '2022-06-10 comirnaty-30']),
  adult([...pfizer, '2022-06-10 comirnaty-30'], ill('2022-08-10')),
  adult(hasty([...pfizer, '2022-06-10 comirnaty-30'], 'comirnaty-30')),
  [
    child(
      old,
      [
        '2021-09-01 comirnaty-30',
        '2021-10-01 comirnaty-30',
        '2022-01-10 comirnaty-30',
        '2022-05-20 comirnaty-30',
      ],
      {
        facts: plain,
      },
    ),
    on,
    adultsOnly,
  ],
]

const born = '2024-10-01'
const dpt = (...doses: readonly string[]) =>
  doses.map(
    (day, n) => `${day} ${['dpt-hepb-hib', 'dpt-hepb-hib', 'dpt-hepb-hib', 'dpt', 'td'][n]}`,
  )
const five = dpt('2024-12-01', '2025-01-01', '2025-02-01', '2026-04-01', '2031-10-01')

const routine: readonly Case[] = routineSets.flatMap((set): Case[] => {
  const infant = (doses: readonly string[], day: string): Case => [
    child(born, doses, { facts: {} }),
    day,
    set,
  ]
  const [vaccine = ''] = set.policies[0]?.products.map(({ id }) => id) ?? []
  return [
    infant([], '2024-10-01'),
    infant([], '2024-12-01'),
    infant([], '2019-10-01'),
    infant([`2024-10-01 ${vaccine}`], '2024-12-15'),
    ...[1, 2, 3, 4].flatMap((count) => {
      const done = five.slice(0, count)
      const last = civil(done.at(-1)?.slice(0, 10) ?? '')
      const next = five[count]?.slice(11) ?? ''
      const soon = addDays(last, 5)
      return [infant(done, soon), infant([...done, `${soon} ${next}`], addDays(soon, 1))]
    }),
    infant(five, '2032-01-01'),
    infant(['2024-10-05 dpt-hepb-hib'], '2024-12-01'),
  ]
})

export const more: readonly Case[] = [...adults, ...routine]
