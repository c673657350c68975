/** What an entry brings along: its import graph and its size, as a bundler sees them. */
import { builtinModules } from 'node:module'
import { join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild'
import { builtName, type Room, sourceCondition } from '../house.js'

export type Host = 'browser' | 'node'

export interface Entry {
  readonly place: Room
  readonly subpath: string
  /** `core`, `core/crypto`. */
  readonly name: string
}

export function entriesOf(place: Room): Entry[] {
  const top = place.name.replace('@tiemchung/', '')
  return Object.keys(place.entries).map((subpath) => ({
    place,
    subpath,
    name: `${top}${subpath.slice(1)}`,
  }))
}

/** Keeps modules of Node out of the bundle, under their `node:` names. */
const builtins: Plugin = {
  name: 'builtins',
  setup(host) {
    const names = new Set(builtinModules)
    host.onResolve({ filter: /^[a-z]/ }, ({ path }) => {
      const bare = path.replace(/^node:/, '')
      return names.has(bare) ? { path: `node:${bare}`, external: true } : undefined
    })
  },
}

function optionsFor(host: Host): BuildOptions {
  return {
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: host,
    target: 'es2022',
    logLevel: 'silent',
    plugins: [builtins],
    // Native: an addition to pg that nobody installs, and the bridge to tokens, an optional peer.
    external: ['pg-native', 'node-webcrypto-p11', 'graphene-pk11'],
    loader: { '.wasm': 'binary', '.data': 'binary' },
    outfile: 'bundle.js',
  }
}

/** `zod` for a file of a dependency, `certificates/src/verify/x.ts` for one of ours. */
function moduleName(root: string, file: string): string {
  const path = relative(root, file).split(sep).join('/')
  const installed = path.lastIndexOf('node_modules/')
  if (installed === -1) return path.replace(/^packages\//, '')
  const [first = '', second = ''] = path.slice(installed + 'node_modules/'.length).split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

function modulesOf(root: string, cwd: string, metafile: Metafile): Set<string> {
  const found = new Set<string>()
  for (const [file, input] of Object.entries(metafile.inputs)) {
    found.add(moduleName(root, join(cwd, file)))
    for (const each of input.imports) if (each.external === true) found.add(each.path)
  }
  return found
}

/** Every module that the source of an entry reaches, down to the single file of ours. */
export async function sourceGraph(root: string, entry: Entry, host: Host): Promise<Set<string>> {
  const cwd = join(root, 'packages', entry.place.folder)
  const source = entry.place.entries[entry.subpath] ?? ''
  const { metafile } = await build({
    ...optionsFor(host),
    metafile: true,
    absWorkingDir: cwd,
    entryPoints: [join(cwd, 'src', source)],
    conditions: [sourceCondition, 'module'],
  })
  return modulesOf(root, cwd, metafile)
}

export interface BuiltBundle {
  readonly modules: ReadonlySet<string>
  /** Minified and compressed, with all dependencies, everything that the entry exports. */
  readonly gzip: number
}

/** What a user's bundler makes of the built entry, or of one of its functions alone. */
export async function builtBundle(
  root: string,
  entry: Entry,
  host: Host,
  alone?: string,
): Promise<BuiltBundle> {
  const cwd = join(root, 'packages', entry.place.folder)
  const file = join(cwd, 'dist', `${builtName(entry.subpath)}.js`)
  const input =
    alone === undefined
      ? { entryPoints: [file] }
      : {
          stdin: {
            contents: `import { ${alone} } from ${JSON.stringify(file)}; globalThis.used = ${alone}`,
            resolveDir: cwd,
          },
        }
  const { metafile, outputFiles } = await build({
    ...optionsFor(host),
    metafile: true,
    write: false,
    minify: true,
    absWorkingDir: cwd,
    ...input,
  })
  const contents = outputFiles[0]?.contents ?? new Uint8Array()
  return { modules: modulesOf(root, cwd, metafile), gzip: gzipSync(contents, { level: 9 }).length }
}
