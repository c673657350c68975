/** The files of the checked tree and its package manifests, as the steps read them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders that hold nothing of ours: installed, built or measured. */
const foreign = new Set(['node_modules', 'dist', 'out', 'coverage', '.git', '.cache'])

/** Every file of the tree below a folder, as paths from the root with `/`, sorted. */
export function filesIn(root: string, folder = ''): string[] {
  if (!existsSync(join(root, folder))) return []
  const found: string[] = []
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isFile()) found.push(path)
    else if (entry.isDirectory() && !foreign.has(entry.name)) found.push(...filesIn(root, path))
  }
  return found.sort()
}

/** The text of a file of the tree. */
export function textOf(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** What the steps read of a package.json. */
export interface Manifest {
  readonly name?: string
  readonly private?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** The package.json of a folder of the tree. */
export function manifestIn(root: string, folder: string): Manifest {
  return JSON.parse(textOf(root, `${folder}/package.json`)) as Manifest
}

/** Whether a file is a test; tests are held to fewer rules and are not published. */
export function isTest(path: string): boolean {
  return /(?:\.(?:test|fixture)|\/test-kit)\.ts$/.test(path)
}
