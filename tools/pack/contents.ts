/** What must and must not be inside a tarball before anyone may install it. */
import { binEntries, publicEntries } from '../build/plan.js'
import { type Room, sourceCondition } from '../house.js'

function wantedFiles(place: Room): string[] {
  const built = Object.keys(publicEntries(place)).flatMap((name) =>
    ['js', 'cjs', 'd.ts', 'd.cts'].map((ending) => `dist/${name}.${ending}`),
  )
  const bins = Object.keys(binEntries(place)).flatMap((name) => [
    `dist/${name}.js`,
    `bin/${name}.js`,
  ])
  return ['package.json', 'LICENSE', 'NOTICE', 'README.md', 'README.vi.md', ...built, ...bins]
}

/** Every file that the manifest points at: entries, platform files, commands, older resolution. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value.slice(2)] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(pathsIn)
}

/** Whether a path is in the tarball; of a pattern, whether any file fits it. */
function isThere(path: string, files: ReadonlyMap<string, Buffer>): boolean {
  const [before = '', after] = path.split('*', 2)
  if (after === undefined) return files.has(path)
  return [...files.keys()].some((file) => file.startsWith(before) && file.endsWith(after))
}

const strangers: readonly (readonly [RegExp, string])[] = [
  [/^src\//, 'source'],
  [/\.test\.|\.prop\.test\./, 'a test'],
  [/\.tsbuildinfo$|\.map$/, 'a leftover of the build'],
  [/^(?!bin\/|dist\/|[a-z]+\/[a-z-]+\.json$|[A-Za-z.]+$)/, 'a file outside bin, dist and data'],
]

/** What is wrong with the contents of a room's tarball; nothing when it may be published. */
export function contentFaults(place: Room, files: ReadonlyMap<string, Buffer>): string[] {
  const manifest = files.get('package.json')?.toString('utf8') ?? '{}'
  const parsed = JSON.parse(manifest) as Record<string, unknown>
  const pointed = ['main', 'module', 'types', 'typesVersions', 'exports', 'imports', 'bin'].flatMap(
    (field) => pathsIn(parsed[field]),
  )
  const missing = [...new Set([...wantedFiles(place), ...pointed])].filter(
    (path) => !isThere(path, files),
  )
  const data = (place.data ?? []).map((folder) => `${folder}/`)
  const strayed = [...files.keys()].filter(
    (path) =>
      /^[a-z]+\/[a-z-]+\.json$/.test(path) && !data.some((folder) => path.startsWith(folder)),
  )
  const strange = [...files.keys()].flatMap((path) =>
    strangers.filter(([pattern]) => pattern.test(path)).map(([, what]) => `${path} is ${what}`),
  )
  return [
    ...missing.map((path) => `${path} is missing`),
    ...strange,
    ...strayed.map((path) => `${path} is in no folder of data`),
    ...(manifest.includes(sourceCondition) ? [`package.json names ${sourceCondition}`] : []),
    ...(manifest.includes('workspace:') ? ['package.json has a workspace: range'] : []),
  ]
}
