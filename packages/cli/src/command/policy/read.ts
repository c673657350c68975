import { ParseError } from '@tiemchung/core'
import {
  covid19Adolescents12To17,
  covid19Adults18,
  covid19Children5To11,
  routineChildhood2024,
} from '@tiemchung/eligibility/policies'
import { errorCatalogue } from '../../errors.js'
import { jsonOf } from '../../input.js'
import type { Io } from '../../io.js'

/** Every policy that ships, version by version. */
export const shipped = [
  ...covid19Children5To11,
  ...covid19Adolescents12To17,
  ...covid19Adults18,
  ...routineChildhood2024,
]

/**
 * The documents that an argument names: those of a file, which holds one or a list, or shipped ones by their id.
 *
 * @throws ParseError `cli.file`, `cli.json`; `cli.empty` for an empty list
 */
export async function documentsOf(io: Io, name: string): Promise<readonly unknown[]> {
  const own = shipped.filter(({ id, version }) => name === id || name === `${id}@${version}`)
  if (own.length > 0) return own
  const json = await jsonOf(io, name, ['input', 1])
  if (!Array.isArray(json)) return [json]
  if (json.length === 0) throw new ParseError(errorCatalogue, 'cli.empty', { path: ['input', 1] })
  return json as readonly unknown[]
}
