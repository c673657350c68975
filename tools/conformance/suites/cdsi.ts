import type { CaseOutcome, Suite, SuiteWorld } from '../suite.js'
import { type CdsiCase, compare, measures, type VaccineGroup } from '../cdsi/cases.js'
import { coursesOf, type Vaccines, vaccinesOf } from '../cdsi/policies.js'
import type { AntigenTable, ScheduleTable } from '../cdsi/tables.js'

/** Group of cases → the group of the tables, and whether the cases are judged or only counted. */
const groups: Readonly<Record<string, readonly [name: string, judged: boolean]>> = {
  HepA: ['HepA', true],
  VAR: ['Varicella', true],
  MMR: ['MMR', true],
  ROTA: ['Rotavirus', true],
  MCV: ['Meningococcal', true],
  ZOSTER: ['Zoster', true],
  RSV: ['RSV', true],
  FLU: ['Influenza', true],
  HepB: ['HepB', true],
  HPV: ['HPV', true],
  MENB: ['Meningococcal B', true],
  POL: ['Polio', true],
  HIB: ['Hib', true],
  'COVID-19': ['COVID-19', false],
  DTAP: ['DTaP/Tdap/Td', false],
  PCV: ['Pneumococcal', false],
}

interface Tables {
  readonly vaccines: Vaccines
  readonly groupOf: (name: string) => VaccineGroup
}

function readTables(read: (name: string) => unknown): Tables {
  const schedule = read('supporting/4.64.schedule.json') as ScheduleTable
  const vaccines = vaccinesOf(schedule)
  const known = new Map<string, VaccineGroup>()
  const make = (name: string): VaccineGroup => {
    const row = schedule.vaccineGroupToAntigenMap.vaccineGroupMap.find((one) => one.name === name)
    const group = schedule.vaccineGroups.vaccineGroup.find((one) => one.name === name)
    const antigens = (row?.antigen ?? []).map((antigen) => {
      const file = `supporting/4.64.${antigen.replace(' ', '-')}.json`
      return { antigen, courses: coursesOf(antigen, read(file) as AntigenTable, vaccines) }
    })
    return { given: group?.administerFullVaccineGroup === 'No' ? 'singly' : 'together', antigens }
  }
  const groupOf = (name: string) => {
    const group = known.get(name) ?? make(name)
    known.set(name, group)
    return group
  }
  return { vaccines, groupOf }
}

const tables = new WeakMap<SuiteWorld, Tables>()

function tablesOf(world: SuiteWorld, file: string): Tables {
  const made = tables.get(world) ?? readTables((name) => world.beside(file, name))
  tables.set(world, made)
  return made
}

/** Every case is judged on all four measures at once; each measure is counted apart. */
function* judgeCase(one: CdsiCase, { vaccines, groupOf }: Tables): Iterable<CaseOutcome> {
  const [name, judged] = groups[one.group] ?? [one.group, false]
  const start = performance.now()
  const same = compare(one, groupOf(name), vaccines)
  const milliseconds = performance.now() - start
  const outcome = (right: boolean) => (right ? 'right' : 'wrongly-refused')
  const apart = !judged || one.disputed !== undefined
  yield {
    id: one.id,
    group: one.disputed === undefined ? one.group : `${one.group} disputed`,
    outcome: outcome(same.size === measures.length),
    milliseconds,
    ...(apart ? { apart: true as const } : {}),
  }
  for (const measure of measures) {
    const group = `${one.group} ${measure}`
    const right = outcome(same.has(measure))
    yield { id: `${one.id} ${measure}`, group, outcome: right, milliseconds: 0, apart: true }
  }
}

/** The cases of CDC's Clinical Decision Support for Immunization on its own tables, as policies of ours. */
export const cdsi: Suite = {
  name: 'cdsi',
  folder: 'cdsi',
  files: /^cases\.healthy-4\.45\.dev\.jsonl$/,
  counts: {
    ...{ HepA: 11, VAR: 30, MMR: 28, ROTA: 18, MCV: 18, ZOSTER: 14, RSV: 10, FLU: 16 },
    ...{ HepB: 57, HPV: 77, MENB: 20, POL: 85, HIB: 76, 'COVID-19': 68, DTAP: 116, PCV: 58 },
  },
  *judge({ value, file }, world) {
    for (const outcome of judgeCase(value as CdsiCase, tablesOf(world, file))) {
      yield Promise.resolve(outcome)
    }
  },
}
