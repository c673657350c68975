import { covid19Adolescents12To17, covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { jsonOf } from '../../input.js'
import type { Io } from '../../io.js'

const shipped = [...covid19Children5To11, ...covid19Adolescents12To17]

/**
 * The documents that an argument names: those of a file, which holds one or a list, or shipped ones by their id.
 *
 * @throws ParseError `cli.file`, `cli.json`
 */
export async function documentsOf(io: Io, name: string): Promise<readonly unknown[]> {
  const own = shipped.filter(({ id, version }) => name === id || name === `${id}@${version}`)
  if (own.length > 0) return own
  const json = await jsonOf(io, name, ['input', 1])
  return Array.isArray(json) ? (json as readonly unknown[]) : [json]
}
