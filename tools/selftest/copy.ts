/** A copy of the tree that may be broken and mended at will. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { filesIn } from '../check/workspace.js'

/** The copy, and what it takes to mend it. Paths are from its root, with `/`. */
export interface Copy {
  readonly root: string
  read(path: string): string
  write(path: string, text: string): void
  append(path: string, text: string): void
  /** Replaces a text that must be there. */
  replace(path: string, from: string | RegExp, to: string): void
  /** Sets a field of a JSON file, or removes it with `undefined`. Everything above it must be there. */
  set(path: string, field: readonly string[], value: unknown): void
  remove(path: string): void
  /** Puts back everything that was changed since the last time. */
  mend(): void
  /** Deletes the copy. */
  dispose(): void
}

/** Folders with a node_modules: the root, and every workspace package. */
function installedFolders(from: string): string[] {
  const manifests = filesIn(from).filter((path) => /(?:^|\/)package\.json$/.test(path))
  return manifests
    .map((path) => dirname(path))
    .filter((folder) => existsSync(join(from, folder, 'node_modules')))
}

/** Links one installed package: into the copy when it is one of ours, else to where it is installed. */
function linkPackage(from: string, to: string, folder: string, name: string): void {
  const real = realpathSync(join(from, folder, 'node_modules', name))
  const inside = relative(realpathSync(from), real)
  const ours = !inside.startsWith('..') && !inside.split(/[\\/]/).includes('node_modules')
  const link = join(to, folder, 'node_modules', name)
  mkdirSync(dirname(link), { recursive: true })
  symlinkSync(ours ? join(to, inside) : real, link, 'junction')
}

function linkInstalled(from: string, to: string): void {
  for (const folder of installedFolders(from)) {
    for (const name of readdirSync(join(from, folder, 'node_modules'))) {
      if (name.startsWith('.')) continue
      const scope = join(from, folder, 'node_modules', name)
      const names = name.startsWith('@')
        ? readdirSync(scope).map((inner) => `${name}/${inner}`)
        : [name]
      for (const one of names) linkPackage(from, to, folder, one)
    }
  }
}

function copyTree(from: string, to: string): void {
  for (const path of filesIn(from)) {
    mkdirSync(join(to, dirname(path)), { recursive: true })
    copyFileSync(join(from, path), join(to, path))
  }
  linkInstalled(from, to)
  copyBuilt(from, to)
}

/** What was built of these very sources need not be built again: the marks say whether it was. */
function copyBuilt(from: string, to: string): void {
  const marks = join('node_modules', '.cache', 'tiemchung-build')
  const built = readdirSync(join(from, 'packages')).map((folder) =>
    join('packages', folder, 'dist'),
  )
  for (const folder of [marks, ...built]) {
    if (!existsSync(join(from, folder))) continue
    cpSync(join(from, folder), join(to, folder), { recursive: true })
  }
}

/** A copy of a JSON document with one field set, or removed. */
function withField(
  path: string,
  document: unknown,
  [key, ...deeper]: readonly string[],
  value: unknown,
): unknown {
  if (key === undefined) return value
  if (typeof document !== 'object' || document === null) throw new Error(`${path} has no ${key}`)
  const known = (document as Readonly<Record<string, unknown>>)[key]
  if (known === undefined && (deeper.length > 0 || value === undefined)) {
    throw new Error(`${path} has no ${key}`)
  }
  const inner = withField(path, known, deeper, value)
  if (Array.isArray(document)) return Object.assign([...(document as unknown[])], { [key]: inner })
  return { ...document, [key]: inner }
}

/** Copies the tree of `from` with what is built, without what is measured, and links what is installed. */
export function copyOf(from: string): Copy {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'guards-')))
  copyTree(from, root)
  const before = new Map<string, string | undefined>()
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const keep = (path: string) => {
    if (before.has(path)) return
    before.set(path, existsSync(join(root, path)) ? read(path) : undefined)
  }
  const write = (path: string, text: string) => {
    keep(path)
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return {
    root,
    read,
    write,
    append: (path, text) => write(path, read(path) + text),
    replace: (path, from, to) => {
      const text = read(path)
      const changed = text.replace(from, to)
      if (changed === text) throw new Error(`${path} holds nothing like ${String(from)}`)
      write(path, changed)
    },
    set: (path, field, value) => {
      const document: unknown = JSON.parse(read(path))
      write(path, `${JSON.stringify(withField(path, document, field, value), null, 2)}\n`)
    },
    remove: (path) => {
      if (!existsSync(join(root, path))) throw new Error(`${path} is not there`)
      keep(path)
      rmSync(join(root, path), { recursive: true, force: true })
    },
    mend: () => {
      for (const [path, text] of before) {
        if (text === undefined) rmSync(join(root, path), { force: true })
        else {
          mkdirSync(dirname(join(root, path)), { recursive: true })
          writeFileSync(join(root, path), text)
        }
      }
      before.clear()
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  }
}
