/**
 * Writes the API reference of every public entry to out/typedoc. A warning fails.
 *
 * One program for all packages, so that links between them hold and core is read once; each entry is
 * a page under its import name, opened by the package's README.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  Application,
  type DeclarationReflection,
  MinimalSourceFile,
  normalizePath,
  type ProjectReflection,
  ReflectionKind,
} from 'typedoc'
import { builtName, rooms } from '../house.js'

const root = join(import.meta.dirname, '..', '..')

interface Door {
  /** What users write after `from`. */
  readonly name: string
  readonly file: string
  /** The README that opens the page, on a package's main entry. */
  readonly readme?: string
}

function doors(): Door[] {
  return rooms.flatMap((place) =>
    Object.entries(place.entries).map(([subpath, source]) => {
      const file = normalizePath(join(root, 'packages', place.folder, 'src', source))
      if (subpath !== '.') return { name: `${place.name}/${builtName(subpath)}`, file }
      return { name: place.name, file, readme: join(root, 'packages', place.folder, 'README.md') }
    }),
  )
}

function bootstrap(all: readonly Door[]): Promise<Application> {
  return Application.bootstrap({
    name: 'tiemchung',
    entryPoints: all.map((door) => door.file),
    tsconfig: join(root, 'tsconfig.json'),
    exclude: ['**/*.test.ts'],
    readme: join(root, 'README.md'),
    disableSources: true,
    excludePrivate: true,
    sort: ['source-order'],
    treatWarningsAsErrors: true,
    validation: { notExported: true, invalidLink: true, invalidPath: false, notDocumented: false },
    skipErrorChecking: true,
  })
}

/** The modules of the project in the order of the entry points, or none when one is missing. */
function modulesOf(project: ProjectReflection): readonly DeclarationReflection[] {
  return project.getChildrenByKind(ReflectionKind.Module)
}

function nameModules(app: Application, project: ProjectReflection, all: readonly Door[]): void {
  for (const one of modulesOf(project)) {
    const symbol = project.getSymbolIdFromReflection(one)
    const door = all.find((candidate) => candidate.file === normalizePath(symbol?.fileName ?? ''))
    if (door === undefined) {
      app.logger.error(`no entry of the house is behind the module ${one.name}`)
      continue
    }
    one.name = door.name
    if (door.readme === undefined || !existsSync(door.readme)) continue
    const text = new MinimalSourceFile(
      readFileSync(door.readme, 'utf8'),
      normalizePath(door.readme),
    )
    one.readme = app.converter.parseRawComment(text, project.files).content
  }
}

/** Exports without a doc comment. TypeDoc's own rule would also ask for one at every method. */
function undocumented(project: ProjectReflection): string[] {
  const isDocumented = (one: DeclarationReflection) =>
    one.hasComment() || (one.signatures ?? []).some((signature) => signature.hasComment())
  return modulesOf(project).flatMap((module) =>
    (module.children ?? [])
      .filter((one) => !one.kindOf(ReflectionKind.Reference) && !isDocumented(one))
      .map((one) => `${module.name}: ${one.name} has no doc comment`),
  )
}

async function main(): Promise<number> {
  const all = doors()
  const missing = all.filter((door) => !existsSync(door.file))
  for (const door of missing) process.stderr.write(`[error] ${door.name} has no source file\n`)
  if (missing.length > 0) return 1
  const app = await bootstrap(all)
  const project = await app.convert()
  if (project === undefined) return 1
  nameModules(app, project, all)
  for (const fault of undocumented(project)) app.logger.error(fault)
  app.validate(project)
  if (app.logger.hasErrors() || app.logger.hasWarnings()) return 1
  await app.generateDocs(project, join(root, 'out', 'typedoc'))
  if (app.logger.hasErrors() || app.logger.hasWarnings()) return 1
  process.stdout.write(`${all.length} entries of ${rooms.length} packages\n`)
  return 0
}

process.exitCode = await main()
