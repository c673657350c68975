/** Finds the files of a suite in a vector folder and takes them apart, whatever state they are in. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Unreadable } from './run-items.js'
import type { Item, Suite } from './suite.js'

/** The files of a suite in a vector folder, as paths below the suite's folder; none when it is absent. */
export function filesOf(vectors: string, { folder, files }: Suite): string[] {
  const top = join(vectors, folder)
  if (!existsSync(top)) return []
  return readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => files.test(path) && !path.endsWith('SOURCE.json'))
    .sort()
}

function parsed(text: string, id: string, file: string): Item | Unreadable {
  try {
    return { id, value: JSON.parse(text) as unknown, file }
  } catch {
    return { unreadable: id }
  }
}

/** A document as rows: a list, the list `cases` of an object, or the object itself. */
function rowsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[]
  const { cases } = (value ?? {}) as { cases?: unknown }
  return Array.isArray(cases) ? (cases as readonly unknown[]) : [value]
}

function named(item: Item): Item {
  const { id } = (item.value ?? {}) as { id?: unknown }
  return typeof id === 'string' ? { ...item, id } : item
}

/** Every item of a suite's file. */
export function itemsOf(top: string, path: string, whole: boolean): (Item | Unreadable)[] {
  const file = join(top, path)
  const text = readFileSync(file, 'utf8')
  const read = path.endsWith('.jsonl')
    ? text.split('\n').map((line, index) => ({ line, id: `${path}:${index + 1}` }))
    : [{ line: text, id: path }]
  return read
    .filter(({ line }) => line.trim() !== '')
    .flatMap(({ line, id }) => {
      const item = parsed(line, id, file)
      if ('unreadable' in item || whole || path.endsWith('.jsonl')) return [item]
      const rows = rowsIn(item.value)
      if (rows.length === 1) return [{ ...item, value: rows[0] }]
      return rows.map((value, index) => ({ ...item, id: `${path}#${index}`, value }))
    })
    .map((item) => ('unreadable' in item || whole ? item : named(item)))
}
