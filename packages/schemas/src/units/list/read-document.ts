/** The two forms in which lists of units are handed over, read into rows that nobody has judged yet. */

/** A row as it was found: anything may stand in it. */
export interface FoundUnit {
  readonly code: unknown
  readonly name: unknown
  /** Null for a province. */
  readonly parent: unknown
  readonly path: readonly (string | number)[]
}

/** What a document holds. */
export interface FoundList {
  readonly asOf: unknown
  readonly rows: readonly FoundUnit[]
}

type Loose = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const nothing = { code: undefined, name: undefined, parent: undefined }

/** `[code, name, parent]` */
function tuple(row: unknown, path: FoundUnit['path'], top: boolean): FoundUnit {
  if (!Array.isArray(row)) return { ...nothing, path }
  const [code, name, parent] = row as readonly unknown[]
  return { code, name, parent: top ? null : parent, path }
}

function readTuples(document: Loose): FoundList | undefined {
  const { asOf, provinces, districts = [], communes = [] } = document
  if (!Array.isArray(provinces) || !Array.isArray(districts) || !Array.isArray(communes)) {
    return undefined
  }
  const read = (rows: readonly unknown[], key: string) =>
    rows.map((row, index) => tuple(row, [key, index], key === 'provinces'))
  const rows = [
    ...read(provinces, 'provinces'),
    ...read(districts, 'districts'),
    ...read(communes, 'communes'),
  ]
  return { asOf, rows }
}

/** Where the dataset's own form keeps the units below: in the plural since it has two levels. */
const below = ['District', 'Districts', 'Ward', 'Wards'] as const

function readNested(
  rows: readonly unknown[],
  parent: unknown,
  path: FoundUnit['path'],
): FoundUnit[] {
  return rows.flatMap((row, index) => {
    const here = [...path, index]
    if (!isObject(row)) return [{ ...nothing, path: here }]
    const { Code: code, FullName: name } = row
    const inner = below.flatMap((key) => {
      const found = row[key]
      // Three levels down there is nothing: a list that goes deeper is not one of units.
      return Array.isArray(found) && path.length < 4 ? readNested(found, code, [...here, key]) : []
    })
    return [{ code, name, parent, path: here }, ...inner]
  })
}

/** The rows of a document of either form; undefined when it has neither. */
export function readDocument(document: unknown): FoundList | undefined {
  if (Array.isArray(document)) {
    return { asOf: undefined, rows: readNested(document, null, []) }
  }
  return isObject(document) ? readTuples(document) : undefined
}
