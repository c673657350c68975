/** Writes the generated part of every package.json from the house table; `--check` only compares. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtName, type Room, room, rooms, sourceCondition } from './house.js'

const root = join(import.meta.dirname, '..')
type Json = Record<string, unknown>

function conditions(file: string): Json {
  return {
    import: { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
    require: { types: `./dist/${file}.d.cts`, default: `./dist/${file}.cjs` },
  }
}

function exportsOf(place: Room, withSource: boolean): Json {
  const entries = Object.entries(place.entries).map(([subpath, source]): [string, Json] => [
    subpath,
    {
      ...(withSource ? { [sourceCondition]: `./src/${source}` } : {}),
      ...conditions(builtName(subpath)),
    },
  ])
  const data = (place.data ?? []).map((folder) => `./${folder}/*.json`)
  return {
    ...Object.fromEntries(entries),
    ...Object.fromEntries(data.map((pattern) => [pattern, pattern])),
    './package.json': './package.json',
  }
}

function importsOf(place: Room, withSource: boolean): Json | undefined {
  if (place.platform === undefined) return undefined
  const both = (file: string, kind: string) => ({
    import: `./dist/${file}.${kind}.js`,
    require: `./dist/${file}.${kind}.cjs`,
  })
  return Object.fromEntries(
    Object.entries(place.platform).map(([name, file]) => [
      name,
      {
        ...(withSource
          ? {
              [sourceCondition]: {
                node: `./src/${file}.node.ts`,
                default: `./src/${file}.web.ts`,
              },
            }
          : {}),
        node: both(file, 'node'),
        default: both(file, 'web'),
      },
    ]),
  )
}

/** Subpaths for `moduleResolution: node10`, which reads no `exports`. */
function typesVersionsOf(place: Room): Json | undefined {
  const subpaths = Object.keys(place.entries).filter((subpath) => subpath !== '.')
  if (subpaths.length === 0) return undefined
  return {
    '*': Object.fromEntries(
      subpaths.map((subpath) => [subpath.slice(2), [`./dist/${builtName(subpath)}.d.ts`]]),
    ),
  }
}

function sideEffectsOf(place: Room): false | string[] {
  if (place.sideEffects === undefined) return false
  return place.sideEffects.flatMap((subpath) => [
    `./dist/${builtName(subpath)}.js`,
    `./dist/${builtName(subpath)}.cjs`,
  ])
}

function without(value: Json): Json {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined))
}

/** A package depends on what its source imports; the house says what it may. */
function imported(place: Room, name: string): boolean {
  const folder = join(root, 'packages', place.folder, 'src')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const pattern = new RegExp(`from '${name}(/[^']+)?'`)
  return files.some(
    (file) =>
      /(?<!\.test|\.fixture|test-kit)\.ts$/.test(file) &&
      pattern.test(readFileSync(join(folder, file), 'utf8')),
  )
}

export function manifestOf(place: Room, current: Json): Json {
  const allowed = [...new Set([...place.standsOn, ...Object.values(place.onlyIn ?? {}).flat()])]
  const workspace = allowed.filter((folder) => imported(place, room(folder).name))
  const dependencies = {
    ...Object.fromEntries(workspace.map((folder) => [room(folder).name, 'workspace:^'])),
    ...Object.fromEntries(
      Object.entries((current['dependencies'] ?? {}) as Record<string, string>).filter(
        ([name]) => !rooms.some((other) => other.name === name),
      ),
    ),
  }
  return without({
    name: place.name,
    version: current['version'] ?? '0.0.0',
    description: place.sentence,
    license: 'Apache-2.0',
    type: 'module',
    keywords: ['vaccination', 'health-certificate', 'vietnam', 'tiem-chung'],
    engines: { node: '>=20.19' },
    sideEffects: sideEffectsOf(place),
    main: './dist/index.cjs',
    module: './dist/index.js',
    types: './dist/index.d.ts',
    typesVersions: typesVersionsOf(place),
    exports: exportsOf(place, true),
    imports: importsOf(place, true),
    bin:
      place.bin &&
      Object.fromEntries(
        Object.entries(place.bin).map(([name, file]) => [
          name,
          `./bin/${file.replace(/\.ts$/, '.js')}`,
        ]),
      ),
    files: [
      'dist',
      ...(place.bin === undefined ? [] : ['bin']),
      ...(place.data ?? []),
      'LICENSE',
      'NOTICE',
      'README.vi.md',
      'CHANGELOG.md',
    ],
    publishConfig: without({
      access: 'public',
      exports: exportsOf(place, false),
      imports: importsOf(place, false),
    }),
    dependencies: Object.keys(dependencies).length === 0 ? undefined : dependencies,
    peerDependencies: current['peerDependencies'],
    peerDependenciesMeta: current['peerDependenciesMeta'],
    devDependencies: current['devDependencies'],
  })
}

function main(): void {
  const check = process.argv.includes('--check')
  const stale: string[] = []
  for (const place of rooms) {
    const file = join(root, 'packages', place.folder, 'package.json')
    const text = readFileSync(file, 'utf8')
    const wanted = `${JSON.stringify(manifestOf(place, JSON.parse(text) as Json), null, 2)}\n`
    if (JSON.stringify(JSON.parse(text)) === JSON.stringify(JSON.parse(wanted))) continue
    stale.push(place.folder)
    if (!check) writeFileSync(file, wanted)
  }
  if (check && stale.length > 0) {
    process.stderr.write(`manifests out of date: ${stale.join(', ')}; run npm run manifests\n`)
    process.exitCode = 1
    return
  }
  process.stdout.write(
    `manifests: ${rooms.length} packages, ${stale.length} ${check ? 'stale' : 'written'}\n`,
  )
}

main()
