/** Who imports whom: the graph behind the direction step. */
import { posix } from 'node:path'
import ts from 'typescript'
import type { Room } from '../house.js'
import { filesIn, isTest, textOf } from './workspace.js'

/** One import of one file: what is written, and the file it means when it stays in the package. */
export interface Import {
  readonly from: string
  readonly specifier: string
  readonly to?: string
}

/** The specifiers of a file: static, dynamic, type-only and `require`. */
export function specifiersOf(text: string): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true)
  return importedFiles.map((one) => one.fileName)
}

function sourceOf(path: string): string {
  return path.replace(/\.js$/, '.ts')
}

/** The files that a specifier can mean inside its own package; both sides of a platform file. */
function targetsOf(place: Room, from: string, specifier: string): string[] {
  const source = `packages/${place.folder}/src`
  if (specifier.startsWith('.')) {
    return [sourceOf(posix.normalize(posix.join(posix.dirname(from), specifier)))]
  }
  const platform = place.platform?.[specifier]
  if (platform === undefined) return []
  return [`${source}/${platform}.node.ts`, `${source}/${platform}.web.ts`]
}

/** Every import of every source file of a package. */
export function importsOf(root: string, place: Room): Import[] {
  const files = filesIn(root, `packages/${place.folder}/src`).filter((path) => path.endsWith('.ts'))
  return files.flatMap((from) =>
    specifiersOf(textOf(root, from)).flatMap((specifier): Import[] => {
      const targets = targetsOf(place, from, specifier)
      if (targets.length === 0) return [{ from, specifier }]
      return targets.map((to) => ({ from, specifier, to }))
    }),
  )
}

/** The files that an entry file reaches inside its package, itself included. */
export function reachOf(imports: readonly Import[], entry: string): ReadonlySet<string> {
  const reached = new Set([entry])
  const open = [entry]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const { from, to } of imports) {
      if (from !== file || to === undefined || reached.has(to)) continue
      reached.add(to)
      open.push(to)
    }
  }
  return reached
}

/** One import cycle through each group of files that reach each other; empty when there is none. */
export function cyclesOf(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to } of imports) {
    if (to === undefined || isTest(from)) continue
    next.set(from, [...(next.get(from) ?? []), to])
  }
  const cycles: string[][] = []
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file)
    if (start >= 0) {
      cycles.push([...trail.slice(start), file])
      return
    }
    if (done.has(file)) return
    for (const target of next.get(file) ?? []) visit(target, [...trail, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return cycles
}
