/** The public lists of units, which are tested with where they are at hand and not kept here. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname
const vectors = process.env['TIEMCHUNG_VECTORS'] ?? join(here, '../../../../../shared/vectors')
const folder = process.env['TIEMCHUNG_UNITS'] ?? join(vectors, '../data/administrative-units')
const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'
const present = existsSync(join(folder, '2022.json')) && existsSync(join(folder, '2025.json'))

/** Where they are required their tests run, and fail for want of them. */
export const datasets = {
  skip: !present && !required,
  title:
    present || required
      ? 'the public lists of 2022 and 2025'
      : `the public lists of 2022 and 2025 (skipped: not in ${folder}; TIEMCHUNG_UNITS names the folder)`,
}

export interface Dataset {
  readonly asOf: string
  readonly provinces: readonly (readonly [string, string])[]
  readonly districts?: readonly (readonly [string, string, string])[]
  readonly communes: readonly (readonly [string, string, string])[]
}

export const dataset = (year: 2022 | 2025): Dataset =>
  JSON.parse(readFileSync(join(folder, `${year}.json`), 'utf8')) as Dataset
