/**
 * Bundling splits a package into a file for every set of entries that share it: twenty small ones for
 * one that has ten entries. A process pays a millisecond for each that it loads, so what the main entry
 * loads is put into one, and CommonJS is written from the same parts.
 */
import { basename, join } from 'node:path'
import { type GetModuleInfo, type OutputOptions, rollup } from 'rollup'

const isPart = (file: string) => basename(file).startsWith('chunk-')
const isForeign = (id: string) => !id.startsWith('.') && !id.startsWith('/') && !/^[A-Z]:/i.test(id)

/** What an entry that loads the main part may be made to load with it: nothing that it could do without. */
const isGround = (id: string) => id.startsWith('#') || /^@tiemchung\/core(\/|$)/.test(id)

/** Whether a part loads nothing foreign but the ground floor, by itself and through others. */
function standsOnCore(id: string, infoOf: GetModuleInfo, seen = new Set<string>()): boolean {
  if (seen.has(id)) return true
  seen.add(id)
  return (infoOf(id)?.importedIds ?? []).every((imported) =>
    isForeign(imported) ? isGround(imported) : standsOnCore(imported, infoOf, seen),
  )
}

/** Everything that a file of ours loads, itself among it. */
function loadedBy(
  id: string,
  infoOf: GetModuleInfo,
  seen = new Set<string>(),
): ReadonlySet<string> {
  if (seen.has(id)) return seen
  seen.add(id)
  for (const imported of infoOf(id)?.importedIds ?? []) {
    if (!isForeign(imported)) loadedBy(imported, infoOf, seen)
  }
  return seen
}

/** The name of the file that a part goes into: `main` for what the main entry loads, else its own. */
function placeOf(id: string, main: string, infoOf: GetModuleInfo): string | undefined {
  if (!isPart(id)) return undefined
  const joins = loadedBy(main, infoOf).has(id) && standsOnCore(id, infoOf)
  return joins ? 'chunk-main' : basename(id, '.js')
}

/** A file to be written into `dist/`. */
export interface Written {
  readonly file: string
  readonly text: string
}

const formats = {
  esm: { format: 'es', ending: 'js' },
  cjs: { format: 'cjs', ending: 'cjs' },
} as const

/** How the files are written. */
export interface JoinOptions {
  readonly kind: keyof typeof formats
  /** Whether a part is left in its own file: for modules that do work on import, which a bundler drops whole. */
  readonly isApart: (part: string) => boolean
}

/** The files of these entries, from the ES modules that were bundled before. */
export async function joinParts(
  dist: string,
  entries: readonly string[],
  { kind, isApart }: JoinOptions,
): Promise<readonly Written[]> {
  const { format, ending } = formats[kind]
  const main = join(dist, 'index.js')
  const bundle = await rollup({
    input: Object.fromEntries(entries.map((name) => [name, join(dist, `${name}.js`)])),
    external: isForeign,
    preserveEntrySignatures: 'strict',
    treeshake: false,
  })
  const output: OutputOptions = {
    format,
    interop: 'auto',
    exports: 'named',
    entryFileNames: `[name].${ending}`,
    chunkFileNames: `[name].${ending}`,
    hoistTransitiveImports: false,
    minifyInternalExports: false,
    manualChunks: (id, { getModuleInfo }) =>
      isPart(id) && isApart(basename(id)) ? basename(id, '.js') : placeOf(id, main, getModuleInfo),
  }
  const made = await bundle.generate(output)
  await bundle.close()
  return made.output.flatMap((one) =>
    one.type === 'chunk' ? [{ file: one.fileName, text: one.code }] : [],
  )
}
