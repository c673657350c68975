/** Where the columns of a list are, looked up once: lists have many rows. */
import type { ColumnPlaces } from './headings.js'
import type { Layout } from './layout.js'

/** Positions in a layout of the columns of a person; -1 for a column that the layout does not have. */
export type PersonPositions = Readonly<
  Record<
    | 'listNumber'
    | 'fullName'
    | 'birthDate'
    | 'sex'
    | 'identityNumber'
    | 'province'
    | 'district'
    | 'commune'
    | 'workplace'
    | 'phone'
    | 'healthInsurance'
    | 'detail'
    | 'note'
    | 'priorityGroup',
    number
  >
>

/** Positions of the columns of one dose. */
export interface DosePositions {
  readonly number: number
  readonly product: number
  readonly date: number
  readonly lot: number
  readonly site: number
  readonly volume: number
  readonly expiry: number
}

/** The columns of a list as its heading has them. */
export interface ColumnTable {
  readonly layout: Layout
  readonly places: ColumnPlaces
  /** Positions in the layout by key. */
  readonly positions: ReadonlyMap<string, number>
  readonly person: PersonPositions
  /** For each dose that the layout has columns of. */
  readonly doses: readonly DosePositions[]
}

type Find = (key: string) => number

const personPositions = (at: Find): PersonPositions => ({
  listNumber: at('listNumber'),
  fullName: at('fullName'),
  birthDate: at('birthDate'),
  sex: at('sex'),
  identityNumber: at('identityNumber'),
  province: at('province'),
  district: at('district'),
  commune: at('commune'),
  workplace: at('workplace'),
  phone: at('phone'),
  healthInsurance: at('healthInsurance'),
  detail: at('detail'),
  note: at('note'),
  priorityGroup: at('priorityGroup'),
})

const dosePositions = (at: Find, number: number): DosePositions => ({
  number,
  product: at(`product${number}`),
  date: at(`date${number}`),
  lot: at(`lot${number}`),
  site: at(`site${number}`),
  volume: at(`volume${number}`),
  expiry: at(`expiry${number}`),
})

/** Looks up the columns of a layout. */
export function columnTable(layout: Layout, places: ColumnPlaces): ColumnTable {
  const positions = new Map<string, number>(
    layout.columns.map(({ key }, position) => [key, position]),
  )
  const at: Find = (key) => positions.get(key) ?? -1
  const numbers = layout.columns.flatMap(({ key }) => /^product(\d)$/.exec(key)?.[1] ?? [])
  const doses = numbers.map((number) => dosePositions(at, Number(number)))
  return { layout, places, positions, person: personPositions(at), doses }
}
