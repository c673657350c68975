import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import { builtName, type Room, rooms } from '../house.js'
import { failedStep, passedStep, type Step } from './step.js'

/** A host that users compile for. Packages for Node only are asked for with Node's types alone. */
interface Host {
  readonly name: string
  readonly lib: readonly string[]
  readonly types: readonly string[]
  readonly nodeOnlyToo: boolean
}

const hosts: readonly Host[] = [
  { name: 'neither DOM nor Node types', lib: ['lib.es2022.d.ts'], types: [], nodeOnlyToo: false },
  {
    name: 'DOM types only',
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    nodeOnlyToo: false,
  },
  { name: 'Node types only', lib: ['lib.es2022.d.ts'], types: ['node'], nodeOnlyToo: true },
]

function options(root: string): ts.CompilerOptions {
  const file = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path))
  return ts.parseJsonConfigFileContent(file.config, ts.sys, root).options
}

function entryFiles(root: string, place: Room): string[] {
  return Object.values(place.entries).map((file) =>
    join(root, 'packages', place.folder, 'src', file),
  )
}

/** Writes the declarations of every entry into a folder, as a build would. */
function declare(root: string, folder: string): void {
  const program = ts.createProgram(
    rooms.flatMap((place) => entryFiles(root, place)),
    {
      ...options(root),
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      outDir: folder,
      rootDir: root,
    },
  )
  program.emit()
}

/** Gives the written declarations the dependencies of their packages. */
function linkDependencies(root: string, out: string): void {
  for (const { folder } of rooms) {
    const installed = join(root, 'packages', folder, 'node_modules')
    if (!existsSync(installed)) continue
    mkdirSync(join(out, 'packages', folder), { recursive: true })
    symlinkSync(installed, join(out, 'packages', folder, 'node_modules'), 'junction')
  }
}

/** Where package names lead to while the declarations are read: to each other, not to the sources. */
function paths(out: string): Record<string, string[]> {
  const doors = rooms.flatMap((place) =>
    Object.entries(place.entries).map(([subpath, file]): [string, string[]] => [
      subpath === '.' ? place.name : `${place.name}/${builtName(subpath)}`,
      [join(out, 'packages', place.folder, 'src', file.replace(/\.ts$/, '.d.ts'))],
    ]),
  )
  return Object.fromEntries(doors)
}

function hostFaults(root: string, out: string, host: Host): string[] {
  const asked = rooms.filter((place) => host.nodeOnlyToo || place.nodeOnly !== true)
  const doors = Object.values(
    Object.fromEntries(
      Object.entries(paths(out)).filter(([name]) =>
        asked.some((place) => name === place.name || name.startsWith(`${place.name}/`)),
      ),
    ),
  ).flat()
  const { customConditions: _, ...strict } = options(root)
  const program = ts.createProgram(doors, {
    ...strict,
    lib: [...host.lib],
    types: [...host.types],
    paths: paths(out),
    skipLibCheck: false,
  })
  const ours = program.getSourceFiles().filter((file) => file.fileName.startsWith(posix(out)))
  return ours.flatMap((file) =>
    [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      (diagnostic) => {
        const { line } = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0)
        const says = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')
        const path = posix(relative(out, file.fileName))
        return `${path}:${line + 1}: with ${host.name}: ${says}`
      },
    ),
  )
}

function posix(path: string): string {
  return path.split(sep).join('/')
}

/** The published types hold for users who have no DOM types, no Node types, or neither. */
export const typesBare: Step = {
  id: 'types-bare',
  title: 'public types compile with and without DOM and Node types',
  run({ root }) {
    const out = join(root, 'out', 'types')
    rmSync(out, { recursive: true, force: true })
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n')
    declare(root, out)
    linkDependencies(root, out)
    const faults = hosts.flatMap((host) => hostFaults(root, out, host))
    const result =
      faults.length === 0
        ? passedStep(hosts.map((host) => host.name).join('; '))
        : failedStep(`${faults.length} errors`, faults.slice(0, 100))
    return Promise.resolve(result)
  },
}
