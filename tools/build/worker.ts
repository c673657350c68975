/** A child process that builds rooms one after another; see `pool.ts` for the other end. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build as tsup, type Options } from 'tsup'
import { builtName, type Room, room } from '../house.js'
import { declaredFolder } from './declare.js'
import {
  binEntries,
  type EntryMap,
  filesBelow,
  moduleEntries,
  platformEntries,
  publicEntries,
} from './plan.js'
import { joinParts } from './join-parts.js'
import { belongsTo, type Half } from './state.js'

/** What the pool asks for. */
export interface Job {
  readonly root: string
  readonly folder: string
  readonly half: Half
}

/** What it is told: the reasons of a failure, none when the room was built. */
export interface Done {
  readonly errors: readonly string[]
}

function common(place: Room, packageFolder: string): Options {
  return {
    config: false,
    outDir: 'dist',
    silent: true,
    clean: false,
    target: ['node20', 'es2022'],
    platform: place.nodeOnly === true ? 'node' : 'neutral',
    // Every import that is not relative stays an import: dependencies, `node:` and `#platform`.
    skipNodeModulesBundle: true,
    splitting: true,
    treeshake: true,
    removeNodeProtocol: false,
    minify: false,
    sourcemap: false,
    tsconfig: 'tsconfig.json',
    // esbuild remembers the folder that it was loaded in, and escapes Vietnamese by default.
    esbuildOptions: (options) => {
      options.absWorkingDir = packageFolder
      options.charset = 'utf8'
    },
  }
}

function clear(packageFolder: string, half: Half): void {
  const dist = join(packageFolder, 'dist')
  for (const file of filesBelow(dist)) if (belongsTo(half, file)) rmSync(join(dist, file))
}

/** Where bundling put what a module holds: in the part that the door of the module exports from. */
function partsOf(dist: string, door: string): string[] {
  const text = readFileSync(join(dist, `${door}.js`), 'utf8')
  return [...text.matchAll(/^export \{.*\} from '.*\/(chunk-\w+\.js)';$/gm)].map(
    (one) => one[1] ?? '',
  )
}

function apartOf(place: Room, dist: string, doors: readonly string[]): (part: string) => boolean {
  if (place.byModule === true) return () => true
  const parts = new Set(doors.flatMap((door) => partsOf(dist, door)))
  return (part) => parts.has(part)
}

async function buildJavascript(place: Room, packageFolder: string): Promise<void> {
  const modules = moduleEntries(packageFolder, place.byModule)
  const both: EntryMap = { ...publicEntries(place), ...platformEntries(place) }
  const all: EntryMap = { ...both, ...binEntries(place) }
  // The doors of single modules serve only to keep the modules apart; nothing imports them.
  const entry = { ...all, ...modules }
  await tsup({ ...common(place, packageFolder), entry, format: ['esm'] })
  const dist = join(packageFolder, 'dist')
  const isApart = apartOf(place, dist, Object.keys(modules))
  const joined = [
    ...(await joinParts(dist, Object.keys(all), { kind: 'esm', isApart })),
    ...(await joinParts(dist, Object.keys(both), { kind: 'cjs', isApart })),
  ]
  clear(packageFolder, 'javascript')
  for (const { file, text } of joined) {
    mkdirSync(dirname(join(dist, file)), { recursive: true })
    writeFileSync(join(dist, file), text)
  }
  dropBareImports(place, packageFolder)
}

/** An import for its effects alone, of a file of ours: bundling keeps one for each part that an entry does not need. */
const bareImport = /^(?:import '\.[^']*'|require\('\.[^']*'\));\n/gm

/** Modules without effects need not be loaded by those who use nothing of them. */
function dropBareImports(place: Room, packageFolder: string): void {
  const dist = join(packageFolder, 'dist')
  const effective = new Set((place.sideEffects ?? []).map((entry) => builtName(entry)))
  for (const file of filesBelow(dist).filter((one) => belongsTo('javascript', one))) {
    if (effective.has(file.replace(/\.c?js$/, ''))) continue
    const text = readFileSync(join(dist, file), 'utf8')
    const lean = text.replace(bareImport, '')
    if (lean !== text) writeFileSync(join(dist, file), lean)
  }
}

/** Rolls up what `declare` has written: one file an entry, and chunks for what entries share. */
async function buildDeclarations(place: Room, packageFolder: string, root: string): Promise<void> {
  const declared = join(declaredFolder(root), 'packages', place.folder)
  const entry = Object.fromEntries(
    Object.entries(publicEntries(place)).map(([name, file]) => [
      name,
      join(declared, file.replace(/\.ts$/, '.d.ts')),
    ]),
  )
  await tsup({
    ...common(place, packageFolder),
    entry,
    format: ['esm', 'cjs'],
    dts: { only: true, entry },
  })
}

/** What a declaration must not mention, because the user's compiler would not find it. */
const leaks: readonly (readonly [RegExp, string])[] = [
  [/(?:from |import\(|import )['"]#/, 'an import of a private #name'],
  [/\/\/\/ <reference (?:types|lib)=/, 'a reference to Node or DOM types'],
  [/(?:from |import\(|import )['"]node:/, 'an import of a node: module'],
]

function leaksOf(place: Room, packageFolder: string): string[] {
  const dist = join(packageFolder, 'dist')
  return filesBelow(dist)
    .filter((file) => belongsTo('declarations', file))
    .flatMap((file) => {
      // Examples in comments may import what they like.
      const text = readFileSync(join(dist, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
      return leaks
        .filter(([, what]) => !(place.nodeOnly === true && what.includes('ode')))
        .filter(([pattern]) => pattern.test(text))
        .map(([, what]) => `dist/${file} has ${what}`)
    })
}

async function work({ root, folder, half }: Job): Promise<Done> {
  const place = room(folder)
  const packageFolder = join(root, 'packages', folder)
  process.chdir(packageFolder)
  try {
    clear(packageFolder, half)
    if (half === 'javascript') await buildJavascript(place, packageFolder)
    else await buildDeclarations(place, packageFolder, root)
    return { errors: half === 'declarations' ? leaksOf(place, packageFolder) : [] }
  } catch (error) {
    return { errors: [(error as Error).message] }
  }
}

process.on('message', (job: Job) => {
  work(job).then(
    (done) => process.send?.(done),
    (error: unknown) => process.send?.({ errors: [String(error)] }),
  )
})
