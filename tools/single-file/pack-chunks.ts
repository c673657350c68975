/** One file of many chunks: those that are always needed as code, the others packed until they are asked for. */
import { basename } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { type BuildResult, type Metafile, transform } from 'esbuild'

/** What a build with splitting gives. */
export type Split = BuildResult<{ readonly write: false; readonly metafile: true }>

/** Starts the chunk `main.js`; a chunk that is not there as code is unpacked from the end of this very file. */
const loader = `
const builtin = process.getBuiltinModule
const kept = {}
function unpack(name) {
  const self = builtin('node:url').fileURLToPath(import.meta.url)
  const text = builtin('node:fs').readFileSync(self, 'latin1')
  const head = '\\n//# ' + name + ' '
  const at = text.lastIndexOf(head) + head.length
  const packed = Buffer.from(text.slice(at, text.indexOf('\\n', at)), 'base64')
  const code = builtin('node:zlib').brotliDecompressSync(packed).toString('utf8')
  return builtin('node:vm').compileFunction(code, ['module', 'exports', 'require'], { filename: name })
}
function load(path) {
  const name = path.slice(2)
  if (kept[name] === undefined) {
    const module = (kept[name] = { exports: {} })
    ;(chunks[name] ?? unpack(name))(module, module.exports, load)
  }
  return kept[name].exports
}
load('./main.js')`

/** The chunks that stand behind an output by static imports, itself included. */
function closureOf({ outputs }: Metafile, start: string, seen = new Set<string>()): Set<string> {
  if (seen.has(start)) return seen
  seen.add(start)
  for (const { path, kind, external } of outputs[start]?.imports ?? []) {
    if (kind === 'import-statement' && external !== true)
      closureOf({ inputs: {}, outputs }, path, seen)
  }
  return seen
}

function eagerIn(metafile: Metafile, entries: readonly string[]): ReadonlySet<string> {
  const eager = Object.entries(metafile.outputs)
    .filter(([, { entryPoint }]) => entryPoint !== undefined && entries.includes(entryPoint))
    .flatMap(([path]) => [...closureOf(metafile, path)])
  return new Set(eager.map((path) => basename(path)))
}

/** A chunk as the body of a function that is given `module`, `exports` and `require`. */
async function bodyOf(text: string): Promise<string> {
  const { code, warnings } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    supported: { 'dynamic-import': false },
    minify: true,
  })
  const [warning] = warnings
  if (warning !== undefined) throw new Error(warning.text)
  return code.trim()
}

/** The text of the file. `entries` are the sources whose chunks are always needed. */
export async function packChunks(
  { outputFiles, metafile }: Split,
  entries: readonly string[],
): Promise<string> {
  const eager = eagerIn(metafile, entries)
  const [now, later]: [string[], string[]] = [[], []]
  for (const { path, text } of outputFiles) {
    const [name, body] = [basename(path), await bodyOf(text)]
    if (eager.has(name)) now.push(`${JSON.stringify(name)}(module,exports,require){${body}}`)
    else later.push(`//# ${name} ${brotliCompressSync(body).toString('base64')}`)
  }
  return [`const chunks = {${now.join(',\n')}}${loader}`, ...later, ''].join('\n')
}
