/** What is built from a room: which source file becomes which file of `dist/`. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { builtName, type Room } from '../house.js'

/** Output name below `dist/`, without its ending → source file below the package. */
export type EntryMap = Readonly<Record<string, string>>

function sourceOf(file: string): string {
  // With `./`, because a bare path would be taken for a package.
  return `./src/${file}`
}

/** The entries that users import. */
export function publicEntries(room: Room): EntryMap {
  return Object.fromEntries(
    Object.entries(room.entries).map(([subpath, file]) => [builtName(subpath), sourceOf(file)]),
  )
}

/** Files that the platform chooses between: never bundled into an entry, reached through `#name`. */
export function platformEntries(room: Room): EntryMap {
  return Object.fromEntries(
    Object.values(room.platform ?? {}).flatMap((file) =>
      ['node', 'web'].map((kind) => [`${file}.${kind}`, sourceOf(`${file}.${kind}.ts`)]),
    ),
  )
}

/** The commands, which are ES modules only. */
export function binEntries(room: Room): EntryMap {
  return Object.fromEntries(
    Object.values(room.bin ?? {}).map((file) => [file.replace(/\.ts$/, ''), sourceOf(file)]),
  )
}

/** Whether a source file is published: tests and their fixtures are not. */
export function isPublished(path: string): boolean {
  return path.endsWith('.ts') && !/(?:\.test|\.prop\.test|\.bench)\.ts$/.test(path)
}

/** All files below a folder, sorted, as paths from it with `/`. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}

/**
 * Source files as entries of their own, for rooms whose modules do work on import (a schema is
 * built by calls): a bundler then drops whole modules that nobody uses, which it cannot do within one.
 */
export function moduleEntries(packageFolder: string, byModule: Room['byModule']): EntryMap {
  if (byModule === undefined) return {}
  const isApart = (file: string) =>
    byModule === true || byModule.some((name) => file === name || file.startsWith(`${name}/`))
  return Object.fromEntries(
    filesBelow(join(packageFolder, 'src'))
      .filter((file) => isPublished(file) && isApart(file))
      .map((file) => [`module/${file.replace(/\.ts$/, '')}`, sourceOf(file)]),
  )
}
